// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What runs this code? The innermost callable decides, never the text around
// it. Unknown: functions that other units may call, callables handed to code
// that is not in the vocabulary.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_EXECUTIONCONTEXT_H
#define TIDEPOOL_CHECKS_ANALYSIS_EXECUTIONCONTEXT_H

#include "Facts.h"

namespace tidepool {

enum class ExecutionContext {
  Unknown,
  Main,
  Coroutine,
  Handler, ///< per request, or on an event loop
  Task,    ///< of a thread or a pool
};

/// What runs \p S, followed through lambdas and the functions of this unit; a
/// function that is called from several kinds of code is Unknown, one that a
/// handler or task is made of is that.
ExecutionContext contextOf(Facts &F, const clang::Stmt *S);

/// Does \p S stand in a test: in the body that a test framework's macro makes,
/// or in a function that no other unit sees and only such bodies reach?
bool inTest(Facts &F, const clang::Stmt *S);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_EXECUTIONCONTEXT_H
