// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which expressions make the elements of this range? What is put into a
// container, what a view or an algorithm calls for each element of another
// range; followed through variables, and through functions of this unit that
// return, fill or take the container. Not asked: in which order.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_ELEMENTS_H
#define TIDEPOOL_CHECKS_ANALYSIS_ELEMENTS_H

#include "Facts.h"
#include "llvm/ADT/SmallVector.h"

namespace tidepool {

struct Elements {
  struct Source {
    /// Makes one element each time that it is evaluated; null for Callable.
    const clang::Expr *Made = nullptr;
    /// Called for each element of Range: what it returns is an element. Null
    /// where Range is a gather that returns all of them.
    const clang::Expr *Callable = nullptr;
    const clang::Expr *Range = nullptr;
    /// Where what Made makes is put in; Made itself may stand far before.
    const clang::Expr *Put = nullptr;
  };
  llvm::SmallVector<Source, 2> From;
  /// More may be put in where this unit cannot look.
  bool Outside = false;
};

Elements elementsOf(Facts &F, const clang::Expr *Range);

/// What one mention of a container puts into it.
struct Filled {
  /// The call or assignment that adds; null where nothing is added.
  const clang::Expr *Addition = nullptr;
  /// What it adds, a single element; null where it takes a whole range over.
  const clang::Expr *Element = nullptr;
  /// The range whose elements it takes over.
  const clang::Expr *Whole = nullptr;
};

Filled filledAt(Facts &F, const clang::Expr *Mention);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_ELEMENTS_H
