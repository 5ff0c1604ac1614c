// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What bounds this wait? A time among its own arguments, or a deadline set on
// what it waits on: over the whole life of a local, or of a member of a class
// that this unit has whole, and through the callers of a function that no other
// unit calls. "Not set" is said only where all of that was seen; everything
// else is Unknown, with its reason. What a coroutine awaits and what a scope
// around it says are asked elsewhere.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_DEADLINEINFORCE_H
#define TIDEPOOL_CHECKS_ANALYSIS_DEADLINEINFORCE_H

#include "Deadline.h"

namespace tidepool {

/// \p Wait is a call whose entry waits, by io or for a task.
Deadline deadlineInForce(Facts &F, const clang::Expr *Wait);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_DEADLINEINFORCE_H
