// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which size would suit this pool, and how is it written there?

#ifndef TIDEPOOL_CHECKS_ANALYSIS_POOLADVICE_H
#define TIDEPOOL_CHECKS_ANALYSIS_POOLADVICE_H

#include "PoolMade.h"
#include "PoolSize.h"

namespace tidepool {

/// What to do, with a rewrite where a number stands for the size. More than
/// \p MaxPerCore are too many where the machine sizes it already.
Reason adviceFor(Facts &F, const PoolMade &Made, const PoolSize &Size,
                 unsigned MaxPerCore);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_POOLADVICE_H
