// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "TidyFile.h"
#include "CheckSelection.h"
#include "Registry.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/YAMLParser.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>

using namespace llvm;

namespace tidepool {
namespace {

Error failure(MemoryBufferRef File, const Twine &Message) {
  return createStringError(inconvertibleErrorCode(),
                           File.getBufferIdentifier() + ": " + Message);
}

/// The Checks of a configuration; nothing where it has none.
Expected<std::optional<std::string>> checksOf(MemoryBufferRef File) {
  std::string Broken;
  raw_string_ostream Out(Broken);
  auto Options = clang::tidy::parseConfigurationWithDiags(
      File, [&](const SMDiagnostic &Diagnostic) {
        Diagnostic.print(/*ProgName=*/nullptr, Out, /*ShowColors=*/false);
      });
  if (!Options)
    return createStringError(inconvertibleErrorCode(),
                             StringRef(Out.str()).trim());
  return Options->Checks;
}

/// Where to put what into the text.
struct Insertion {
  size_t At = 0;
  std::string Text;
};

/// The column of the line's first letter.
size_t indentationAt(StringRef Text, size_t Offset) {
  size_t Start = Text.rfind('\n', Offset);
  Start = Start == StringRef::npos || Offset == 0 ? 0 : Start + 1;
  return Text.drop_front(Start).find_first_not_of(" \t");
}

/// After the last text before \p End, which may be far behind it: the parser
/// takes what follows a block into its range.
size_t lastLetter(StringRef Text, size_t End) {
  return Text.take_front(End).rtrim().size();
}

std::optional<Insertion> insertionFor(yaml::Node &Value, StringRef Text,
                                      StringRef Globs) {
  auto Offset = [&](const char *Where) {
    return static_cast<size_t>(Where - Text.begin());
  };
  if (auto *Scalar = dyn_cast<yaml::ScalarNode>(&Value)) {
    StringRef Raw = Scalar->getRawValue();
    size_t End = lastLetter(Text, Offset(Raw.end()));
    if (Raw.starts_with("'") || Raw.starts_with("\""))
      --End;
    size_t Content = lastLetter(Text, End);
    bool Separated = Content > 0 && Text[Content - 1] == ',';
    return Insertion{Content, (Separated ? "" : ",") + Globs.str()};
  }
  if (auto *Block = dyn_cast<yaml::BlockScalarNode>(&Value)) {
    size_t Start = Offset(Block->getSourceRange().Start.getPointer());
    size_t End =
        lastLetter(Text, Offset(Block->getSourceRange().End.getPointer()));
    // A comment after the block is no part of it.
    size_t Line = Text.find('\n', Start);
    if (Line == StringRef::npos || Line >= End)
      return std::nullopt;
    size_t Indentation = indentationAt(Text, Line + 1);
    size_t Last = Line;
    for (size_t Next = Line + 1; Next < End;) {
      size_t Stop = std::min(Text.find('\n', Next), End);
      StringRef Content = Text.slice(Next, Stop);
      if (!Content.trim().empty() &&
          Content.find_first_not_of(' ') < Indentation)
        break;
      if (!Content.trim().empty())
        Last = Next + Content.rtrim().size();
      Next = Stop + 1;
    }
    bool Separated = Text[Last - 1] == ',';
    return Insertion{Last, (Separated ? "\n" : ",\n") +
                               std::string(Indentation, ' ') + Globs.str()};
  }
  if (auto *List = dyn_cast<yaml::SequenceNode>(&Value)) {
    size_t End = 0;
    size_t First = 0;
    for (yaml::Node &Item : *List) {
      auto *Scalar = dyn_cast<yaml::ScalarNode>(&Item);
      if (!Scalar)
        return std::nullopt;
      StringRef Raw = Scalar->getRawValue();
      if (!End)
        First = Offset(Raw.begin());
      End = lastLetter(Text, Offset(Raw.end()));
    }
    if (!End)
      return std::nullopt;
    std::string Quoted = "'" + Globs.str() + "'";
    // The parser does not tell "- a" from "[a]".
    if (!Text.take_front(First).rtrim().ends_with("-"))
      return Insertion{End, ", " + Quoted};
    // A comment may stand behind the last item.
    size_t Line = std::min(Text.find('\n', End), Text.size());
    return Insertion{Line, "\n" + std::string(indentationAt(Text, First), ' ') +
                               "- " + Quoted};
  }
  return std::nullopt;
}

std::optional<Insertion> findInsertion(StringRef Text, StringRef Globs) {
  SourceMgr Sources;
  yaml::Stream Stream(Text, Sources, /*ShowColors=*/false);
  for (yaml::Document &Document : Stream) {
    auto *Root = dyn_cast_or_null<yaml::MappingNode>(Document.getRoot());
    if (!Root)
      return std::nullopt;
    for (yaml::KeyValueNode &Pair : *Root) {
      auto *Key = dyn_cast_or_null<yaml::ScalarNode>(Pair.getKey());
      SmallString<16> Storage;
      if (Key && Key->getValue(Storage) == "Checks" && Pair.getValue())
        return insertionFor(*Pair.getValue(), Text, Globs);
      Pair.skip();
    }
    break;
  }
  return std::nullopt;
}

} // namespace

std::string defaultGlobs() {
  std::string Globs = "tidepool-*";
  for (const RegisteredCheck &Check : registeredChecks())
    if (!Check.Info->isCore()) {
      Globs += ",-";
      Globs += Check.Info->Name;
    }
  return Globs;
}

Expected<TidyFileEdit> nameChecks(MemoryBufferRef File) {
  StringRef Text = File.getBuffer();
  Expected<std::optional<std::string>> Checks = checksOf(File);
  if (!Checks)
    return Checks.takeError();
  if (*Checks && namesTidepool(**Checks))
    return TidyFileEdit{Text.str(), "its Checks names tidepool already"};
  if (!*Checks || !is_contained(splitGlobs(**Checks), "-*"))
    return TidyFileEdit{Text.str(), "its Checks switches nothing off with "
                                    "'-*', so Tidepool's core checks are on"};

  std::string Globs = defaultGlobs();
  std::optional<Insertion> Where = findInsertion(Text, Globs);
  if (Where) {
    std::string Edited = Text.str();
    Edited.insert(Where->At, Where->Text);
    // Trust the reader that counts, not the edit.
    Expected<std::optional<std::string>> Now =
        checksOf(MemoryBufferRef(Edited, File.getBufferIdentifier()));
    if (!Now)
      consumeError(Now.takeError());
    else if (*Now && StringRef(**Now).contains(Globs))
      return TidyFileEdit{std::move(Edited), "added " + Globs + " to Checks"};
  }
  return failure(File, "add " + Globs +
                           " to its Checks by hand: it is written "
                           "in a way that this does not know");
}

} // namespace tidepool
