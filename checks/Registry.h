// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every check that is linked in, sorted by name. A check's file adds itself,
// so there is no list to edit.

#ifndef TIDEPOOL_CHECKS_REGISTRY_H
#define TIDEPOOL_CHECKS_REGISTRY_H

#include "CheckInfo.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <memory>

namespace clang::tidy {
class ClangTidyCheck;
class ClangTidyContext;
} // namespace clang::tidy

namespace tidepool {

struct RegisteredCheck {
  const CheckInfo *Info;
  std::unique_ptr<clang::tidy::ClangTidyCheck> (*Create)(
      llvm::StringRef Name, clang::tidy::ClangTidyContext *Context);
};

llvm::ArrayRef<RegisteredCheck> registeredChecks();

/// The check of that name, with or without the "tidepool-" prefix; null if
/// there is none.
const CheckInfo *findCheck(llvm::StringRef Name);

/// The globs that switch on every core check and nothing else:
/// "tidepool-a,tidepool-c".
std::string coreChecks();

/// The page of a check, docs/checks/<check>.md, compiled in; empty if none.
llvm::StringRef pageOf(const CheckInfo &Info);

void registerCheck(RegisteredCheck Check);

/// `static AddCheck<UnboundedSpawnInLoop> X;` at the end of a check's file.
template <typename Check> struct AddCheck {
  AddCheck() {
    registerCheck(
        {&Check::Info,
         [](llvm::StringRef Name, clang::tidy::ClangTidyContext *Context)
             -> std::unique_ptr<clang::tidy::ClangTidyCheck> {
           return std::make_unique<Check>(Name, Context);
         }});
  }
};

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_REGISTRY_H
