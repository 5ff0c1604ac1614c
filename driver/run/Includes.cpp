// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Includes.h"
#include "Forked.h"
#include "UnitScanner.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"

using namespace llvm;

namespace tidepool {
namespace {

/// Numbers of files; "-" where it does not know.
std::string answer(const Unit &One, const StringMap<size_t> &Wanted,
                   ScannedFiles &Known) {
  IntrusiveRefCntPtr<vfs::FileSystem> Files =
      Known.over(vfs::createPhysicalFileSystem().release());
  ScannedUnit Scanned = scanUnit(One, One.Command, Known, std::move(Files));
  if (!Scanned.Failure.empty())
    return "-";
  std::vector<std::string> Numbers;
  for (const ScannedUnit::File &File : Scanned.Files)
    if (auto Found = Wanted.find(File.Known->canonical());
        Found != Wanted.end())
      Numbers.push_back(std::to_string(Found->second));
  return join(Numbers, " ");
}

} // namespace

std::vector<std::optional<std::vector<size_t>>>
includesOf(ArrayRef<Unit> Units, ArrayRef<std::string> Files,
           unsigned Processes) {
  StringMap<size_t> Wanted;
  for (size_t I = 0; I < Files.size(); ++I)
    Wanted[Files[I]] = I;
  auto Answers =
      askInProcesses(Units.size(), Processes, /*Seconds=*/0, [&]() -> Answerer {
        auto Known = std::make_shared<ScannedFiles>();
        return
            [&, Known](size_t I) { return answer(Units[I], Wanted, *Known); };
      });
  std::vector<std::optional<std::vector<size_t>>> Result(Units.size());
  for (size_t I = 0; I < Units.size(); ++I) {
    if (!Answers[I] || *Answers[I] == "-")
      continue;
    Result[I].emplace();
    SmallVector<StringRef, 8> Words;
    StringRef(*Answers[I]).split(Words, ' ', -1, /*KeepEmpty=*/false);
    for (StringRef Word : Words) {
      size_t File = 0;
      if (!Word.getAsInteger(10, File) && File < Files.size())
        Result[I]->push_back(File);
    }
  }
  return Result;
}

} // namespace tidepool
