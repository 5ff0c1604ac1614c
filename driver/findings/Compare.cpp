// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Compare.h"
#include "project/Paths.h"
#include "project/Utf8.h"
#include <map>

using namespace llvm;

namespace tidepool {

KnownFinding knownBy(const Finding &One) {
  return {utf8(projectPath(One.At.Path)),
          utf8(One.At.Function),
          One.Check,
          One.MessageId,
          utf8(One.Message),
          One.Fingerprint};
}

namespace {

/// Earlier findings by what they are known by, each to be taken once.
class Shelf {
public:
  void put(const std::string &Key, size_t Index) {
    Places[Key].push_back(Index);
  }

  bool take(const std::string &Key, std::vector<bool> &Taken) {
    auto Known = Places.find(Key);
    if (Known == Places.end())
      return false;
    for (size_t Index : Known->second)
      if (!Taken[Index]) {
        Taken[Index] = true;
        return true;
      }
    return false;
  }

private:
  std::map<std::string, std::vector<size_t>> Places;
};

} // namespace

Comparison compare(ArrayRef<KnownFinding> Earlier, ArrayRef<KnownFinding> Later,
                   function_ref<std::string(StringRef)> PathNow) {
  Shelf InFile;
  Shelf Anywhere;
  for (size_t I = 0; I < Earlier.size(); ++I) {
    InFile.put(PathNow(Earlier[I].Path) + '\0' + Earlier[I].Fingerprint, I);
    Anywhere.put(Earlier[I].Fingerprint, I);
  }
  std::vector<bool> Taken(Earlier.size());
  std::vector<size_t> Left;
  for (size_t I = 0; I < Later.size(); ++I)
    if (!InFile.take(Later[I].Path + '\0' + Later[I].Fingerprint, Taken))
      Left.push_back(I);

  Comparison Result;
  for (size_t I : Left)
    if (!Anywhere.take(Later[I].Fingerprint, Taken))
      Result.New.push_back(I);
  for (size_t I = 0; I < Earlier.size(); ++I)
    if (!Taken[I])
      Result.Gone.push_back(I);
  Result.Unchanged = Later.size() - Result.New.size();
  return Result;
}

} // namespace tidepool
