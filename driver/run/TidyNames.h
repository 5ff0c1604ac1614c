// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Names of ours in .clang-tidy files. clang-tidy takes no notice of a name that
// it does not know, and whoever misspelled it believes it holds.

#ifndef TIDEPOOL_DRIVER_RUN_TIDYNAMES_H
#define TIDEPOOL_DRIVER_RUN_TIDYNAMES_H

#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/Support/Error.h"

namespace tidepool {

/// Fails where \p Options, as one file has them, name a check or an option of
/// ours that there is not. Globs may match nothing: they are for later releases
/// too.
llvm::Error validateNames(const clang::tidy::ClangTidyOptions &Options);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_TIDYNAMES_H
