// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What do the arguments of a wait say of how long it lasts?

#ifndef TIDEPOOL_CHECKS_ANALYSIS_DEADLINEGIVEN_H
#define TIDEPOOL_CHECKS_ANALYSIS_DEADLINEGIVEN_H

#include "Deadline.h"

namespace tidepool {

/// \p Wait is a call whose entry waits. NotSet where its arguments say nothing.
Deadline deadlineGiven(Facts &F, const clang::Expr *Wait);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_DEADLINEGIVEN_H
