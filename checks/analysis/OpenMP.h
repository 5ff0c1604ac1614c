// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// OpenMP's constructs are no calls but nodes of the tree, so no vocabulary can
// name them: which directives start tasks, and how many of those can be in
// flight? A team has as many threads as were chosen, so what grows is the queue
// of its tasks: these are pooled. How large a team is, a clause may say.
// Deliberately not asked: what a region that limits itself does (parallel, for,
// sections).

#ifndef TIDEPOOL_CHECKS_ANALYSIS_OPENMP_H
#define TIDEPOOL_CHECKS_ANALYSIS_OPENMP_H

#include "Magnitude.h"
#include "clang/AST/StmtOpenMP.h"

namespace tidepool {

/// The tasks that \p Directive starts; none for all others, in dependent code
/// and where each is run at once (`if(0)`). Site is an expression of its body.
std::optional<Spawn> tasksOf(Facts &F,
                             const clang::OMPExecutableDirective *Directive);

/// As for other spawns. What waits: taskwait in the loop, and the end of the
/// taskgroup, worksharing or parallel region around it.
std::vector<Magnitude>
magnitudesOf(Facts &F, const clang::OMPExecutableDirective *Directive,
             const Spawn &Started, unsigned MaxTasks, const BoundNames &Names);

/// How many threads \p Directive asks for; null where it leaves that to the
/// runtime, and in dependent code.
const clang::Expr *teamSizeOf(const clang::OMPExecutableDirective *Directive);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_OPENMP_H
