// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which code does this callable run? A lambda, a function, a member, a bind or
// a functor of this unit; unknown for type-erased callables and for functions
// of other units.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_TASKBODY_H
#define TIDEPOOL_CHECKS_ANALYSIS_TASKBODY_H

#include "Bound.h"
#include "Facts.h"
#include "Spawn.h"

namespace tidepool {

/// The function whose body the task runs; null where it is not in view.
const clang::FunctionDecl *taskBody(Facts &F, const Spawn &Started);

/// The function with a body that \p Callable calls; null where none is in view.
const clang::FunctionDecl *bodyOf(Facts &F, const clang::Expr *Callable);

/// Does the task itself loop until there is no more work, as a worker over a
/// shared queue does? Then the number of tasks is not the number of items.
bool isWorkerLoop(Facts &F, const clang::FunctionDecl *Body);

/// Is the task no piece of work but a long-lived worker? It loops until
/// somebody else ends it: for ever, or as long as a flag says; a loop that its
/// own work can leave does not count. Where its code is not in view, what it is
/// called decides ("listenerThread"). The words say why.
std::optional<std::string> longLived(Facts &F, const Spawn &Started,
                                     const BoundNames &Names);

/// Is the task a worker of a pool made by hand: one of the two above, by its
/// code?
bool isWorker(Facts &F, const Spawn &Started, const BoundNames &Names);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_TASKBODY_H
