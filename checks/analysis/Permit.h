// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a call does with a permit: by its entry in the vocabulary, by its body
// where that is in view, or perhaps, by its name, where it is not.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_PERMIT_H
#define TIDEPOOL_CHECKS_ANALYSIS_PERMIT_H

#include "Bound.h"
#include "Count.h"

namespace tidepool {

bool takesPermit(const Entry *Api);
bool givesPermit(const Entry *Api);
bool waitsForCondition(const Entry *Api);

/// How many permits the limiter \p Decl was made with; unknown for null.
Bound capacityOf(Facts &F, const clang::ValueDecl *Decl,
                 const BoundNames &Names);

/// Is the limiter unlimited at first, seen whole, and never given a capacity?
bool limitsNothing(Facts &F, const clang::ValueDecl *Decl);

/// What a function does for its caller.
struct PermitHelp {
  enum class Kind {
    None,
    Refuses, ///< returns false where no permit is free
    Takes,   ///< comes back with a permit, or not at all
  };
  Kind Is = Kind::None;
  const clang::ValueDecl *Decl = nullptr;
  Bound Capacity;
};

/// \p Function is looked into as far as it is in view: permits of the
/// vocabulary, and counts that go up with a start and down with an end.
PermitHelp permitHelp(Facts &F, const clang::FunctionDecl *Function,
                      Counting &Counts, const BoundNames &Names,
                      unsigned Depth = 0);

/// Is \p Call to code that is not in view, and called like something that
/// waits for a permit: `connections->wait()` of a class Semaphore, throttle()?
bool mayTakePermit(Facts &F, const clang::CallExpr *Call);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_PERMIT_H
