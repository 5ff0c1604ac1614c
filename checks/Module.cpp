// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the host sees of Tidepool: the checks and which of them are on.

#include "Names.h"
#include "Registry.h"
#include "support/LLVMCompat.h"
#include "llvm/Support/raw_ostream.h"
#include <cstdlib>

using namespace clang::tidy;

namespace tidepool {
namespace {

// A plugin that was made for one LLVM major and loaded into another lists its
// checks and then finds nothing, or crashes. Saying so is the one safe thing.
void refuseForeignHost() {
  std::string Running = clang::getClangFullVersion();
  std::string Made =
      "clang version " + std::to_string(LLVM_VERSION_MAJOR) + ".";
  if (llvm::StringRef(Running).contains(Made))
    return;
  llvm::StringRef Major(Running);
  Major = Major.substr(Major.find("clang version ") + strlen("clang version "));
  Major = Major.take_while([](char C) { return C >= '0' && C <= '9'; });
  llvm::errs() << "tidepool: this plugin was built for LLVM "
               << LLVM_VERSION_MAJOR
               << ", but the program that loads it is LLVM " << Major
               << "; build it with -DTIDEPOOL_LLVM=" << Major
               << " or use clang-tidy-" << LLVM_VERSION_MAJOR << "\n";
  llvm::errs().flush();
  std::_Exit(2);
}

/// Stands in for a check under a name that another setting took back.
class Silent : public ClangTidyCheck {
public:
  using ClangTidyCheck::ClangTidyCheck;
};

/// For the check's name and those that it had. The host may want it under
/// several at once, and knows nothing of `-` before an old one.
ClangTidyCheckFactories::CheckFactory factoryOf(const RegisteredCheck &Check) {
  if (Check.Info->RenamedFrom.empty())
    return Check.Create;
  return
      [&Check](llvm::StringRef Name,
               ClangTidyContext *Context) -> std::unique_ptr<ClangTidyCheck> {
        llvm::StringRef Today(Check.Info->Name);
        if (!isWanted(*Check.Info, *Context) ||
            (Name != Today && Context->isCheckEnabled(Today)))
          return std::make_unique<Silent>(Name, Context);
        return Check.Create(Name, Context);
      };
}

class TidepoolModule : public ClangTidyModule {
public:
  TidepoolModule() { refuseForeignHost(); }

  void addCheckFactories(ClangTidyCheckFactories &Factories) override {
    for (const RegisteredCheck &Check : registeredChecks()) {
      Factories.registerCheckFactory(Check.Info->Name, factoryOf(Check));
      for (llvm::StringRef Old : Check.Info->RenamedFrom)
        Factories.registerCheckFactory(Old, factoryOf(Check));
    }
  }

  // Nothing but Checks: any other field would be global to the host.
  ClangTidyOptions getModuleOptions() override {
    ClangTidyOptions Options;
    Options.Checks = coreChecks();
    return Options;
  }
};

ClangTidyModuleRegistry::Add<TidepoolModule>
    Add("tidepool", "Finds over-parallelization and its companions.");

} // namespace
} // namespace tidepool
