// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Suspension.h"
#include "Loop.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace tidepool {

const Expr *outerAwaitable(Facts &F, const Expr *E) {
  const auto *Up = dyn_cast_or_null<Expr>(F.parentStmt(E));
  if (!Up)
    return nullptr;
  if (isa<CoawaitExpr, DependentCoawaitExpr, ParenExpr, CastExpr,
          ExprWithCleanups, MaterializeTemporaryExpr, CXXBindTemporaryExpr>(Up))
    return Up;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Up))
    return Construct->getNumArgs() == 1 ? Up : nullptr;
  // group(...).async_wait(token)
  if (const auto *Member = dyn_cast<MemberExpr>(Up)) {
    const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(F.parentStmt(Up));
    const Entry *Api = Call ? F.entry(Call) : nullptr;
    return Api && Api->Race && Call->getCallee()->IgnoreParens() == Member
               ? Call
               : nullptr;
  }
  const auto *Call = dyn_cast<CallExpr>(Up);
  const Entry *Api = Call ? F.entry(Call) : nullptr;
  return Api && (Api->Passes || Api->Race) ? Up : nullptr;
}

std::optional<Suspension> suspensionAt(Facts &F, const Expr *Operation) {
  const Entry *Api = F.entry(Operation);
  if (!Api || !Api->Io)
    return std::nullopt;
  if (Api->Io->Does == IoRole::Waits::Blocking && Api->Io->Untimed)
    return Suspension{Operation, Api, Operation};
  if (Api->Io->Does != IoRole::Waits::Async)
    return std::nullopt;
  for (const Expr *Up = outerAwaitable(F, Operation); Up;
       Up = outerAwaitable(F, Up))
    if (isa<CoawaitExpr>(Up))
      return Suspension{Operation, Api, Up};
  return std::nullopt;
}

} // namespace tidepool
