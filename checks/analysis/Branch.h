// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where the code asks whether a call succeeded: `if (!s.try_acquire())`,
// `int error = pthread_create(...); if (error == 0)`.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_BRANCH_H
#define TIDEPOOL_CHECKS_ANALYSIS_BRANCH_H

#include "Facts.h"

namespace tidepool {

struct Branch {
  /// What is tested: the call, or a later mention of the variable that holds
  /// its result. Nothing need branch on it: ask its block.
  const clang::Expr *At;
  /// Which outcome of the test means success.
  bool SuccessIsTrue;
};

/// The test of \p Call's result in \p Function.
Branch branchOn(Facts &F, const clang::FunctionDecl *Function,
                const clang::Expr *Call, bool ZeroIsSuccess);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_BRANCH_H
