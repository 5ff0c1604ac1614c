// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Stored.h"
#include "Loop.h"
#include "Reach.h"
#include "Spawn.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace tidepool {

/// The container that \p E takes an element of; null where it is something
/// else.
static const ValueDecl *containerOf(Facts &F, const Expr *E) {
  E = plain(F, E);
  // auto request = queue.front(); request.first
  if (const auto *Part = dyn_cast<MemberExpr>(E))
    E = plain(F, Part->getBase());
  if (const auto *Reference = dyn_cast<DeclRefExpr>(E)) {
    const auto *Local = dyn_cast<VarDecl>(Reference->getDecl());
    if (!Local || !Local->isLocalVarDecl() || !Local->getInit())
      return nullptr;
    E = plain(F, Local->getInit());
  }
  const Expr *Of = nullptr;
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E)) {
    static constexpr llvm::StringLiteral Readers[] = {"front", "back", "top",
                                                      "at"};
    const CXXMethodDecl *Method = Call->getMethodDecl();
    if (Method && Method->getIdentifier() &&
        llvm::is_contained(Readers, Method->getName()))
      Of = Call->getImplicitObjectArgument();
  } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
             Operator && Operator->getOperator() == OO_Subscript) {
    Of = Operator->getArg(0);
  }
  const Expr *Named = Of ? plain(F, Of) : nullptr;
  const ValueDecl *Container = isa_and_nonnull<DeclRefExpr, MemberExpr>(Named)
                                   ? rootOf(F, Named)
                                   : nullptr;
  return isa_and_nonnull<VarDecl, FieldDecl>(Container) &&
                 !whyShared(F, Container)
             ? Container
             : nullptr;
}

SmallVector<Stored, 2> storedFor(Facts &F, const Expr *Taken) {
  SmallVector<Stored, 2> All;
  const ValueDecl *Container = containerOf(F, Taken);
  if (!Container)
    return All;
  const QualType Type =
      Taken->getType().getNonReferenceType().getUnqualifiedType();
  for (const Expr *Mention : F.mentionsOf(Container)) {
    const auto *Member = dyn_cast_or_null<MemberExpr>(F.userOf(Mention));
    const auto *Call =
        Member ? dyn_cast_or_null<CXXMemberCallExpr>(F.userOf(Member))
               : nullptr;
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    if (!Method || !Method->getIdentifier() ||
        !(Method->getName().starts_with("push") ||
          Method->getName().starts_with("emplace")))
      continue;
    for (const Expr *Argument : Call->arguments())
      for (const Expr *Value :
           expressionsIn(Argument, /*Lambdas=*/false, [&](const Expr *E) {
             const auto *Reference = dyn_cast<DeclRefExpr>(E);
             return ((Reference && isa<VarDecl>(Reference->getDecl())) ||
                     isa<MemberExpr>(E)) &&
                    F.context().hasSameUnqualifiedType(
                        E->getType().getNonReferenceType(), Type);
           }))
        All.push_back({Value, Call});
  }
  return All;
}

} // namespace tidepool
