// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Branch.h"
#include "Loop.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace tidepool {

/// Climbs out of what negates or compares \p E; returns what stands around it.
static const Stmt *pastTest(Facts &F, const Expr *E, bool &Success) {
  const Stmt *Up = F.parentStmt(E);
  for (; Up; E = cast<Expr>(Up), Up = F.parentStmt(Up)) {
    if (const auto *Not = dyn_cast<UnaryOperator>(Up);
        Not && Not->getOpcode() == UO_LNot) {
      Success = !Success;
    } else if (const auto *Compare = dyn_cast<BinaryOperator>(Up);
               Compare && Compare->isEqualityOp()) {
      const Expr *Other =
          Compare->getLHS() == E ? Compare->getRHS() : Compare->getLHS();
      Expr::EvalResult Value;
      if (Other->isValueDependent() ||
          !Other->EvaluateAsInt(Value, F.context()))
        break;
      bool Truth = Value.Val.getInt().getBoolValue();
      if (Truth != (Compare->getOpcode() == BO_EQ))
        Success = !Success;
    } else if (!isa<ImplicitCastExpr, ParenExpr, ExprWithCleanups>(Up)) {
      break;
    }
  }
  return Up;
}

Branch branchOn(Facts &F, const FunctionDecl *Function, const Expr *Call,
                bool ZeroIsSuccess) {
  bool Success = !ZeroIsSuccess;
  const Stmt *Up = pastTest(F, Call, Success);
  // `bool ok = s.try_acquire(); if (!ok) continue;`
  const ValueDecl *Kept = nullptr;
  if (const auto *Declaration = dyn_cast_or_null<DeclStmt>(Up))
    Kept = dyn_cast<VarDecl>(*Declaration->decl_begin());
  else if (const auto *Assign = dyn_cast_or_null<BinaryOperator>(Up);
           Assign && Assign->getOpcode() == BO_Assign &&
           contains(F, Assign->getRHS(), Call))
    if (const auto *Target =
            dyn_cast<DeclRefExpr>(Assign->getLHS()->IgnoreParenImpCasts()))
      Kept = Target->getDecl();
  if (Kept)
    for (const Expr *Mention : F.mentionsOf(Kept))
      if (const CFGBlock *Block = F.blockOf(Function, Mention))
        if (const Expr *Condition = Block->getLastCondition();
            Condition && contains(F, Condition, Mention)) {
          bool Later = !ZeroIsSuccess;
          pastTest(F, Mention, Later);
          return {Mention, Later};
        }
  return {Call, Success};
}

} // namespace tidepool
