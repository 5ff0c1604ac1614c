// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "TidyNames.h"
#include "CheckSelection.h"
#include "Configuration.h"
#include "Registry.h"
#include "findings/Nearest.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

using namespace llvm;

namespace tidepool {

constexpr StringLiteral Prefix = "tidepool-";

static Error mistake(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

/// By what it is called or was called.
static const CheckInfo *checkOf(StringRef Name) {
  for (const RegisteredCheck &Check : registeredChecks())
    if (Name == StringRef(Check.Info->Name) ||
        is_contained(Check.Info->RenamedFrom, std::string_view(Name)))
      return Check.Info;
  return nullptr;
}

static Error validateOption(StringRef Key) {
  auto [Name, Option] = Key.split('.');
  const CheckInfo *Check = checkOf(Name);
  if (!Check)
    return mistake("CheckOptions: '" + Key + "' is of no check" +
                   didYouMean(Name));
  // Those that every check has.
  SmallVector<StringRef, 8> Known = {"Level", "Severity", "ShowExcused",
                                     "TestPaths", "Tests"};
  for (const OptionInfo &One : Check->Options) {
    if (!One.RenamedFrom.empty() && Option == StringRef(One.RenamedFrom))
      return Error::success();
    Known.push_back(One.Name);
  }
  if (is_contained(Known, Option))
    return Error::success();
  return mistake("CheckOptions: " + Name + " has no option '" + Option + "'" +
                 didYouMean(Option, Known));
}

Error validateNames(const clang::tidy::ClangTidyOptions &Options) {
  StringRef Checks = Options.Checks ? StringRef(*Options.Checks) : "";
  for (StringRef Glob : splitGlobs(Checks)) {
    Glob.consume_front("-");
    if (Glob.starts_with(Prefix) && !Glob.contains('*') && !checkOf(Glob))
      return mistake("Checks: '" + Glob + "' names no check" +
                     didYouMean(Glob) + "; 'tidepool checks' lists them");
  }
  for (const auto &Option : Options.CheckOptions)
    if (Option.getKey().starts_with(Prefix))
      if (Error Wrong = validateOption(Option.getKey()))
        return Wrong;
  return Error::success();
}

} // namespace tidepool
