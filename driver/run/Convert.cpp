// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Convert.h"
#include "Statement.h"
#include "project/Paths.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/VirtualFileSystem.h"

using namespace llvm;
using clang::tidy::ClangTidyError;
using clang::tooling::DiagnosticMessage;

namespace tidepool {

std::string Converter::canonical(StringRef Path) {
  auto [Known, New] = Canonical.try_emplace(Path);
  if (New) {
    auto Folder = Files.getVirtualFileSystem().getCurrentWorkingDirectory();
    Known->second = canonicalPath(Folder ? *Folder : ".", Path);
  }
  return Known->second;
}

StringRef Converter::textOf(StringRef Path) {
  auto [Known, New] = Texts.try_emplace(Path);
  if (New)
    if (auto Buffer = Files.getBufferForFile(Path))
      Known->second = std::move(*Buffer);
  return Known->second ? Known->second->getBuffer() : StringRef();
}

/// How many UTF-16 code units \p Text has; a byte that is no UTF-8 is one.
static uint64_t countUtf16(StringRef Text) {
  uint64_t Count = 0;
  while (!Text.empty()) {
    const auto *Bytes = reinterpret_cast<const UTF8 *>(Text.data());
    unsigned Length = getNumBytesForUTF8(*Bytes);
    if (Length > Text.size() || !isLegalUTF8Sequence(Bytes, Bytes + Length))
      Length = 1;
    // Those of four bytes lie outside of what one unit can say.
    Count += Length == 4 ? 2 : 1;
    Text = Text.drop_front(Length);
  }
  return Count;
}

static Spot spotAt(StringRef Text, size_t Offset) {
  StringRef Before = Text.take_front(Offset);
  size_t Start = Before.rfind('\n');
  Start = Start == StringRef::npos ? 0 : Start + 1;
  return {Before.count('\n') + 1, Before.size() - Start + 1,
          countUtf16(Before.drop_front(Start)) + 1};
}

Place Converter::place(StringRef Path, uint64_t Offset) {
  Place At;
  if (Path.empty())
    return At;
  At.Path = canonical(Path);
  At.Offset = Offset;
  StringRef Text = textOf(Path);
  if (Text.empty())
    return At;
  static_cast<Spot &>(At) = spotAt(Text, At.Offset);
  At.Function = Around.at(Path, At.Offset).str();
  StringRef Line = Text.drop_front(std::min<size_t>(At.Offset, Text.size()) -
                                   (At.Column - 1));
  At.SourceLine = Line.take_front(Line.find_first_of("\r\n")).str();
  return At;
}

Edit Converter::edit(StringRef Path, uint64_t Offset, uint64_t Length,
                     StringRef Replacement) {
  StringRef Text = textOf(Path);
  return {canonical(Path),
          Offset,
          Length,
          Replacement.str(),
          spotAt(Text, Offset),
          spotAt(Text, Offset + Length)};
}

std::vector<Edit> Converter::edits(const DiagnosticMessage &Message) {
  std::vector<Edit> Result;
  for (const auto &File : Message.Fix)
    for (const clang::tooling::Replacement &One : File.second)
      Result.push_back(edit(One.getFilePath(), One.getOffset(), One.getLength(),
                            One.getReplacementText()));
  return Result;
}

Finding Converter::convert(const ClangTidyError &Error) {
  Finding Result;
  Result.Check = Error.DiagnosticName;
  Result.At = place(Error.Message.FilePath, Error.Message.FileOffset);
  Result.Statement =
      statementAt(textOf(Error.Message.FilePath), Error.Message.FileOffset);
  StringRef Message = Error.Message.Message;
  if (Error.DiagnosticName == "clang-tidy-config")
    Result.Kind = FindingKind::Configuration;
  else if (Error.DiagLevel == ClangTidyError::Error)
    Result.Kind = FindingKind::Error;
  else if (Error.DiagLevel == ClangTidyError::Remark)
    Result.Kind = Message.consume_front("unknown: ")  ? FindingKind::Unknown
                  : Message.consume_front("hushed: ") ? FindingKind::Hushed
                                                      : FindingKind::Excused;
  Message.consume_front("excused: ");
  Result.Message = Message.str();
  Result.Fix = edits(Error.Message);
  for (const DiagnosticMessage &One : Error.Notes)
    Result.Notes.push_back(
        {place(One.FilePath, One.FileOffset), One.Message, edits(One)});
  return Result;
}

Finding Converter::convert(const NoLintName &Name) {
  Finding Result;
  Result.Check = UnusedNoLint.str();
  Result.At = place(Name.File, Name.Offset);
  Result.Message = Name.Message;
  Result.Statement = Name.Name;
  if (Name.CutLength)
    Result.Fix = {edit(Name.File, Name.CutOffset, Name.CutLength, "")};
  return Result;
}

} // namespace tidepool
