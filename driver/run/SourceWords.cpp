// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "SourceWords.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include <algorithm>

using namespace llvm;

namespace tidepool {

bool MacroWords::canPaste(StringRef Word) const {
  // An argument of several words is pasted by its ends alone, so a word begins
  // and ends where the whole does, or at a parameter.
  auto Fits = [&](ArrayRef<Part> Parts) {
    for (size_t First = 0; First + 1 < Parts.size(); ++First) {
      if (First > 0 && !Parts[First].Parameter)
        continue;
      for (size_t Last = First + 1; Last < Parts.size(); ++Last) {
        if (Last + 1 < Parts.size() && !Parts[Last].Parameter)
          continue;
        if ((Parts[First].Parameter || Word.starts_with(Parts[First].Text)) &&
            (Parts[Last].Parameter || Word.ends_with(Parts[Last].Text)) &&
            all_of(Parts.slice(First + 1, Last - First - 1),
                   [&](const Part &Inner) {
                     return Inner.Parameter || Word.contains(Inner.Text);
                   }))
          return true;
      }
    }
    return false;
  };
  return any_of(Pasted, Fits);
}

bool MacroWords::canPasteBeginning(
    StringRef Beginning, function_ref<bool(StringRef)> IsSpelt) const {
  // What is pasted to it may go on as the rest of the beginning does.
  auto GoesOn = [](const Part &Next, StringRef Rest) {
    return Next.Parameter || StringRef(Next.Text).starts_with(Rest) ||
           Rest.starts_with(Next.Text);
  };
  auto Begins = [&](const Part &First, const Part &Next) {
    if (!First.Parameter)
      return StringRef(First.Text).starts_with(Beginning) ||
             (Beginning.starts_with(First.Text) &&
              GoesOn(Next, Beginning.drop_front(First.Text.size())));
    for (size_t I = 0; I < Beginning.size(); ++I)
      if ((I == 0 || IsSpelt(Beginning.take_front(I))) &&
          GoesOn(Next, Beginning.drop_front(I)))
        return true;
    return false;
  };
  return any_of(Pasted, [&](ArrayRef<Part> Parts) {
    for (size_t I = 0; I + 1 < Parts.size(); ++I)
      if ((I == 0 || Parts[I].Parameter) && Begins(Parts[I], Parts[I + 1]))
        return true;
    return false;
  });
}

namespace {

bool isStart(char C) {
  return isAlpha(C) || C == '_' || C == '$' || static_cast<signed char>(C) < 0;
}
bool isPart(char C) { return isStart(C) || isDigit(C); }
bool isBlank(char C) {
  return C == ' ' || C == '\t' || C == '\f' || C == '\v' || C == '\r';
}

class Reader {
public:
  Reader(StringRef Text, WordTable &Table) : Text(Text), Table(Table) {}

  SourceWords read() {
    Result.NoLint = Text.contains("NOLINT");
    Result.Trigraphs = Text.contains("??");
    // Where a comment ends is not seen otherwise. Nor is text of 16 bits.
    Result.Odd = Text.contains("*\\\n") || Text.contains("*\\\r") ||
                 Text.contains('\0') || Text.starts_with("\xFE\xFF") ||
                 Text.starts_with("\xFF\xFE");
    if (Text.starts_with("\xEF\xBB\xBF"))
      At = 3;
    while (At < Text.size())
      next();
    endDirective();
    for (std::vector<uint32_t> *Words :
         {&Result.All, &Result.Used, &Result.Free}) {
      llvm::sort(*Words);
      Words->erase(std::unique(Words->begin(), Words->end()), Words->end());
    }
    return std::move(Result);
  }

private:
  char peek(size_t Ahead = 0) const {
    return At + Ahead < Text.size() ? Text[At + Ahead] : '\0';
  }

  /// How long the splice is that begins with the '\' at \p Place; 0: it is
  /// none.
  size_t spliceAt(size_t Place) const {
    size_t End = Place + 1;
    while (End < Text.size() && isBlank(Text[End]))
      ++End;
    return End < Text.size() && Text[End] == '\n' ? End + 1 - Place : 0;
  }

  /// A token of several characters that a splice may stand in the middle of.
  void checkSplice(size_t Length) {
    char Before = At > 0 ? Text[At - 1] : '\0';
    char After = peek(Length);
    bool InWord =
        isPart(Before) && (isPart(After) || StringRef("\"'\\").contains(After));
    bool InMark = Before == '/' ? After == '/' || After == '*'
                  : Before == '%'
                      ? After == ':'
                      : After == Before && StringRef(".?#").contains(Before);
    Result.Odd |= InWord || InMark || Before == '\\';
  }

  void next() {
    char C = Text[At];
    if (C == '\n') {
      ++At;
      endDirective();
      LineStart = true;
      return;
    }
    if (isBlank(C)) {
      ++At;
      return;
    }
    if (C == '\\') {
      if (size_t Length = spliceAt(At)) {
        checkSplice(Length);
        At += Length;
        return;
      }
      // \u0041, \N{...}
      Result.Odd |= isAlpha(peek(1));
    }
    if (C == '/' && (peek(1) == '/' || peek(1) == '*'))
      return comment();
    bool First = LineStart;
    LineStart = false;
    if (isStart(C))
      return word(First);
    if (isDigit(C) || (C == '.' && isDigit(peek(1))))
      return number();
    if (C == '"' || C == '\'')
      return literal();
    if (C == '#' && First && !InDirective)
      return directive();
    punctuation();
  }

  void comment() {
    if (peek(1) == '*') {
      size_t End = Text.find("*/", At + 2);
      At = End == StringRef::npos ? Text.size() : End + 2;
      return;
    }
    Result.LineComments = true;
    skipLine();
  }

  /// To the end of the line, which a splice puts off.
  void skipLine() {
    while (At < Text.size()) {
      size_t End = Text.find('\n', At);
      if (End == StringRef::npos) {
        At = Text.size();
        return;
      }
      At = End;
      size_t Last = Text.find_last_not_of(" \t\f\v\r", End ? End - 1 : 0);
      if (Last == StringRef::npos || Text[Last] != '\\' || Last >= End)
        return;
      ++At;
    }
  }

  void number() {
    appendPart(tokenAt([&] {
      ++At;
      while (At < Text.size()) {
        char C = Text[At];
        if ((C == '+' || C == '-') &&
            StringRef("eEpP").contains(Text[At - 1])) {
          ++At;
        } else if (C == '\'' && isPart(peek(1))) {
          At += 2;
        } else if (isPart(C) || C == '.') {
          ++At;
        } else {
          break;
        }
      }
    }));
    BehindDot = false;
  }

  void literal() {
    char Quote = Text[At];
    size_t Begin = At++;
    while (At < Text.size() && Text[At] != Quote) {
      if (Text[At] == '\\') {
        size_t Length = spliceAt(At);
        At += Length ? Length : 2;
        continue;
      }
      // Unfinished, as in #error don't.
      if (Text[At] == '\n') {
        plainWords(Text.slice(Begin, At));
        BehindDot = false;
        return;
      }
      ++At;
    }
    At = std::min(At + 1, Text.size());
    appendPart(Text.slice(Begin, At));
    BehindDot = false;
  }

  void plainWords(StringRef Line) {
    while (!Line.empty()) {
      if (!isStart(Line.front())) {
        Line = Line.drop_front();
        continue;
      }
      StringRef Word = Line.take_while(isPart);
      add(Word, /*IsFree=*/true);
      Line = Line.drop_front(Word.size());
    }
  }

  template <typename Advance> StringRef tokenAt(Advance Over) {
    size_t Begin = At;
    Over();
    return Text.slice(Begin, At);
  }

  void word(bool First) {
    StringRef Word = tokenAt([&] {
      while (At < Text.size() && isPart(Text[At]))
        ++At;
    });
    if (peek() == '"' &&
        is_contained<StringRef>({"R", "LR", "uR", "UR", "u8R"}, Word))
      return rawString();
    if (Word == "import" || Word == "module" ||
        Word == "__preprocessed_module" || Word == "__preprocessed_import") {
      char Before = At > Word.size() ? Text[At - Word.size() - 1] : '\0';
      if (First || LastWord == "export" || Before == '@' ||
          (InDirective && Kind == DirectiveKind::Pragma))
        Result.Modules = true;
    }
    LastWord = Word;
    if (Wants == Wanted::Name)
      return name(Word);
    if (Wants == Wanted::Parameters) {
      Parameters.push_back(Word);
      return;
    }
    if (!InDirective || Kind != DirectiveKind::Quiet)
      add(Word, !BehindDot);
    appendPart(Word, is_contained(Parameters, Word) || Word == "__VA_ARGS__" ||
                         Word == "__VA_OPT__");
    BehindDot = false;
  }

  void add(StringRef Word, bool IsFree) {
    uint32_t Number = Table.add(Word);
    Result.All.push_back(Number);
    Result.Used.push_back(Number);
    if (IsFree)
      Result.Free.push_back(Number);
    if (InDirective && Kind == DirectiveKind::Define)
      Macro.Body.push_back(Number);
  }

  void rawString() {
    Result.RawStrings = true;
    size_t Open = Text.find('(', At);
    StringRef Mark = Text.slice(At + 1, std::min(Open, Text.size()));
    if (Open == StringRef::npos || Mark.size() > 16 ||
        Mark.find_first_of(" \t\n\\)\"") != StringRef::npos) {
      Result.Odd = true;
      ++At;
      return;
    }
    std::string End = (")" + Mark + "\"").str();
    size_t Close = Text.find(End, Open);
    At = Close == StringRef::npos ? Text.size() : Close + End.size();
    appendPart("\"");
    BehindDot = false;
  }

  void punctuation() {
    char C = Text[At];
    size_t Length = 1;
    bool Dot = false;
    if (C == '#' && InDirective && peek(1) == '#') {
      Length = 2;
      if (Kind == DirectiveKind::Define)
        Pasting = true;
      At += Length;
      return;
    }
    if (C == '%' && peek(1) == ':')
      Result.Odd = true;
    if (C == '.')
      Dot = peek(1) != '.' && (At == 0 || Text[At - 1] != '.');
    if (C == '-' && peek(1) == '>') {
      Length = 2;
      Dot = true;
    }
    if (Wants == Wanted::Parameters && C == '.') {
      ++At;
      return;
    }
    if (Wants == Wanted::Parameters && C == ')') {
      Wants = Wanted::Nothing;
      ++At;
      return;
    }
    if (Wants == Wanted::Parameters) {
      ++At;
      return;
    }
    appendPart(Text.substr(At, Length));
    BehindDot = Dot;
    At += Length;
  }

  /// The next token of a macro's body, which may be pasted to the one before.
  void appendPart(StringRef Token, bool Parameter = false) {
    if (!InDirective || Kind != DirectiveKind::Define)
      return;
    MacroWords::Part Now{Parameter, Token.str()};
    if (std::exchange(Pasting, false)) {
      if (Chain.empty())
        Chain.push_back(LastPart);
      Chain.push_back(Now);
    } else {
      endChain();
    }
    LastPart = std::move(Now);
  }

  void endChain() {
    if (Chain.size() > 1)
      Macro.Pasted.push_back(std::move(Chain));
    Chain.clear();
  }

  void directive() {
    ++At;
    while (At < Text.size() && isBlank(Text[At]))
      ++At;
    StringRef Name = tokenAt([&] {
      while (At < Text.size() && isPart(Text[At]))
        ++At;
    });
    InDirective = true;
    BehindDot = false;
    Macro = {};
    Parameters.clear();
    Wants = Wanted::Nothing;
    // Between the '#' and its name.
    if (Name.empty() && (peek() == '/' || peek() == '\\'))
      Result.Odd = true;
    Kind = StringSwitch<DirectiveKind>(Name)
               .Case("define", DirectiveKind::Define)
               .Case("pragma", DirectiveKind::Pragma)
               .Default(DirectiveKind::Quiet);
    if (is_contained<StringRef>(
            {"define", "undef", "ifdef", "ifndef", "elifdef", "elifndef"},
            Name))
      Wants = Wanted::Name;
    // Their text is no code, and a quote in it is none.
    if (Name == "error" || Name == "warning") {
      StringRef Line = tokenAt([&] { skipLine(); });
      size_t Open = Line.find("/*");
      if (Open != StringRef::npos && !Line.substr(Open).contains("*/"))
        Result.Odd = true;
    }
  }

  /// What a directive defines or asks for.
  void name(StringRef Word) {
    Wants = Wanted::Nothing;
    uint32_t Number = Table.add(Word);
    Result.All.push_back(Number);
    if (Kind != DirectiveKind::Define)
      return;
    Macro.Name = Number;
    HasName = true;
    if (peek() == '(') {
      ++At;
      Wants = Wanted::Parameters;
    }
  }

  void endDirective() {
    if (InDirective && Kind == DirectiveKind::Define && HasName) {
      endChain();
      Result.Macros.push_back(std::move(Macro));
    }
    Macro = {};
    HasName = false;
    Chain.clear();
    Pasting = false;
    if (InDirective)
      BehindDot = false;
    InDirective = false;
    Wants = Wanted::Nothing;
  }

  enum class DirectiveKind { Define, Pragma, Quiet };
  enum class Wanted { Nothing, Name, Parameters };

  StringRef Text;
  WordTable &Table;
  SourceWords Result;
  size_t At = 0;
  bool LineStart = true;
  bool BehindDot = false;
  bool InDirective = false;
  DirectiveKind Kind = DirectiveKind::Quiet;
  Wanted Wants = Wanted::Nothing;
  StringRef LastWord;
  MacroWords Macro;
  bool HasName = false;
  SmallVector<StringRef, 4> Parameters;
  bool Pasting = false;
  MacroWords::Part LastPart;
  std::vector<MacroWords::Part> Chain;
};

} // namespace

SourceWords wordsOf(StringRef Text, WordTable &Table) {
  return Reader(Text, Table).read();
}

} // namespace tidepool
