// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does this deadline bound anything? A setter on a local after which nothing
// waits on it, or only what does not heed it; a time point that passed long ago
// when an endless loop waits until it once more. Unknown: objects that others
// may use, loops that somebody may leave.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_EMPTYDEADLINE_H
#define TIDEPOOL_CHECKS_ANALYSIS_EMPTYDEADLINE_H

#include "Answer.h"
#include "Facts.h"
#include "Loop.h"

namespace tidepool {

struct EmptyDeadline {
  enum class Kind {
    Used,     ///< something may heed it
    Unused,   ///< nothing waits on the object afterwards
    Unheeded, ///< what waits on it blocks, and does not heed it
  };
  Kind Is = Kind::Used;
  const clang::ValueDecl *Object = nullptr;
  Reasons Because;
};

/// \p Setter is a call that sets a deadline on an object.
EmptyDeadline emptyDeadline(Facts &F, const clang::Expr *Setter);

/// The time point that \p Call waits until, or sets, in an endless loop that
/// goes on when it has passed; null where it is made anew, or a turn may leave
/// the loop.
const clang::VarDecl *staleDeadline(Facts &F, const clang::Expr *Call);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_EMPTYDEADLINE_H
