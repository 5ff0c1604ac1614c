// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Watched.h"
#include "Loop.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace tidepool {

SmallVector<const Expr *, 2> watchedBy(Facts &F, const VarDecl *Set) {
  SmallVector<const Expr *, 2> All;
  auto Names = [](const Expr *E) {
    const auto *Reference = dyn_cast<DeclRefExpr>(E);
    return isa<MemberExpr>(E) ||
           (Reference && isa<VarDecl>(Reference->getDecl()));
  };
  auto Add = [&](const Expr *E) {
    SmallVector<const Expr *, 4> Named = expressionsIn(E, false, Names);
    if (!Named.empty())
      All.push_back(Named.front());
  };
  if (const auto *Init =
          dyn_cast_or_null<InitListExpr>(Set->getAnyInitializer()))
    Add(Init);
  for (const Expr *Mention : F.mentionsOf(Set)) {
    const Stmt *Below = Mention;
    const Stmt *Up = F.parentStmt(Mention);
    while (isa_and_nonnull<MemberExpr, ArraySubscriptExpr, CastExpr, ParenExpr,
                           UnaryOperator>(Up)) {
      Below = Up;
      Up = F.parentStmt(Up);
    }
    // Not FD_CLR: set &= ~bit.
    if (const auto *Assign = dyn_cast_or_null<BinaryOperator>(Up);
        Assign && Assign->getLHS() == Below &&
        (Assign->getOpcode() == BO_Assign ||
         Assign->getOpcode() == BO_OrAssign))
      Add(Assign->getRHS());
  }
  return All;
}

} // namespace tidepool
