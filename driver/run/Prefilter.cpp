// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Prefilter.h"
#include "Forked.h"
#include "Registry.h"
#include "UnitScanner.h"
#include "clang-tidy/GlobList.h"
#include "project/Utf8.h"
#include "vocabulary/Trigger.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <optional>

using namespace llvm;

namespace tidepool {
namespace {

/// A set of words that grows with the table.
class WordSet {
public:
  void add(ArrayRef<uint32_t> Words) {
    for (uint32_t Word : Words)
      add(Word);
  }
  bool add(uint32_t Word) {
    if (Word >= Bits.size())
      Bits.resize(Word + 1024);
    if (Bits.test(Word))
      return false;
    Bits.set(Word);
    return true;
  }
  bool has(uint32_t Word) const {
    return Word < Bits.size() && Bits.test(Word);
  }
  template <typename Do> void each(Do What) const {
    for (unsigned Word : Bits.set_bits())
      What(Word);
  }

private:
  BitVector Bits;
};

/// A trigger by the numbers of its words.
struct Asked {
  std::optional<uint32_t> Word;
  const Trigger *Of;
  SmallVector<uint32_t, 4> Needs;
};

/// What the checks of some jobs ask of a text.
struct Questions {
  /// A check's candidates do not come from words alone; empty: no check's.
  std::string Beyond;
  std::string VocabularyError;
  std::vector<Trigger> Triggers;
  std::vector<Asked> All;
};

/// Is something in \p Options to be complained of by whoever parses?
bool isAmiss(const RegisteredCheck &Check,
             const clang::tidy::ClangTidyOptions &Options) {
  return any_of(Check.Info->Options, [&](const OptionInfo &Option) {
    auto Given = Options.CheckOptions.find(
        (StringRef(Check.Info->Name) + "." + StringRef(Option.Name)).str());
    return Given != Options.CheckOptions.end() &&
           !isValueOf(Option, Given->second.Value);
  });
}

class Screen {
public:
  explicit Screen(const Cache &Known) : Known(Known) {}

  Screened look(const Job &Do) {
    Screened Result;
    ReadFiles Watched;
    ScannedFiles &Files = Sides[Do.Before.get()];
    IntrusiveRefCntPtr<vfs::FileSystem> Seen = Files.over(filesOf(Do));
    const bool Keep = Known.takes(Do);
    if (Keep)
      Seen = Watched.watch(std::move(Seen));
    const Questions &Asks = questionsOf(Do, *Seen, Files);
    Result.Why = Asks.Beyond;
    if (Result.Why.empty())
      Result.Why = Asks.VocabularyError;
    if (!Result.Why.empty())
      return Result;
    ScannedUnit Unit = scanUnit(Do.What, commandOf(Do), Files, Seen);
    Result.Why = Unit.Failure.empty() ? whyNot(Do, Asks, Unit) : Unit.Failure;
    if (!Result.Why.empty())
      return Result;
    Result.Skip = true;
    Result.Result.File = Do.What.File;
    Result.Result.Headers = std::move(Unit.Headers);
    Result.Result.Skipped = true;
    if (Keep)
      Result.Result.NotKept = Known.store(
          Do, Result.Result, std::move(Watched), [&](StringRef Path) {
            ScannedFile *File = Files.find(Path);
            return File && !File->Failed ? File->hash() : std::string();
          });
    return Result;
  }

private:
  const Questions &questionsOf(const Job &Do, vfs::FileSystem &Seen,
                               ScannedFiles &Files);
  std::string whyNot(const Job &Do, const Questions &Asks,
                     const ScannedUnit &Unit);
  std::string oddity(const Job &Do, const ScannedUnit &Unit,
                     const SourceWords &Of) const;
  std::string followMacros(const Questions &Asks, const ScannedUnit &Unit,
                           const SourceWords &Defined, WordSet &Used);

  bool canPaste(const Questions &Asks, const MacroWords &Macro,
                const WordSet &Used);
  const SourceWords &wordsIn(ScannedFile &File);

  const Cache &Known;
  WordTable Table;
  /// Of all files that were looked at, the definitions of each macro.
  DenseMap<uint32_t,
           SmallVector<std::pair<const ScannedFile *, const MacroWords *>, 1>>
      Macros;
  DenseSet<const ScannedFile *> Indexed;
  DenseMap<std::pair<const Questions *, const MacroWords *>, bool> Pastes;
  std::map<const Snapshot *, ScannedFiles> Sides;
  /// By the checks and the text of the vocabulary.
  StringMap<std::unique_ptr<Questions>> Asking;
};

const Questions &Screen::questionsOf(const Job &Do, vfs::FileSystem &Seen,
                                     ScannedFiles &Files) {
  std::string Key = *Do.Options.Checks;
  // All that may be inherited, and for each unit anew: the cache knows of what
  // is read through Seen.
  for (std::string Yaml = Vocabulary::projectFile(Seen, Do.What.File);
       !Yaml.empty();
       Yaml = Vocabulary::projectFile(Seen, sys::path::parent_path(Yaml))) {
    auto Opened = Seen.openFileForRead(Yaml);
    ScannedFile *File = Files.find(Yaml);
    Key += '\0' + Yaml + '\0' + (Opened && File ? File->hash() : "");
  }
  for (const auto &Option : Do.Options.CheckOptions)
    Key += '\0' + Option.getKey().str() + "=" + Option.getValue().Value;
  std::unique_ptr<Questions> &Result = Asking[Key];
  if (Result)
    return *Result;
  Result = std::make_unique<Questions>();

  StringSet<> Roles;
  clang::tidy::GlobList Enabled(*Do.Options.Checks);
  for (const RegisteredCheck &Check : registeredChecks()) {
    if (!Enabled.contains(Check.Info->Name))
      continue;
    if (Check.Info->CandidateRoles.empty())
      Result->Beyond =
          std::string(Check.Info->Name) + " asks for more than words";
    if (isAmiss(Check, Do.Options))
      Result->Beyond = "its configuration is amiss";
    for (std::string_view Role : Check.Info->CandidateRoles)
      Roles.insert(Role);
  }
  // What clang itself says is found by parsing alone.
  for (StringRef Other : {"clang-diagnostic-error", "clang-diagnostic-unused",
                          "clang-analyzer-core"})
    if (Enabled.contains(Other))
      Result->Beyond = "what clang warns of is wanted";
  ProjectVocabulary Words = Vocabulary::forFile(Seen, Do.What.File);
  if (!Words.Error.empty())
    Result->VocabularyError = Words.File + " cannot be read";
  Result->Triggers = triggersOf(*Words.Words, Roles);
  for (const Trigger &One : Result->Triggers) {
    Asked Ask;
    Ask.Of = &One;
    if (!One.Word.empty() && !One.Beginning)
      Ask.Word = Table.add(One.Word);
    for (const std::string &Name : One.Needs)
      Ask.Needs.push_back(Table.add(Name));
    Result->All.push_back(std::move(Ask));
  }
  return *Result;
}

std::string Screen::oddity(const Job &Do, const ScannedUnit &Unit,
                           const SourceWords &Of) const {
  if (Of.Odd)
    return "is written oddly";
  if (Of.Trigraphs && Unit.Trigraphs)
    return "may have trigraphs";
  if (Of.RawStrings && !Unit.RawStrings)
    return "may have raw strings, in a dialect that has none";
  if (Of.LineComments && !Unit.LineComments)
    return "may have comments of another dialect";
  if (Of.NoLint && Do.WantsNoLints)
    return "has a NOLINT comment";
  return {};
}

/// Adds to \p Used what the macros of the unit make of it. Says why, where that
/// is not known.
std::string Screen::followMacros(const Questions &Asks, const ScannedUnit &Unit,
                                 const SourceWords &Defined, WordSet &Used) {
  DenseSet<const ScannedFile *> Here;
  for (const ScannedUnit::File &File : Unit.Files)
    Here.insert(File.Known);
  SmallVector<uint32_t, 64> Open;
  auto Reach = [&](uint32_t Word) {
    if (Macros.count(Word))
      Open.push_back(Word);
  };
  // What -D defines spells its body, and may paste it.
  for (const MacroWords &One : Defined.Macros)
    if (!One.Pasted.empty())
      return "-D pastes names together";
  Used.each(Reach);
  while (!Open.empty()) {
    uint32_t Name = Open.pop_back_val();
    for (const auto &[File, One] : Macros.find(Name)->second) {
      if (!Here.contains(File))
        continue;
      if (canPaste(Asks, *One, Used))
        return "'" + Table.text(Name).str() + "' pastes names together";
      for (uint32_t Word : One->Body)
        if (Used.add(Word))
          Reach(Word);
    }
  }
  return {};
}

/// Can the macro make a word that something is asked of?
bool Screen::canPaste(const Questions &Asks, const MacroWords &Macro,
                      const WordSet &Used) {
  if (Macro.Pasted.empty())
    return false;
  auto [Known, New] = Pastes.try_emplace({&Asks, &Macro}, false);
  if (New)
    Known->second = any_of(Asks.All, [&](const Asked &Ask) {
      return (Ask.Word && Macro.canPaste(Ask.Of->Word)) ||
             any_of(Ask.Of->Needs, [&](const std::string &Name) {
               return Macro.canPaste(Name);
             });
    });
  return Known->second || any_of(Asks.All, [&](const Asked &Ask) {
           return Ask.Of->Beginning &&
                  Macro.canPasteBeginning(Ask.Of->Word, [&](StringRef Part) {
                    std::optional<uint32_t> Word = Table.find(Part);
                    return Word && Used.has(*Word);
                  });
         });
}

const SourceWords &Screen::wordsIn(ScannedFile &File) {
  const SourceWords &Words = File.words(Table);
  if (Indexed.insert(&File).second)
    for (const MacroWords &One : Words.Macros)
      if (!One.Body.empty() || !One.Pasted.empty())
        Macros[One.Name].push_back({&File, &One});
  return Words;
}

std::string Screen::whyNot(const Job &Do, const Questions &Asks,
                           const ScannedUnit &Unit) {
  WordSet Declared;
  WordSet Used;
  WordSet Free;
  for (const ScannedUnit::File &File : Unit.Files) {
    const SourceWords &Of = wordsIn(*File.Known);
    Declared.add(Of.All);
    if (Of.Modules && Unit.Modules)
      return "it names modules";
    if (!File.Own)
      continue;
    if (std::string Why = oddity(Do, Unit, Of); !Why.empty())
      return File.Known->Path + " " + Why;
    Used.add(Of.Used);
    Free.add(Of.Free);
  }
  SourceWords Defined = wordsOf(Unit.Defined, Table);
  Declared.add(Defined.All);
  Used.add(Defined.Used);
  // Of headers of others too: attributes give roles to names of any kind.
  if (Declared.has(Table.add("annotate")))
    return "its attributes may say what its names stand for";
  WordSet Direct = Used;
  if (std::string Why = followMacros(Asks, Unit, Defined, Used); !Why.empty())
    return Why;
  // A macro may put its words anywhere.
  Used.each([&](uint32_t Word) {
    if (!Direct.has(Word))
      Free.add(Word);
  });
  Free.add(Defined.Used);
  if (Unit.OpenMP)
    for (StringRef Word : {"omp", "_Pragma", "__pragma"})
      if (Used.has(Table.add(Word)))
        return "it may have directives of OpenMP's";

  for (const Asked &Ask : Asks.All) {
    const Trigger &Of = *Ask.Of;
    const WordSet &Spelt = Of.Member ? Used : Free;
    if (Ask.Word && !Spelt.has(*Ask.Word))
      continue;
    if (!all_of(Ask.Needs, [&](uint32_t Name) { return Declared.has(Name); }))
      continue;
    if (Of.Beginning) {
      bool Any = false;
      Spelt.each(
          [&](uint32_t Word) { Any |= Table.text(Word).starts_with(Of.Word); });
      if (!Any)
        continue;
    }
    return Of.Word.empty()
               ? "it may use '" + Of.Of + "'"
               : "it spells '" + Of.Word + "', as in '" + Of.Of + "'";
  }
  return {};
}

} // namespace

std::vector<Screened> screen(ArrayRef<const Job *> Jobs, unsigned Processes,
                             unsigned Seconds, const Cache &Known) {
  auto Answers =
      askInProcesses(Jobs.size(), Processes, Seconds, [&]() -> Answerer {
        auto One = std::make_shared<Screen>(Known);
        return [&, One](size_t I) {
          Screened Found = One->look(*Jobs[I]);
          std::string Text;
          raw_string_ostream(Text)
              << json::Value(json::Object{{"why", utf8(Found.Why)},
                                          {"skip", Found.Skip},
                                          {"result", toJSON(Found.Result)}});
          return Text;
        };
      });
  std::vector<Screened> Result(Jobs.size());
  for (size_t I = 0; I < Jobs.size(); ++I) {
    Screened &One = Result[I];
    One.Why = "its includes could not be followed";
    Expected<json::Value> Read =
        json::parse(Answers[I] ? StringRef(*Answers[I]) : StringRef());
    if (!Read) {
      consumeError(Read.takeError());
      continue;
    }
    json::Path::Root Root("screened");
    json::ObjectMapper Map(*Read, Root);
    Screened Told;
    if (Map && Map.map("why", Told.Why) && Map.map("skip", Told.Skip) &&
        Map.map("result", Told.Result))
      One = std::move(Told);
  }
  return Result;
}

} // namespace tidepool
