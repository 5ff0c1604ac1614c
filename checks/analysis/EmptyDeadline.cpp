// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "EmptyDeadline.h"
#include "ObjectLife.h"
#include "Order.h"
#include "Spawn.h"
#include "TripCount.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace tidepool {

EmptyDeadline emptyDeadline(Facts &F, const Expr *Setter) {
  const Entry *Api = F.entry(Setter);
  // What a text says, the other side keeps: for all that shares the connection.
  if (!Api->Deadline->LaterKeys.empty())
    return {};
  const Expr *Object = objectOf(Setter, *Api->Deadline->On);
  const auto *Local =
      dyn_cast_or_null<VarDecl>(Object ? rootOf(F, Object) : nullptr);
  // A local of this very function, and not what it points to.
  if (!Local || !Local->isLocalVarDecl() || Local->isStaticLocal() ||
      !Local->getType()->isRecordType() ||
      Local->getDeclContext() != F.functionOf(Setter))
    return {};
  EmptyDeadline Found{EmptyDeadline::Kind::Unused, Local, {}};
  for (const ObjectUse &Use : lifeOf(F, Local)) {
    if (Use.Is == ObjectUse::Kind::Origin || Use.Site == Setter ||
        !mayPrecede(F, Setter, Use.At))
      continue;
    if (Use.Is != ObjectUse::Kind::Call || !Use.Api)
      return {};
    if (Use.Api->Deadline || Use.Api->Ends)
      continue;
    const bool Blocks =
        Use.Api->Blocking && Use.Api->Io && Api->Deadline->AsyncOnly;
    if (!Blocks)
      return {};
    if (Found.Because.empty())
      Found.Because.push_back(
          {Use.Site->getExprLoc(),
           "this blocks until it is done; what is asynchronous heeds it"});
    Found.Is = EmptyDeadline::Kind::Unheeded;
  }
  if (Found.Is == EmptyDeadline::Kind::Unused)
    Found.Because.push_back(
        {Setter->getBeginLoc(), "set it on what is waited for, or remove it"});
  return Found;
}

/// Can \p S, the body of a loop, end it?
static bool mayLeave(const Stmt *S) {
  if (!S || isa<LambdaExpr>(S))
    return false;
  if (isa<BreakStmt, ReturnStmt, CoreturnStmt, GotoStmt, CXXThrowExpr>(S))
    return true;
  return llvm::any_of(S->children(), mayLeave);
}

const VarDecl *staleDeadline(Facts &F, const Expr *Call) {
  const auto *Plain = dyn_cast<CallExpr>(Call);
  if (!Plain)
    return nullptr;
  for (const Expr *Argument : Plain->arguments()) {
    const auto *Variable = dyn_cast_or_null<VarDecl>(rootOf(F, Argument));
    const Entry *Type =
        Variable ? F.roles().ofType(Variable->getType()) : nullptr;
    if (!Type || !Type->Expiry ||
        Type->Expiry->Is != ExpiryRole::What::TimePoint ||
        !Variable->isLocalVarDecl() || !Variable->getInit() ||
        // now() + 5s, and not a time that somebody chose
        expressionsIn(Variable->getInit(), false, [](const Expr *E) {
          const auto *Sum = dyn_cast<CXXOperatorCallExpr>(E);
          return Sum && Sum->getOperator() == OO_Plus;
        }).empty())
      continue;
    for (const Stmt *Up = F.parentStmt(Call); Up && !isa<LambdaExpr>(Up);
         Up = F.parentStmt(Up)) {
      std::optional<Loop> L = loopOf(F, Up);
      if (!L || L->Form == Loop::Kind::Algorithm || !L->Body)
        continue;
      const bool Outside =
          llvm::none_of(F.mentionsOf(Variable), [&](const Expr *Mention) {
            const Stmt *User = Mention;
            while (isa_and_nonnull<Expr>(User) && User != Call)
              User = F.parentStmt(User);
            // Asked, set or compared in the loop.
            return User != Call && contains(F, Up, Mention);
          });
      if (!Outside || mayLeave(L->Body) ||
          F.sources().isBeforeInTranslationUnit(Up->getBeginLoc(),
                                                Variable->getLocation()))
        return nullptr;
      return tripCount(F, *L, nullptr, {}).Is == TripCount::Kind::Endless
                 ? Variable
                 : nullptr;
    }
  }
  return nullptr;
}

} // namespace tidepool
