// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What counts of an object's life since it was given a new value? Whoever else
// may see the object, what it stands for from there on was made here.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_LIFESINCE_H
#define TIDEPOOL_CHECKS_ANALYSIS_LIFESINCE_H

#include "ObjectLife.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>

namespace tidepool {

/// What of \p Life counts at \p At, where it is certain that the same function
/// gave \p Object a new value before, by a use for which \p Makes holds: that
/// use, and all that may come between. None where there is no such use, or code
/// that is not in view may change the object in between.
std::optional<ObjectLife>
lifeSince(Facts &F, const clang::ValueDecl *Object, const ObjectLife &Life,
          const clang::Expr *At,
          llvm::function_ref<bool(const ObjectUse &)> Makes);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_LIFESINCE_H
