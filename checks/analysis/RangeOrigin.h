// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does the input decide how many elements a range has? A parameter does, an
// answer that was awaited (of one that was asked for so many, if a message says
// how many), and what a loop reads until its end; followed through variables,
// views, and the callers of functions that only this unit calls. Members and
// the results of calls have other origins: nothing in view says whether they
// grow with the input. Not asked: how many there are.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_RANGEORIGIN_H
#define TIDEPOOL_CHECKS_ANALYSIS_RANGEORIGIN_H

#include "Facts.h"
#include "Loop.h"

namespace tidepool {

/// \p Range may be a container, a view, an iterator, or the number of elements.
bool isInput(Facts &F, const clang::Expr *Range);

/// The same of what \p L iterates over.
bool isInput(Facts &F, const Loop &L);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_RANGEORIGIN_H
