// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What may this be that is taken out of a container? What this unit puts there.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_STORED_H
#define TIDEPOOL_CHECKS_ANALYSIS_STORED_H

#include "Facts.h"
#include "llvm/ADT/SmallVector.h"

namespace tidepool {

/// A value, and the call that puts it into a container.
struct Stored {
  const clang::Expr *Value;
  const clang::Expr *At;
};

/// What \p Taken may be, where it is an element, or a part of one, of a
/// container that no other unit reaches; empty for all others.
llvm::SmallVector<Stored, 2> storedFor(Facts &F, const clang::Expr *Taken);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_STORED_H
