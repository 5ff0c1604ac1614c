// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names in Checks and CheckOptions. One that a check or an option had before
// keeps its meaning, and whoever still uses it is told.

#ifndef TIDEPOOL_CHECKS_NAMES_H
#define TIDEPOOL_CHECKS_NAMES_H

#include "CheckInfo.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace clang::tidy {
class ClangTidyContext;
} // namespace clang::tidy

namespace tidepool {

using ToldOfRename =
    llvm::function_ref<void(llvm::StringRef Old, llvm::StringRef New)>;

/// The globs of a Checks setting, which commas and newlines separate.
std::vector<llvm::StringRef> splitGlobs(llvm::StringRef Checks);

/// \p Globs with the names that checks have now.
std::string todaysGlobs(llvm::StringRef Globs, ToldOfRename Told);

/// The key in CheckOptions with the names of now: "tidepool-check.Option".
std::string todaysOption(llvm::StringRef Key, ToldOfRename Told);

/// Is the check wanted under the name that it has or one that it had? The host
/// knows nothing of the latter.
bool isWanted(const CheckInfo &Info,
              const clang::tidy::ClangTidyContext &Context);

/// For hosts that have no better place: a line on stderr, once a process.
void tellRename(llvm::StringRef Old, llvm::StringRef New);

/// "'old' is called 'new' now; the old name still counts"
std::string renameNotice(llvm::StringRef Old, llvm::StringRef New);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_NAMES_H
