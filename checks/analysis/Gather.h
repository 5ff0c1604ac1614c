// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does this expression wait for, all at once? A range of tasks, a callable
// for each element of a range, or tasks that are an argument each. Not a
// gather: a loop that waits for one task after the other.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_GATHER_H
#define TIDEPOOL_CHECKS_ANALYSIS_GATHER_H

#include "Facts.h"
#include "clang/Basic/Diagnostic.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace tidepool {

struct Gather {
  const clang::Expr *Site;
  const Entry *Api;
  GatherRole Role;
  /// The tasks, or what Callable is called for; of a pair of iterators, what
  /// they run over. Null where each task is an argument.
  const clang::Expr *Range = nullptr;
  /// `first + 8` behind `first`: the 8; null for all other ranges.
  const clang::Expr *Length = nullptr;
  const clang::Expr *Callable = nullptr;
  const clang::Expr *Limit = nullptr;
  /// Each argument that is a task; of `a && b && c` all three.
  llvm::SmallVector<const clang::Expr *, 8> Tasks;
};

/// `v` of `v.begin()` and of `std::begin(v)`, and all else as it is.
const clang::Expr *rangeOf(Facts &F, const clang::Expr *First);

std::optional<Gather> gatherAt(Facts &F, const clang::Expr *E);

/// Is \p Function, or the template that it is made from, itself what the
/// vocabulary calls a gather? Then its callers are asked, not what it calls.
bool isGather(Facts &F, const clang::FunctionDecl *Function);

/// Does something wait for all that \p Kept holds at once?
bool isGathered(Facts &F, const clang::ValueDecl *Kept);

/// The rewrite of \p G into its library's limited form with the limit \p Most;
/// empty where there is none, this unit does not declare it, or a macro writes
/// the call.
llvm::SmallVector<clang::FixItHint, 2> limitedForm(Facts &F, const Gather &G,
                                                   unsigned Most);

/// The gather that waits for \p Inner as one of its tasks; null if none does.
const clang::Expr *gatherAround(Facts &F, const Gather &Inner);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_GATHER_H
