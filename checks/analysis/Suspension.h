// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which operation does this code stop for that only others can end? An
// operation of the vocabulary that is awaited where it is called, alone or in a
// race, one whose token stops the fibre that calls it, or one that blocks and
// has no timed form. Not asked: operations that are kept and awaited later, and
// those that only call a handler.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_SUSPENSION_H
#define TIDEPOOL_CHECKS_ANALYSIS_SUSPENSION_H

#include "Facts.h"
#include <optional>

namespace tidepool {

struct Suspension {
  /// The operation, and its entry: an `io`.
  const clang::Expr *Operation;
  const Entry *Api;
  /// The co_await, or the call itself where that stops a fibre or a thread.
  const clang::Expr *Await;
  /// It stands still with its thread, and not as a coroutine or fibre.
  bool blocksThread() const { return Api->Blocking.has_value(); }
};

/// The suspension for \p Operation; none where the caller goes on.
std::optional<Suspension> suspensionAt(Facts &F, const clang::Expr *Operation);

/// The awaitable that \p E is part of, one step up: past what wraps, passes or
/// converts it. Null where it ends.
const clang::Expr *outerAwaitable(Facts &F, const clang::Expr *E);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_SUSPENSION_H
