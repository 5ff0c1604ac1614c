// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "LifeSince.h"
#include "Loop.h"
#include "Order.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace tidepool {

/// Is \p E a member of this very object?
static bool isOfThis(const Expr *E) {
  const auto *Member = dyn_cast<MemberExpr>(E->IgnoreParenImpCasts());
  return Member && isa<CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts());
}

/// Where \p Use gives a value: what it gives it to.
static const Expr *givenTo(Facts &F, const ObjectUse &Use) {
  if (Use.Mention)
    return Use.Mention;
  for (const Stmt *Up = F.parentStmt(Use.Site); isa_and_nonnull<Expr>(Up);
       Up = F.parentStmt(Up))
    if (const auto *Assign = dyn_cast<BinaryOperator>(Up);
        Assign && Assign->isAssignmentOp())
      return Assign->getLHS();
  return nullptr;
}

/// The functions of this unit that \p Call leads to; false where it hands this
/// object on to code that is not in view.
static bool reachedBy(Facts &F, const CallExpr *Call, bool Member,
                      llvm::DenseSet<const FunctionDecl *> &Into) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  const FunctionDecl *Body = Callee ? F.ownBody(Callee) : nullptr;
  if (!Body || !Body->getBody())
    return !Member || F.entry(Call) ||
           expressionsIn(Call, false, [&](const Expr *E) {
             // this->fd is a value; this, or this->method(), is the object.
             const auto *Of = isa<CXXThisExpr>(E)
                                  ? dyn_cast_or_null<MemberExpr>(F.userOf(E))
                                  : nullptr;
             return isa<CXXThisExpr>(E) &&
                    !(Of && isa<FieldDecl>(Of->getMemberDecl()));
           }).empty();
  if (!Into.insert(Body).second)
    return true;
  return llvm::all_of(
      expressionsIn(Body->getBody(), true,
                    [](const Expr *E) { return isa<CallExpr>(E); }),
      [&](const Expr *E) {
        return reachedBy(F, cast<CallExpr>(E), Member, Into);
      });
}

std::optional<ObjectLife>
lifeSince(Facts &F, const ValueDecl *Object, const ObjectLife &Life,
          const Expr *At, llvm::function_ref<bool(const ObjectUse &)> Makes) {
  const FunctionDecl *Function = F.functionOf(At);
  const bool Member = isa<FieldDecl>(Object);
  const ObjectUse *Last = nullptr;
  if (!Function || !Function->getBody())
    return std::nullopt;
  for (const ObjectUse &Use : Life)
    if (F.functionOf(Use.At) == Function && alwaysPrecedes(F, Use.At, At) &&
        (!Last || alwaysPrecedes(F, Last->At, Use.At)) && Makes(Use)) {
      const Expr *Target = givenTo(F, Use);
      if (!Member || (Target && isOfThis(Target)))
        Last = &Use;
    }
  if (!Last)
    return std::nullopt;
  llvm::DenseSet<const FunctionDecl *> Called;
  for (const Expr *Call :
       expressionsIn(Function->getBody(), false, [&](const Expr *E) {
         return isa<CallExpr>(E) && E != At && E != Last->At &&
                !contains(F, Last->At, E) && mayLieBetween(F, Last->At, E, At);
       }))
    if (!reachedBy(F, cast<CallExpr>(Call), Member, Called))
      return std::nullopt;
  ObjectLife Since;
  for (const ObjectUse &Use : Life) {
    const FunctionDecl *Where = F.functionOf(Use.At);
    // Who may wake it, does so at any time.
    const bool Wakes = Use.Api && Use.Api->Deadline &&
                       Use.Api->Deadline->Does == DeadlineRole::What::Perhaps;
    if (Where == Function
            ? Use.At == Last->At || mayLieBetween(F, Last->At, Use.At, At)
            : !Where || F.lambdaOf(Where) || Called.contains(Where) || Wakes)
      Since.push_back(Use);
  }
  return Since;
}

} // namespace tidepool
