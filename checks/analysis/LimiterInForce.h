// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does a limiter bound what this loop starts? A permit taken, or a refusal, on
// every path to the spawn, by the control-flow graph and not by the order of
// the text; the limiter must outlive the loop, and the permit its task. Not
// limiters: rate limiters, one made anew in each turn, a collection of handles.
// Unknown counts as in force: a limiter is there, its capacity is not seen.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_LIMITERINFORCE_H
#define TIDEPOOL_CHECKS_ANALYSIS_LIMITERINFORCE_H

#include "Bound.h"
#include "Loop.h"
#include "Spawn.h"

namespace tidepool {

struct Limiter {
  enum class Kind {
    None,
    InForce,
    Unseen,     ///< something may take a permit, but its code is not in view
    FreedEarly, ///< the permit is given back before the task ends
    InsideTask, ///< taken by the task: bounds what runs, not what is started
  };
  Kind Is = Kind::None;
  /// What holds the permits, or what is counted; null where a helper hides it.
  const clang::ValueDecl *Decl = nullptr;
  Bound Capacity;
  Reasons Because;
};

/// \p L is the loop around \p Inside, the spawn or the call on the way to it;
/// null asks of one call of the function that \p Inside stands in.
Limiter limiterInForce(Facts &F, const Loop *L, const Spawn &Started,
                       const clang::Expr *Inside, const BoundNames &Names);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_LIMITERINFORCE_H
