// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "NoLints.h"
#include "Configuration.h"
#include "Registry.h"
#include "clang-tidy/GlobList.h"
#include "findings/MessageId.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;
using namespace clang;

namespace tidepool {
namespace {

const FileEntry *entryOf(const SourceManager &Sources, FileID File) {
  OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File);
  return Entry ? &Entry->getFileEntry() : nullptr;
}

/// A comment's directive, as clang-tidy reads it.
struct Directive {
  StringRef Kind;
  StringRef Names;
  uint64_t Begin = 0;
  uint64_t End = 0;
  /// What it silences.
  uint64_t From = 0;
  uint64_t To = 0;
  /// The comment, if the directive is all that it says.
  StringRef Alone;
};

/// From the start of the line around \p Offset to its end.
std::pair<uint64_t, uint64_t> lineAround(StringRef Text, uint64_t Offset) {
  size_t Start = Text.take_front(Offset).rfind('\n');
  size_t End = Text.find('\n', Offset);
  return {Start == StringRef::npos ? 0 : Start + 1,
          End == StringRef::npos ? Text.size() : End};
}

void readComment(StringRef Text, uint64_t Start, uint64_t Length,
                 std::vector<Directive> &Into) {
  uint64_t End = Start + Length;
  for (size_t At = Text.find("NOLINT", Start); At < End;
       At = Text.find("NOLINT", At + 1)) {
    Directive One;
    One.Begin = At;
    size_t After = At;
    while (After < End && isAlpha(Text[After]))
      ++After;
    One.Kind = Text.slice(At, After);
    size_t Close = Text.find_first_of("\n)", After);
    if (Text.substr(After, 1) != "(" || Close == StringRef::npos ||
        Text[Close] != ')')
      continue;
    One.Names = Text.slice(After + 1, Close);
    One.End = Close + 1;
    StringRef Whole = Text.slice(Start, End);
    StringRef Said = Whole;
    if (Said.consume_front("/*"))
      Said.consume_back("*/");
    else
      Said = Said.ltrim('/');
    if (Said.trim() == Text.slice(One.Begin, One.End))
      One.Alone = Whole;
    Into.push_back(One);
  }
}

/// Sets what each silences; those that silence nothing at all are dropped.
std::vector<Directive> placed(StringRef Text, std::vector<Directive> All) {
  std::vector<Directive> Result;
  std::vector<Directive> Open;
  for (Directive &One : All) {
    auto [Start, End] = lineAround(Text, One.Begin);
    if (One.Kind == "NOLINT") {
      One.From = Start;
      One.To = End;
    } else if (One.Kind == "NOLINTNEXTLINE" && End < Text.size()) {
      std::tie(One.From, One.To) = lineAround(Text, End + 1);
    } else if (One.Kind == "NOLINTBEGIN") {
      Open.push_back(One);
      continue;
    } else if (One.Kind == "NOLINTEND" && !Open.empty() &&
               Open.back().Names == One.Names) {
      uint64_t Last = One.Begin;
      One = Open.back();
      Open.pop_back();
      One.From = One.Begin;
      One.To = Last;
      // Its end would have to go too.
      One.Alone = {};
    } else {
      // One without the other: clang-tidy says so.
      continue;
    }
    Result.push_back(One);
  }
  return Result;
}

/// With the comment goes its line, where nothing else stands in it, or else the
/// blanks before it.
std::pair<uint64_t, uint64_t> cut(StringRef Text, StringRef Comment) {
  uint64_t Begin = Comment.data() - Text.data();
  uint64_t End = Begin + Comment.size();
  auto [Start, Stop] = lineAround(Text, Begin);
  while (Begin > Start && (Text[Begin - 1] == ' ' || Text[Begin - 1] == '\t'))
    --Begin;
  StringRef Rest = Text.slice(End, Stop);
  if (Begin == Start && Rest.trim().empty())
    return {Start, std::min<uint64_t>(Stop + 1, Text.size()) - Start};
  // Before code, the blanks keep it where it is.
  if (!Rest.trim().empty())
    Begin = Comment.data() - Text.data();
  return {Begin, End - Begin};
}

bool overlap(uint64_t Begin, uint64_t End, uint64_t From, uint64_t To) {
  return Begin <= To && From <= End;
}

/// The comments' directives, and the definitions of macros, which are expanded
/// who knows where.
struct Comments {
  std::vector<Directive> Directives;
  std::vector<std::pair<uint64_t, uint64_t>> Macros;

  Comments(const LangOptions &Language, StringRef Text) {
    Lexer Raw(SourceLocation(), Language, Text.begin(), Text.begin(),
              Text.end());
    Raw.SetCommentRetentionState(true);
    bool AfterHash = false;
    bool InMacro = false;
    Token Next;
    Next.startToken();
    while (Next.isNot(tok::eof)) {
      Raw.LexFromRawLexer(Next);
      uint64_t Offset = Raw.getCurrentBufferOffset() - Next.getLength();
      if (Next.isAtStartOfLine()) {
        if (InMacro)
          Macros.back().second = Offset;
        InMacro = false;
        AfterHash = Next.is(tok::hash);
      } else if (AfterHash) {
        AfterHash = false;
        InMacro =
            Next.is(tok::raw_identifier) && Next.getRawIdentifier() == "define";
        if (InMacro)
          Macros.emplace_back(Offset, Text.size());
      }
      if (Next.is(tok::comment))
        readComment(Text, Offset, Next.getLength(), Directives);
    }
    Directives = placed(Text, std::move(Directives));
  }
};

/// "; did you mean 'x'?", or what it is called now.
std::string correction(StringRef Name) {
  for (const RegisteredCheck &Check : registeredChecks())
    if (is_contained(Check.Info->RenamedFrom, std::string_view(Name)))
      return ("; it is called '" + StringRef(Check.Info->Name) + "' now").str();
  return didYouMean(Name);
}

/// What is said of a name that silences nothing.
std::string messageOf(StringRef Kind, StringRef Name, bool Known) {
  if (!Known)
    return ("this " + Kind + " silences nothing: '" + Name +
            "' names no check" + correction(Name))
        .str();
  StringRef Where = Kind == "NOLINT"           ? "on this line"
                    : Kind == "NOLINTNEXTLINE" ? "on the next line"
                                               : "up to its end";
  return ("this " + Kind + " silences nothing: '" + Name + "' finds nothing " +
          Where)
      .str();
}

} // namespace

class NoLints::Watch : public PPCallbacks {
public:
  Watch(NoLints &Into, const SourceManager &Sources)
      : Into(Into), Sources(Sources) {}

  void SourceRangeSkipped(SourceRange Passed, SourceLocation) override {
    auto [File, Begin] = Sources.getDecomposedLoc(Passed.getBegin());
    if (const FileEntry *Entry = entryOf(Sources, File))
      Into.Skipped[Entry].push_back(
          {Begin, Sources.getFileOffset(Passed.getEnd())});
  }

private:
  NoLints &Into;
  const SourceManager &Sources;
};

std::unique_ptr<PPCallbacks> NoLints::callbacks(const SourceManager &Sources) {
  return std::make_unique<Watch>(*this, Sources);
}

void NoLints::keep(const SourceManager &Sources, SourceLocation At,
                   const std::string &Check) {
  // A comment in a macro's text silences too, as do those around its use.
  while (At.isValid()) {
    auto [File, Offset] = Sources.getDecomposedSpellingLoc(At);
    if (const FileEntry *Entry = entryOf(Sources, File))
      Said[Entry].push_back({Offset, Check});
    if (!At.isMacroID())
      return;
    At = Sources.getImmediateExpansionRange(At).getBegin();
  }
}

void NoLints::hear(DiagnosticsEngine::Level Level, const Diagnostic &Info) {
  if (!Info.hasSourceManager() || Info.getLocation().isInvalid())
    return;
  const SourceManager &Sources = Info.getSourceManager();
  SmallString<128> Text;
  if (Level == DiagnosticsEngine::Note) {
    // What its level kept back is a finding to those who ask for it.
    if (PendingCheck.empty())
      return;
    Info.FormatDiagnostic(Text);
    if (tidepool::messageOf(PendingCheck, Text))
      keep(Sources, PendingAt, PendingCheck);
    PendingCheck.clear();
    return;
  }
  PendingCheck.clear();
  std::string Check = Checks.getCheckName(Info.getID());
  if (!findCheck(Check))
    return;
  if (Level == DiagnosticsEngine::Remark) {
    Info.FormatDiagnostic(Text);
    if (Text.str().starts_with("excused: ")) {
      PendingCheck = Check;
      PendingAt = Info.getLocation();
      return;
    }
  }
  // One whose answer is not known may be found by others.
  keep(Sources, Info.getLocation(), Check);
}

std::vector<NoLintName> NoLints::judge(const SourceManager &Sources,
                                       const LangOptions &Language,
                                       FileID File) const {
  std::vector<NoLintName> Result;
  OptionalFileEntryRef Entry = Sources.getFileEntryRefForID(File);
  std::optional<StringRef> Text = Sources.getBufferDataOrNone(File);
  if (!Entry || !Text || !Text->contains("NOLINT") ||
      !Text->contains("tidepool"))
    return Result;
  const Comments Found(Language, *Text);
  auto Heard = Said.find(&Entry->getFileEntry());
  auto Passed = Skipped.find(&Entry->getFileEntry());
  for (const Directive &One : Found.Directives) {
    auto Overlaps = [&](uint64_t Begin, uint64_t End) {
      return overlap(Begin, End, One.From, One.To);
    };
    const bool NotSeen =
        any_of(Found.Macros,
               [&](const auto &Macro) {
                 return Overlaps(Macro.first, Macro.second);
               }) ||
        (Passed != Skipped.end() &&
         any_of(Passed->second,
                [&](const Range &Part) {
                  return Overlaps(Part.Begin, Part.End) ||
                         overlap(Part.Begin, Part.End, One.Begin, One.End);
                })) ||
        Defined.hasTemplate(Entry->getName(), One.From, One.To);
    SmallVector<StringRef, 4> Names;
    One.Names.split(Names, ',');
    for (StringRef Name : Names) {
      Name = Name.trim();
      // Those of others, and of everybody, are not ours to judge.
      if (!Name.starts_with("tidepool"))
        continue;
      clang::tidy::GlobList Globs(Name);
      bool Known = false;
      bool Off = false;
      for (const RegisteredCheck &Check : registeredChecks())
        if (Globs.contains(Check.Info->Name)) {
          Known = true;
          Off |= !Checks.isCheckEnabled(Check.Info->Name);
        }
      bool Used = Heard != Said.end() &&
                  any_of(Heard->second, [&](const struct Heard &Spoken) {
                    return One.From <= Spoken.Offset &&
                           Spoken.Offset <= One.To &&
                           Globs.contains(Spoken.Check);
                  });
      if (!Used && Known && (Off || NotSeen))
        continue;
      NoLintName Judged;
      Judged.File = Entry->getName().str();
      Judged.Offset = One.Begin;
      Judged.Name = Name.str();
      Judged.Used = Used;
      Judged.Message = messageOf(One.Kind, Name, Known);
      // A misspelled one wants to be spelled, not removed.
      if (Known && !One.Alone.empty() && Names.size() == 1)
        std::tie(Judged.CutOffset, Judged.CutLength) = cut(*Text, One.Alone);
      Result.push_back(std::move(Judged));
    }
  }
  return Result;
}

} // namespace tidepool
