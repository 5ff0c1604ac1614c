// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which descriptors does a pollfd or an fd_set hold?

#ifndef TIDEPOOL_CHECKS_ANALYSIS_WATCHED_H
#define TIDEPOOL_CHECKS_ANALYSIS_WATCHED_H

#include "Facts.h"
#include "llvm/ADT/SmallVector.h"

namespace tidepool {

/// What \p Set was filled with, wherever that happens.
llvm::SmallVector<const clang::Expr *, 2> watchedBy(Facts &F,
                                                    const clang::VarDecl *Set);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_WATCHED_H
