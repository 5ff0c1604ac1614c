// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Is there a deadline in scope that this wait does not get? A stop token, a
// request's context, a duration or time point that speaks of a timeout: a
// parameter or local of the innermost function. What is used in any way that
// may bound the wait counts as Unknown; only what nobody looks at, or what
// other waits alone get, is not passed on. Deliberately not asked: members,
// plain integers, what an outer function has.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_DEADLINEINSCOPE_H
#define TIDEPOOL_CHECKS_ANALYSIS_DEADLINEINSCOPE_H

#include "Answer.h"
#include "Facts.h"

namespace tidepool {

struct ScopedDeadline {
  enum class Kind {
    None,        ///< there is none
    NotPassedOn, ///< there is one, and the wait does not get it
    Unknown,     ///< it may bound the wait in a way that is not followed
  };
  Kind Is = Kind::None;
  const clang::VarDecl *Decl = nullptr;
  ExpiryRole Role;
  Reasons Because;
};

/// \p Wait is a call that waits and has no deadline of its own. Of several in
/// scope, the one that \p Wait could take as it stands comes first.
ScopedDeadline deadlineInScope(Facts &F, const clang::Expr *Wait);

/// What to write so that \p Wait gets \p Scoped, with a fix where the rest of
/// the code stays right without a change. No words where the vocabulary knows
/// no form of \p Wait that takes one.
Reason howToPassOn(Facts &F, const clang::Expr *Wait,
                   const ScopedDeadline &Scoped);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_DEADLINEINSCOPE_H
