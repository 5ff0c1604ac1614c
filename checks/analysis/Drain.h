// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does a loop wait for what it started? Each task before the next, a batch once
// it is full, the oldest of a window, or everything once a turn of an outer
// loop. A wait after the loop drains nothing: by then all are running.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_DRAIN_H
#define TIDEPOOL_CHECKS_ANALYSIS_DRAIN_H

#include "Bound.h"
#include "Loop.h"
#include "Spawn.h"

namespace tidepool {

struct Drain {
  enum class Kind {
    None,
    EachTurn, ///< what a turn started has ended before the next turn starts
    Full,     ///< waits once Limit tasks are in flight
    Unknown,  ///< the handles go where this unit cannot look
  };
  Kind Is = Kind::None;
  /// For Full.
  Bound Limit;
  Reasons Because;
};

/// \p Inside is the spawn, or the call on the way to it, that \p L repeats.
Drain drainOf(Facts &F, const Loop &L, const Spawn &Started,
              const clang::Expr *Inside, const BoundNames &Names);

/// How large a batch is whose wait stands under \p Compare; none where that
/// says nothing of a size (`size() > 0`).
std::optional<Bound> batchLimit(Facts &F, const clang::BinaryOperator *Compare,
                                const BoundNames &Names);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_DRAIN_H
