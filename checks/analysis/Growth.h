// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does the input decide how many elements an object or a global keeps? It does
// where this unit adds to them once per call of a function that others call, or
// per turn of a loop over input, or takes them over from a caller. Elsewhere
// somebody may have chosen or cut their number. Not asked: how many there are.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_GROWTH_H
#define TIDEPOOL_CHECKS_ANALYSIS_GROWTH_H

#include "Facts.h"

namespace tidepool {

/// Is \p Range a member of this object, a part of one, or a global? Not what a
/// caller hands in, nor a local.
bool isKept(Facts &F, const clang::Expr *Range);

/// Does the input decide how many elements \p Range, which isKept(), has?
bool growsWithInput(Facts &F, const clang::Expr *Range);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_GROWTH_H
