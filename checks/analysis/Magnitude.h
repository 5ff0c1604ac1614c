// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How many tasks of one spawn can be in flight? The turns of the loops around
// it, multiplied through the helpers, lambdas and algorithms of this unit that
// lead to it; cut by the limiters and drains on the way. What happens in other
// units is left out: a function that only they call counts as called once.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_MAGNITUDE_H
#define TIDEPOOL_CHECKS_ANALYSIS_MAGNITUDE_H

#include "Drain.h"
#include "LimiterInForce.h"
#include "Spawn.h"
#include "TripCount.h"
#include <string>
#include <vector>

namespace tidepool {

struct Magnitude {
  enum class Kind { Number, Sized, Unknown, Unbounded };
  Kind Is = Kind::Number;
  uint64_t Number = 1;
  /// For Number: it comes from a limiter, a batch or a window.
  bool Explicit = false;
  /// "40 x 25 = 1000", "once per element of 'urls'".
  std::string Words;
  /// What to change: the spawn, or the call of its helper in the loop.
  const clang::Stmt *Place = nullptr;
  /// The loop that decides; null where no loop is around the spawn.
  std::optional<Loop> Around;
  TripCount Turns;
  /// Each task runs until it is told to stop: a worker per element, whose
  /// number somebody may have chosen.
  bool LongLived = false;
  /// One for each element that an object keeps, and nothing in view says that
  /// the input decides how many those are.
  bool OfKept = false;
  /// For Number: that many workers, and no tasks, are started here.
  bool Workers = false;
  /// FreedEarly or InsideTask, where a permit was found that does not help.
  Limiter Useless;
  Reasons Because;
};

/// How much of a finding \p Many is where so many may be in flight with no
/// explicit bound, and so many with one; 0 for none, 1 where it is not seen.
unsigned gravityOf(const Magnitude &Many, unsigned MaxTasks, unsigned MaxBound);

/// One answer a place at which a reader would change something; empty where no
/// loop leads to \p Started.
std::vector<Magnitude> magnitudesOf(Facts &F, const Spawn &Started,
                                    unsigned MaxTasks, const BoundNames &Names);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_MAGNITUDE_H
