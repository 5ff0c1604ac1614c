// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Edits the text of a .clang-tidy file, whose comments and layout are the
// user's.

#ifndef TIDEPOOL_DRIVER_RUN_TIDYFILE_H
#define TIDEPOOL_DRIVER_RUN_TIDYFILE_H

#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <string>

namespace tidepool {

struct TidyFileEdit {
  std::string Text;
  /// What was done, or why nothing was to do, for the user.
  std::string What;
};

/// The globs that name the core checks of this release and of later ones:
/// "tidepool-*", less those that are off by default.
std::string defaultGlobs();

/// \p File with defaultGlobs() at the end of its Checks, where a `-*` stands
/// there and no glob names tidepool. Fails where the file is broken, or written
/// in a way that this does not know how to edit.
llvm::Expected<TidyFileEdit> nameChecks(llvm::MemoryBufferRef File);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_TIDYFILE_H
