// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which data members of what it makes does a list give a value, as in
// `settings{.threads = 4}`?

#ifndef TIDEPOOL_CHECKS_ANALYSIS_MEMBERSGIVEN_H
#define TIDEPOOL_CHECKS_ANALYSIS_MEMBERSGIVEN_H

#include "clang/AST/Expr.h"
#include "llvm/ADT/SmallVector.h"

namespace tidepool {

struct MemberGiven {
  const clang::FieldDecl *Field;
  const clang::Expr *Value;
};

/// Not those whose values nobody wrote.
llvm::SmallVector<MemberGiven, 4> membersGiven(const clang::InitListExpr *List);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_MEMBERSGIVEN_H
