// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Names.h"
#include "Registry.h"
#include "clang-tidy/GlobList.h"
#include "support/LLVMCompat.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/raw_ostream.h"
#include <mutex>

using llvm::StringRef;

namespace tidepool {

std::vector<StringRef> splitGlobs(StringRef Checks) {
  std::vector<StringRef> Globs;
  while (!Checks.empty()) {
    size_t End = Checks.find_first_of(",\n");
    StringRef Glob = Checks.substr(0, End).trim();
    if (!Glob.empty())
      Globs.push_back(Glob);
    Checks = End == StringRef::npos ? StringRef() : Checks.substr(End + 1);
  }
  return Globs;
}

/// The check that had \p Name before; null if none had.
static const CheckInfo *renamed(StringRef Name) {
  for (const RegisteredCheck &Check : registeredChecks())
    if (llvm::is_contained(Check.Info->RenamedFrom, std::string_view(Name)))
      return Check.Info;
  return nullptr;
}

std::string todaysGlobs(StringRef Globs, ToldOfRename Told) {
  std::string Result;
  for (StringRef Glob : splitGlobs(Globs)) {
    StringRef Name = Glob;
    bool Off = Name.consume_front("-");
    if (!Result.empty())
      Result += ',';
    const CheckInfo *Check = renamed(Name);
    if (!Check) {
      Result += Glob;
      continue;
    }
    Told(Name, Check->Name);
    Result += Off ? "-" : "";
    Result += Check->Name;
  }
  return Result;
}

std::string todaysOption(StringRef Key, ToldOfRename Told) {
  auto [Name, Option] = Key.split('.');
  const CheckInfo *Check = renamed(Name);
  std::string Today = Check ? std::string(Check->Name) : Name.str();
  for (const RegisteredCheck &One : registeredChecks())
    if (One.Info->Name == Today)
      for (const OptionInfo &Known : One.Info->Options)
        if (!Known.RenamedFrom.empty() &&
            Option == StringRef(Known.RenamedFrom))
          Option = Known.Name;
  if (Key.contains('.'))
    Today += ("." + Option).str();
  if (Today != Key)
    Told(Key, Today);
  return Today;
}

bool isWanted(const CheckInfo &Info,
              const clang::tidy::ClangTidyContext &Context) {
  if (Info.RenamedFrom.empty() || !Context.getOptions().Checks)
    return true;
  clang::tidy::GlobList Enabled(
      todaysGlobs(*Context.getOptions().Checks, tellRename));
  return Enabled.contains(Info.Name);
}

std::string renameNotice(StringRef Old, StringRef New) {
  return ("'" + Old + "' is called '" + New +
          "' now; the old name still counts")
      .str();
}

void tellRename(StringRef Old, StringRef New) {
  static std::mutex OneAtATime;
  static llvm::StringSet<> Told;
  std::lock_guard<std::mutex> Lock(OneAtATime);
  if (Told.insert(Old).second)
    llvm::errs() << "tidepool: note: " << renameNotice(Old, New) << '\n';
}

} // namespace tidepool
