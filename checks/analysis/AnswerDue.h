// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Is the other side to answer at all, where nothing bounds the wait for it? Who
// asked is owed an answer, and who was sent the first part of one is owed the
// rest; who only listens waits for what may never be meant to come.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_ANSWERDUE_H
#define TIDEPOOL_CHECKS_ANALYSIS_ANSWERDUE_H

#include "ObjectLife.h"

namespace tidepool {

enum class AnswerDue {
  Yes,
  NotAsked, ///< nothing is said to the other side where the wait stands
  Listens,  ///< and a loop waits for whatever comes
};

/// \p Path: the wait, and the calls that lead to it from where the object of
/// \p Life is.
AnswerDue answerDue(Facts &F, llvm::ArrayRef<const clang::Expr *> Path,
                    const ObjectLife &Life);

/// A signal that interrupts what waits, whatever it waits on; null for none.
const clang::Expr *interrupts(Facts &F,
                              llvm::ArrayRef<const clang::Expr *> Path);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_ANSWERDUE_H
