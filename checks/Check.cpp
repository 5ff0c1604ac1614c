// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Check.h"
#include "Names.h"
#include "analysis/ExecutionContext.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/GlobPattern.h"
#include "llvm/Support/Path.h"

using namespace clang;
using namespace clang::tidy;

namespace tidepool {

/// Names that only files of tests and benchmarks have. Folders are left to the
/// user: a checkout that stands in ~/tests is no test.
static constexpr StringRef DefaultTestPaths =
    "*_test.*;*_tests.*;*_unittest.*;*_unittests.*;*_bench.*;*_benchmark.*";

static std::vector<std::string> split(StringRef List) {
  SmallVector<StringRef, 8> Words;
  List.split(Words, ';', -1, false);
  std::vector<std::string> Result;
  for (StringRef Word : Words)
    if (!Word.trim().empty())
      Result.push_back(Word.trim().str());
  return Result;
}

CheckBase::Shown CheckBase::shown(StringRef Option) {
  if (Option == "on")
    return Shown::All;
  return Option == "hushed" ? Shown::Hushed : Shown::Findings;
}

CheckBase::CheckBase(StringRef Name, ClangTidyContext *Context,
                     const CheckInfo &Info)
    : ClangTidyCheck(Name, Context), Info(Info), Host(*Context),
      Pinned(Edition::of(*Context)),
      StrictWanted(Options.getLocalOrGlobal("Level", "core") == "strict"),
      Wanted(shown(Options.getLocalOrGlobal("ShowExcused", "off"))),
      Infers(Options.getLocalOrGlobal("Wrappers", "on") != "off"),
      TestsWanted(Options.getLocalOrGlobal("Tests", "off") == "on"),
      TestPaths(split(Options.getLocalOrGlobal(
          "TestPaths", defaultOf("", "TestPaths", DefaultTestPaths)))) {
  // The driver's, who reads it itself; asking makes it a known name.
  (void)Options.get("Severity");
  // A budget is asked for when its unit is known, if ever; what is wrong with
  // it is said at once.
  for (const OptionInfo &Option : Info.Options)
    if (Option.Type == OptionType::Unsigned)
      (void)optionUnsigned(Option);
}

void CheckBase::registerMatchers(ast_matchers::MatchFinder *Outer) {
  UnitFacts = Facts::of(*Outer);
  UnitFacts->setInfers(Infers);
  addMatchers(UnitFacts->finderFor(
      *this, Host.getEnableProfiling(),
      compat::wantsSystemHeaders(Host.getOptions()), *Outer));
}

void CheckBase::onStartOfTranslationUnit() {
  std::string Error = facts().takeVocabularyError();
  if (!Error.empty())
    configurationDiag("%0") << Error;
}

void CheckBase::onEndOfTranslationUnit() {
  for (const auto &[Place, Words] : facts().takeWrongAnnotations())
    Host.diag("clang-tidy-config", Place, ("attribute 'tidepool::': " + Words));
  Templates.tell(facts().sources());
}

bool CheckBase::letGoAsForwarded(const Expr *Site) {
  const Expr *Call = facts().askedInstead(Site);
  if (Call)
    letGo(Site->getBeginLoc(), false,
          "it is all that the function around it does, whose callers are asked",
          {{Call->getBeginLoc(), "here, for one"}});
  return Call;
}

StringRef CheckBase::defaultOf(StringRef Check, StringRef Option,
                               StringRef Now) const {
  return Pinned ? Pinned->defaultOf(Check, Option).value_or(Now) : Now;
}

std::optional<StringRef> CheckBase::givenFor(const OptionInfo &Option) const {
  std::optional<StringRef> Given = Options.get(Option.Name);
  auto Under = [&](StringRef Check, StringRef Name) {
    if (Given || Name.empty())
      return;
    Given = OptionsView(Check, Host.getOptions().CheckOptions, &Host).get(Name);
    if (Given)
      tellRename((Check + "." + Name).str(),
                 (StringRef(Info.Name) + "." + StringRef(Option.Name)).str());
  };
  Under(Info.Name, Option.RenamedFrom);
  for (StringRef Old : Info.RenamedFrom) {
    Under(Old, Option.Name);
    Under(Old, Option.RenamedFrom);
  }
  return Given;
}

StringRef CheckBase::optionText(const OptionInfo &Option) const {
  StringRef Default = defaultOf(Info.Name, Option.Name, Option.Default);
  StringRef Value = givenFor(Option).value_or(Default);
  if (Option.Type != OptionType::Choice || isValueOf(Option, Value))
    return Value;
  configurationDiag("invalid configuration value '%0' for option '%1.%2'; "
                    "one of '%3' is expected")
      << Value << Info.Name << Option.Name << Option.Choices;
  return Default;
}

unsigned CheckBase::numberOf(const OptionInfo &Option) const {
  unsigned Value = 0;
  StringRef Default = defaultOf(Info.Name, Option.Name, Option.Default);
  if (givenFor(Option).value_or(Default).getAsInteger(10, Value))
    Default.getAsInteger(10, Value);
  return Value;
}

unsigned CheckBase::optionUnsigned(const OptionInfo &Option) const {
  unsigned Value = numberOf(Option);
  // It says what is wrong.
  (void)Options.get(Option.Name, Value);
  return Value;
}

unsigned CheckBase::budget(const OptionInfo &Option) const {
  if (!givenFor(Option))
    if (std::optional<unsigned> Size = facts().budgets().of(Option.Name))
      return *Size;
  // What is no number was said when the check was made.
  return numberOf(Option);
}

Budget::operator unsigned() const {
  if (!Known)
    Known = Of->budget(*Option);
  return *Known;
}

std::vector<std::string> CheckBase::optionList(const OptionInfo &Option) const {
  return split(optionText(Option));
}

void CheckBase::storeOptions(ClangTidyOptions::OptionMap &Opts) {
  for (const OptionInfo &Option : Info.Options) {
    if (Option.Type == OptionType::Unsigned)
      Options.store(Opts, Option.Name, optionUnsigned(Option));
    else
      Options.store(Opts, Option.Name, optionText(Option));
  }
}

bool CheckBase::wanted(const MessageInfo &Message,
                       std::optional<Level> Override) const {
  if (StrictWanted)
    return true;
  Level Usual = Message.Severity;
  if (Pinned) {
    std::optional<Level> Then = Pinned->levelOf(Info.Name, Message.Id);
    if (!Then)
      return false;
    Usual = *Then;
  }
  // A check that is off until it is named is there for its opinions.
  return !Info.isCore() || Override.value_or(Usual) == Level::Core;
}

void CheckBase::noteReasons(ArrayRef<Reason> Reasons) {
  // Editors drop notes that lie in a macro's text.
  const SourceManager &Sources = facts().sources();
  for (const Reason &Because : Reasons) {
    DiagnosticBuilder Note =
        diag(Sources.getFileLoc(Because.Place), "%0", DiagnosticIDs::Note);
    Note << Because.Words;
    for (const FixItHint &Fix : Because.Fixes)
      Note << Fix;
  }
}

bool CheckBase::isHushed(const Stmt *At) const {
  if (TestsWanted)
    return false;
  const SourceManager &Sources = facts().sources();
  StringRef Path =
      Sources.getFilename(Sources.getExpansionLoc(At->getBeginLoc()));
  StringRef Name = llvm::sys::path::filename(Path);
  return llvm::any_of(TestPaths,
                      [&](const std::string &Text) {
                        bool Whole = StringRef(Text).contains('/');
                        auto Glob = llvm::GlobPattern::create(Text);
                        if (!Glob) {
                          llvm::consumeError(Glob.takeError());
                          return false;
                        }
                        return Glob->match(Whole ? Path : Name);
                      }) ||
         inTest(facts(), At);
}

void CheckBase::hush(SourceLocation Place, ArrayRef<Reason> Reasons) {
  if (Wanted == Shown::Findings)
    return;
  diag(Place, "hushed: it stands in a test", DiagnosticIDs::Remark);
  noteReasons(Reasons);
}

void CheckBase::letGo(SourceLocation Place, bool Unknown, StringRef Because,
                      ArrayRef<Reason> Reasons) {
  if (!showsLetGo())
    return;
  diag(Place, Unknown ? "unknown: %0" : "excused: %0", DiagnosticIDs::Remark)
      << Because;
  noteReasons(Reasons);
}

} // namespace tidepool
