// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does a wait in time stand before, but for the beginning alone of what is
// fetched? A peer that sends the first byte, and then nothing, holds who waits
// for the rest.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_FIRSTPART_H
#define TIDEPOOL_CHECKS_ANALYSIS_FIRSTPART_H

#include "Facts.h"

namespace tidepool {

/// Is more fetched at \p At, which is \p Wait or leads to it, than what came
/// while \p Ready waited: a whole of several parts, or in a loop that waits no
/// more?
bool fetchesMore(Facts &F, const clang::Expr *Ready, const clang::Expr *Wait,
                 const clang::Expr *At);

/// What waits in time, in the same function, for the beginning alone of what
/// \p Wait fetches from \p Handle; null where nothing does, or the descriptor
/// may be one that does not block.
const clang::Expr *beginsInTime(Facts &F, const clang::Expr *Wait,
                                const clang::Expr *Handle);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_FIRSTPART_H
