// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Convert.h"
#include "Paths.h"
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

Place Converter::place(const DiagnosticMessage &Message) {
  Place At;
  if (Message.FilePath.empty())
    return At;
  At.Path = canonical(Message.FilePath);
  At.Offset = Message.FileOffset;
  auto Buffer = Files.getBufferForFile(Message.FilePath);
  if (!Buffer)
    return At;
  StringRef Text = (*Buffer)->getBuffer();
  StringRef Before = Text.take_front(At.Offset);
  size_t Start = Before.rfind('\n');
  Start = Start == StringRef::npos ? 0 : Start + 1;
  At.Line = Before.count('\n') + 1;
  At.Column = Before.size() - Start + 1;
  StringRef Line = Text.drop_front(Start);
  At.SourceLine = Line.take_front(Line.find_first_of("\r\n")).str();
  return At;
}

std::vector<Edit> Converter::edits(const DiagnosticMessage &Message) {
  std::vector<Edit> Result;
  for (const auto &File : Message.Fix)
    for (const clang::tooling::Replacement &One : File.second)
      Result.push_back({canonical(One.getFilePath()), One.getOffset(),
                        One.getLength(), One.getReplacementText().str()});
  return Result;
}

Finding Converter::convert(const ClangTidyError &Error) {
  Finding Result;
  Result.Check = Error.DiagnosticName;
  Result.At = place(Error.Message);
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
    Result.Notes.push_back({place(One), One.Message, edits(One)});
  return Result;
}

} // namespace tidepool
