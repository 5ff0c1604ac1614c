// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does this condition let only so many past? A count of what runs, of what was
// started, of what still may start, or a flag that lets one through. Not
// counts: a loop's own counter, a size of something else, a state of several
// values.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_COUNT_H
#define TIDEPOOL_CHECKS_ANALYSIS_COUNT_H

#include "Bound.h"
#include "Spawn.h"
#include <optional>

namespace tidepool {

struct Count {
  Bound Most;
  /// On which edge of the condition one more may start.
  bool BelowIsTrue = true;
  const clang::ValueDecl *Of = nullptr;
  /// Goes up with a start and down with an end.
  bool Running = false;
};

/// `active < limit`, `threads.size() >= limit`, `budget-- > 0`
std::optional<Count> countIn(Facts &F, const clang::Expr *Condition,
                             const Spawn &Started, const BoundNames &Names);

/// `if (!started) { started = true; ...` around \p Inside: one at most, until
/// it is put back.
std::optional<Count> flagIn(Facts &F, const clang::Expr *Condition,
                            const Spawn &Started, const clang::Expr *Inside);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_COUNT_H
