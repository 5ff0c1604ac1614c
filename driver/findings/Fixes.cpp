// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Fixes.h"
#include "project/Paths.h"
#include "project/Utf8.h"
#include "clang/Tooling/Core/Replacement.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using clang::tooling::Replacement;
using clang::tooling::Replacements;

namespace tidepool {
namespace {

const std::vector<Edit> *fixOf(const Finding &One, bool NotesToo) {
  if (!One.Fix.empty())
    return &One.Fix;
  if (NotesToo)
    for (const Note &Said : One.Notes)
      if (!Said.Fix.empty())
        return &Said.Fix;
  return nullptr;
}

class Fixer {
public:
  /// False where it cannot be, and then nothing of it is.
  bool add(const Finding &One, const std::vector<Edit> &Fix) {
    if (!isUnchanged(One))
      return false;
    std::map<std::string, Replacements> With;
    for (const Edit &Single : Fix) {
      if (!textOf(Single.Path) || !isBelow(Single.Path, projectFolder()))
        return false;
      auto Known = With.try_emplace(Single.Path, All[Single.Path]).first;
      if (Error Overlaps = Known->second.add(Replacement(
              Single.Path, Single.Offset, Single.Length, Single.Text))) {
        consumeError(std::move(Overlaps));
        return false;
      }
    }
    for (auto &[Path, Edits] : With)
      All[Path] = std::move(Edits);
    return true;
  }

  std::map<std::string, FixedFiles::Text> texts() {
    std::map<std::string, FixedFiles::Text> Result;
    for (const auto &[Path, Edits] : All) {
      if (Edits.empty())
        continue;
      Expected<std::string> After =
          clang::tooling::applyAllReplacements(*textOf(Path), Edits);
      if (!After) {
        consumeError(After.takeError());
        continue;
      }
      Result[Path] = {*textOf(Path), std::move(*After)};
    }
    return Result;
  }

private:
  /// Offsets are those of the file that was analysed.
  bool isUnchanged(const Finding &One) {
    const std::string *Text = textOf(One.At.Path);
    if (!Text || One.At.Offset > Text->size() ||
        One.At.Offset + 1 < One.At.Column)
      return false;
    StringRef Line =
        StringRef(*Text).drop_front(One.At.Offset + 1 - One.At.Column);
    return utf8(Line.take_front(Line.find_first_of("\r\n"))) ==
           One.At.SourceLine;
  }

  const std::string *textOf(const std::string &Path) {
    auto Known = Texts.find(Path);
    if (Known == Texts.end()) {
      auto Buffer = MemoryBuffer::getFile(Path);
      if (!Buffer)
        return nullptr;
      Known = Texts.emplace(Path, (*Buffer)->getBuffer().str()).first;
    }
    return &Known->second;
  }

  std::map<std::string, std::string> Texts;
  std::map<std::string, Replacements> All;
};

} // namespace

FixedFiles applyFixes(ArrayRef<Finding> Findings, bool NotesToo) {
  FixedFiles Result;
  Fixer All;
  for (const Finding &One : Findings)
    if (const std::vector<Edit> *Fix = fixOf(One, NotesToo))
      ++(All.add(One, *Fix) ? Result.Applied : Result.Skipped);
  Result.Files = All.texts();
  return Result;
}

Error write(const FixedFiles &Fixed) {
  for (const auto &[Path, Text] : Fixed.Files) {
    auto Mode = sys::fs::getPermissions(Path);
    if (Error Failed = writeToOutput(Path, [&](raw_ostream &Out) {
          Out << Text.After;
          return Error::success();
        }))
      return Failed;
    if (Mode)
      if (std::error_code Failed = sys::fs::setPermissions(Path, *Mode))
        return createStringError(Failed, Path + ": " + Failed.message());
  }
  return Error::success();
}

} // namespace tidepool
