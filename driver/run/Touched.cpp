// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Touched.h"
#include "Includes.h"
#include "clang/Driver/Types.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <set>

using namespace llvm;

namespace tidepool {

/// What a unit may include, by its name.
static bool mayBeIncluded(StringRef File) {
  StringRef Extension = sys::path::extension(File);
  if (!Extension.consume_front("."))
    // As the standard library's.
    return true;
  namespace types = clang::driver::types;
  if (types::lookupTypeForExtension(Extension) != types::TY_INVALID)
    return true;
  static constexpr StringLiteral Included[] = {"inc", "inl", "ipp", "ixx",
                                               "tcc", "tpp", "txx", "def"};
  return is_contained(Included, Extension);
}

TouchedUnits touchedBy(const Change &What, ArrayRef<Unit> Units,
                       unsigned Processes) {
  TouchedUnits Result;
  StringSet<> Changed;
  for (const std::string &File : What.Files)
    Changed.insert(File);
  StringSet<> Sources;
  std::set<size_t> Chosen;
  for (size_t I = 0; I < Units.size(); ++I) {
    Sources.insert(Units[I].File);
    if (Changed.contains(Units[I].File))
      Chosen.insert(I);
  }
  std::vector<std::string> Headers;
  for (const std::string &File : What.Files)
    if (!Sources.contains(File) && mayBeIncluded(File))
      Headers.push_back(File);

  if (!Headers.empty()) {
    auto Reached = includesOf(Units, Headers, Processes);
    std::set<size_t> Open;
    for (size_t I = 0; I < Headers.size(); ++I)
      Open.insert(I);
    auto Cover = [&](size_t Unit) {
      Chosen.insert(Unit);
      if (Reached[Unit])
        for (size_t Header : *Reached[Unit])
          Open.erase(Header);
    };
    for (size_t Unit : std::vector<size_t>(Chosen.begin(), Chosen.end()))
      Cover(Unit);
    // The one that covers most of what is left; of equals the first, so that
    // two runs choose alike.
    while (!Open.empty()) {
      size_t Best = 0;
      size_t Most = 0;
      for (size_t I = 0; I < Units.size(); ++I) {
        if (!Reached[I])
          continue;
        size_t Count = count_if(
            *Reached[I], [&](size_t Header) { return Open.count(Header); });
        if (Count > Most) {
          Best = I;
          Most = Count;
        }
      }
      if (Most == 0)
        break;
      Cover(Best);
    }
    // What could not be scanned may include what is left.
    if (!Open.empty())
      for (size_t I = 0; I < Units.size(); ++I)
        if (!Reached[I] && sys::fs::exists(Units[I].File))
          Chosen.insert(I);
    for (size_t Header : Open)
      Result.Uncovered.push_back(Headers[Header]);
  }
  Result.Units.assign(Chosen.begin(), Chosen.end());
  return Result;
}

} // namespace tidepool
