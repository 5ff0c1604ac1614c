// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does this pool ever have as many workers as its maximum says? Not where more
// than its minimum start only when its queue is full, and that never is.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_POOLGROWTH_H
#define TIDEPOOL_CHECKS_ANALYSIS_POOLGROWTH_H

#include "PoolMade.h"
#include "PoolSize.h"

namespace tidepool {

struct NeverGrown {
  uint64_t Minimum = 0;
  /// "that holds 10000000 tasks", of the queue.
  std::string Queue;
  Reasons Because;
};

/// None where it grows, and where it is not known.
std::optional<NeverGrown> neverGrown(Facts &F, const PoolMade &Made,
                                     const PoolSize &Size);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_POOLGROWTH_H
