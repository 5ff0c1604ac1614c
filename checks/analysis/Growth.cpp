// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Growth.h"
#include "Elements.h"
#include "Loop.h"
#include "RangeOrigin.h"
#include "Reach.h"
#include "Spawn.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace tidepool {

namespace {

class Filling {
public:
  Filling(Facts &F, const ValueDecl *Container) : F(F), Container(Container) {}
  bool byInput();

private:
  bool madeFromInput();
  bool addsInput(const Expr *Addition, unsigned Depth);
  bool isCut(const FunctionDecl *Function);
  bool handedIn(const Expr *E, unsigned Depth = 0);

  Facts &F;
  const ValueDecl *Container;
};

/// Does \p E depend on what a caller hands in?
bool Filling::handedIn(const Expr *E, unsigned Depth) {
  return !expressionsIn(E, /*Lambdas=*/false, [&](const Expr *Part) {
            const auto *Named = dyn_cast<DeclRefExpr>(Part);
            const auto *Variable =
                Named ? dyn_cast<VarDecl>(Named->getDecl()) : nullptr;
            if (!Variable || isa<ParmVarDecl>(Variable))
              return Variable != nullptr;
            return Variable->isLocalVarDecl() && Variable->getInit() &&
                   Depth < 4 && handedIn(Variable->getInit(), Depth + 1);
          }).empty();
}

/// Does \p Function compare how many there are before it adds another?
bool Filling::isCut(const FunctionDecl *Function) {
  return llvm::any_of(F.mentionsOf(Container), [&](const Expr *Mention) {
    if (F.functionOf(Mention) != Function)
      return false;
    const Stmt *Below = Mention;
    for (const Stmt *Up = F.parentStmt(Below); isa_and_nonnull<Expr>(Up);
         Below = Up, Up = F.parentStmt(Up))
      if (const auto *Compare = dyn_cast<BinaryOperator>(Up))
        return Compare->isRelationalOp() &&
               cast<Expr>(Below)->getType()->isIntegerType();
    return false;
  });
}

bool Filling::addsInput(const Expr *Addition, unsigned Depth) {
  const FunctionDecl *Function = F.functionOf(Addition);
  if (!Function || isCut(Function))
    return false;
  if (std::optional<Loop> Around = loopAround(F, Addition, Addition))
    return isInput(F, *Around);
  // One more for each call, if the callers say what.
  const auto *Method = dyn_cast<CXXMethodDecl>(Function);
  if (Function->isMain() || isa<CXXConstructorDecl>(Function))
    return false;
  const bool Own = !Function->isExternallyVisible() ||
                   (Method && Method->getAccess() == AS_private);
  if (!Own || F.lambdaOf(Function))
    return handedIn(Addition);
  if (Depth > 4)
    return false;
  return llvm::any_of(F.usesOf(Function), [&](const Expr *Use) {
    const auto *Call = dyn_cast_or_null<CallExpr>(F.userOf(Use));
    // A handler is called once for each of something.
    return Call && contains(F, Call->getCallee(), Use)
               ? addsInput(Call, Depth + 1)
               : handedIn(Addition);
  });
}

/// Is it made from what the constructor is given?
bool Filling::madeFromInput() {
  const auto *Field = dyn_cast<FieldDecl>(Container);
  const auto *Class =
      Field ? dyn_cast<CXXRecordDecl>(Field->getParent()) : nullptr;
  if (!Class)
    return false;
  for (const CXXConstructorDecl *Constructor : Class->ctors())
    if (const FunctionDecl *Body = F.ownBody(Constructor))
      for (const CXXCtorInitializer *Init :
           cast<CXXConstructorDecl>(Body)->inits())
        if (Init->getMember() == Field && Init->isWritten() &&
            isInput(F, Init->getInit()))
          return true;
  return false;
}

bool Filling::byInput() {
  return madeFromInput() ||
         llvm::any_of(F.mentionsOf(Container), [&](const Expr *Mention) {
           const Filled Put = filledAt(F, Mention);
           return Put.Whole ? isInput(F, Put.Whole)
                            : Put.Addition && addsInput(Put.Addition, 0);
         });
}

/// `this->items`, `shared->items`, `getItems()`: the member's mention.
const Expr *memberIn(Facts &F, const Expr *E) {
  for (E = plain(F, E); E;) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
    const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
    if (Call)
      E = plain(F, Call->getImplicitObjectArgument());
    else if (Operator && Operator->getNumArgs() > 0)
      E = plain(F, Operator->getArg(0));
    else
      return E;
  }
  return E;
}

/// What holds the elements of \p Range, which may be its size.
const ValueDecl *holderOf(Facts &F, const Expr *Range) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(
      plain(F, Range)->IgnoreUnlessSpelledInSource());
  if (const FieldDecl *Given =
          Call ? givenOutBy(F, Call->getMethodDecl()) : nullptr)
    return Given;
  return rootOf(F, Range);
}

} // namespace

bool isKept(Facts &F, const Expr *Range) {
  const Expr *E = memberIn(F, Range);
  while (const auto *Member = dyn_cast_or_null<MemberExpr>(E))
    E = memberIn(F, Member->getBase());
  if (isa_and_nonnull<CXXThisExpr>(E))
    return true;
  const auto *Reference = dyn_cast_or_null<DeclRefExpr>(E);
  if (!Reference)
    return false;
  const ValueDecl *Named = F.aliased(Reference->getDecl());
  if (isa<FieldDecl>(Named))
    return true;
  const auto *Variable = dyn_cast<VarDecl>(Named);
  return Variable && Variable->hasGlobalStorage() && !Variable->isStaticLocal();
}

bool growsWithInput(Facts &F, const Expr *Range) {
  const ValueDecl *Holder = holderOf(F, Range);
  return Holder && Filling(F, Holder).byInput();
}

} // namespace tidepool
