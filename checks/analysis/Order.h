// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// In which order do two parts of a function run? As its control-flow graph
// says; of parts of different functions nothing is known.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_ORDER_H
#define TIDEPOOL_CHECKS_ANALYSIS_ORDER_H

#include "Facts.h"

namespace tidepool {

/// Can \p Then be reached from \p First, on a way that does not lead through
/// \p Over, if that is given? Yes where nothing is known, as for parts of
/// different functions.
bool mayPrecede(Facts &F, const clang::Expr *First, const clang::Expr *Then,
                const clang::Expr *Over = nullptr);

/// Does every path to \p Then lead through \p First?
bool alwaysPrecedes(Facts &F, const clang::Expr *First,
                    const clang::Expr *Then);

/// Does a way from \p From to \p To lead through \p Over, and not once more
/// through \p From?
bool mayLieBetween(Facts &F, const clang::Expr *From, const clang::Expr *Over,
                   const clang::Expr *To);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_ORDER_H
