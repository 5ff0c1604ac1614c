// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Reach.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/Stmt.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Config/llvm-config.h"

using namespace clang;

namespace tidepool {

static bool isPure(const CXXMethodDecl *Method) {
#if LLVM_VERSION_MAJOR >= 18
  return Method->isPureVirtual();
#else
  return Method->isPure();
#endif
}

const FieldDecl *givenOutBy(Facts &F, const CXXMethodDecl *Method) {
  const FunctionDecl *Function = Method ? F.ownBody(Method) : nullptr;
  const auto *Body =
      Function ? dyn_cast_or_null<CompoundStmt>(Function->getBody()) : nullptr;
  const auto *Return = Body && Body->size() == 1
                           ? dyn_cast<ReturnStmt>(Body->body_front())
                           : nullptr;
  const auto *Member =
      Return && Return->getRetValue()
          ? dyn_cast<MemberExpr>(Return->getRetValue()->IgnoreParenImpCasts())
          : nullptr;
  return Member && isa<CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts())
             ? dyn_cast<FieldDecl>(Member->getMemberDecl())
             : nullptr;
}

bool isSmartPointer(Facts &F, QualType Type) {
  const CXXRecordDecl *Class = Type.getNonReferenceType()->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition() ||
      !F.sources().isInSystemHeader(Class->getLocation()))
    return false;
  auto Points = [](const CXXRecordDecl *One) {
    return llvm::any_of(One->methods(), [](const CXXMethodDecl *Method) {
      return Method->getOverloadedOperator() == OO_Arrow;
    });
  };
  // That of std::shared_ptr is its base's.
  return Points(Class) || !Class->forallBases([&](const CXXRecordDecl *Base) {
    return !Points(Base);
  });
}

/// A private copy operation that nobody uses: what `= delete` was before.
static bool isForbidden(Facts &F, const CXXMethodDecl *Method) {
  const auto *Constructor = dyn_cast<CXXConstructorDecl>(Method);
  return Method->getAccess() == AS_private &&
         (Method->isCopyAssignmentOperator() ||
          (Constructor && Constructor->isCopyConstructor())) &&
         F.usesOf(Method).empty();
}

/// Is \p Class the end of a line: it only overrides what its bases declare, and
/// leaves nothing to those who might derive from it?
static bool isLeaf(const CXXRecordDecl *Class) {
  return !Class->isAbstract() &&
         (Class->isEffectivelyFinal() ||
          (Class->isPolymorphic() &&
           llvm::all_of(Class->methods(), [](const CXXMethodDecl *Method) {
             return !Method->isVirtual() || isa<CXXDestructorDecl>(Method) ||
                    Method->size_overridden_methods() != 0;
           })));
}

std::optional<std::string> whyShared(Facts &F, const ValueDecl *Object) {
  std::string Name = "'" + Object->getNameAsString() + "'";
  if (const auto *Variable = dyn_cast<VarDecl>(Object)) {
    if (isa<ParmVarDecl>(Variable))
      return Name + " comes from the caller";
    if (Variable->getType()->isReferenceType())
      return Name + " is a reference";
    // Without a declaration in a header, nobody else knows of it.
    if (!Variable->isLocalVarDecl() && Variable->isExternallyVisible() &&
        llvm::any_of(Variable->redecls(), [&](const VarDecl *One) {
          return !One->isThisDeclarationADefinition() ||
                 !F.sources().isInMainFile(
                     F.sources().getExpansionLoc(One->getLocation()));
        }))
      return Name + " is visible to other files";
    return std::nullopt;
  }
  const auto *Field = dyn_cast<FieldDecl>(Object);
  if (!Field)
    return Name + " is no variable";
  // A class of the source file itself is seen whole.
  if (F.sources().isInMainFile(
          F.sources().getExpansionLoc(Field->getLocation())))
    return std::nullopt;
  const auto *Class = cast<CXXRecordDecl>(Field->getParent());
  if (Field->getAccess() != AS_private &&
      !(Field->getAccess() == AS_protected && isLeaf(Class)))
    return Name + " is a member that other files may use";
  if (Class->hasFriends())
    return "the class of " + Name + " has friends";
  for (const CXXMethodDecl *Method : Class->methods())
    if (!Method->isImplicit() && !Method->isDefaulted() &&
        !Method->isDeleted() && !isPure(Method) && !F.ownBody(Method) &&
        !isForbidden(F, Method))
      return "'" + Method->getNameAsString() + "', which may use " + Name +
             ", is not in view";
  return std::nullopt;
}

} // namespace tidepool
