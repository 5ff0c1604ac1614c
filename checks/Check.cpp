// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Check.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;
using namespace clang::tidy;

namespace tidepool {

CheckBase::CheckBase(StringRef Name, ClangTidyContext *Context,
                     const CheckInfo &Info)
    : ClangTidyCheck(Name, Context), Info(Info), Host(*Context),
      StrictWanted(Options.getLocalOrGlobal("Level", "core") == "strict" ||
                   !Info.isCore()),
      ExcusedWanted(Options.getLocalOrGlobal("ShowExcused", "off") == "on"),
      TestsWanted(Options.getLocalOrGlobal("Tests", "off") == "on") {}

void CheckBase::registerMatchers(ast_matchers::MatchFinder *Outer) {
  UnitFacts = Facts::of(*Outer);
  addMatchers(UnitFacts->finderFor(
      *this, Host.getEnableProfiling(),
      compat::wantsSystemHeaders(Host.getOptions()), *Outer));
}

void CheckBase::onStartOfTranslationUnit() {
  std::string Error = facts().takeVocabularyError();
  if (!Error.empty())
    configurationDiag("%0") << Error;
}

StringRef CheckBase::optionText(const OptionInfo &Option) const {
  StringRef Value = Options.get(Option.Name, StringRef(Option.Default));
  if (Option.Type != OptionType::Choice)
    return Value;
  SmallVector<StringRef, 4> Choices;
  StringRef(Option.Choices).split(Choices, '|');
  if (llvm::is_contained(Choices, Value))
    return Value;
  configurationDiag("invalid configuration value '%0' for option '%1.%2'; "
                    "one of '%3' is expected")
      << Value << Info.Name << Option.Name << Option.Choices;
  return Option.Default;
}

unsigned CheckBase::optionUnsigned(const OptionInfo &Option) const {
  unsigned Default = 0;
  StringRef(Option.Default).getAsInteger(10, Default);
  return Options.get(Option.Name, Default);
}

std::vector<std::string> CheckBase::optionList(const OptionInfo &Option) const {
  SmallVector<StringRef, 8> Words;
  Options.get(Option.Name, StringRef(Option.Default))
      .split(Words, ';', -1, false);
  std::vector<std::string> List;
  for (StringRef Word : Words)
    if (!Word.trim().empty())
      List.push_back(Word.trim().str());
  return List;
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
  return StrictWanted || Override.value_or(Message.Severity) == Level::Core;
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

void CheckBase::letGo(SourceLocation Place, bool Unknown, StringRef Because,
                      ArrayRef<Reason> Reasons) {
  if (!ExcusedWanted)
    return;
  diag(Place, Unknown ? "unknown: %0" : "excused: %0", DiagnosticIDs::Remark)
      << Because;
  noteReasons(Reasons);
}

} // namespace tidepool
