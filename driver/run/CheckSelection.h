// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which checks run, where a .clang-tidy file is shared with clang-tidy.

#ifndef TIDEPOOL_DRIVER_RUN_CHECKSELECTION_H
#define TIDEPOOL_DRIVER_RUN_CHECKSELECTION_H

#include "Names.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace tidepool {

/// The globs to run with, from the Checks of a .clang-tidy file: the core
/// checks, then those globs of the file that name tidepool, and a `-*` only
/// where such a glob follows it. An ordinary `-*,bugprone-*` must not switch
/// Tidepool off unseen.
std::string selectChecks(llvm::StringRef FileChecks);

/// True where a glob of \p FileChecks names tidepool: the file has its say.
bool namesTidepool(llvm::StringRef FileChecks);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_CHECKSELECTION_H
