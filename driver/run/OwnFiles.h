// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which files of a unit are the project's own.

#ifndef TIDEPOOL_DRIVER_RUN_OWNFILES_H
#define TIDEPOOL_DRIVER_RUN_OWNFILES_H

#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <vector>

namespace tidepool {

/// The files of the unit that are not system headers, the main one too.
std::vector<clang::FileID> ownFiles(const clang::SourceManager &SM);

/// Each file of the unit, as often as it was entered.
void eachFile(
    const clang::SourceManager &SM,
    llvm::function_ref<void(clang::FileID, const clang::SrcMgr::FileInfo &)>
        Do);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_OWNFILES_H
