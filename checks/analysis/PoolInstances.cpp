// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "PoolInstances.h"
#include "TripCount.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;

namespace tidepool {

/// vector<T>(n), v.resize(n): the size; null for all else.
static const Expr *elementsIn(const Expr *E) {
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return Construct->getNumArgs() >= 1 &&
                   Construct->getArg(0)->getType()->isIntegerType() &&
                   !Construct->isStdInitListInitialization()
               ? Construct->getArg(0)
               : nullptr;
  const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  return Method && Method->getIdentifier() && Method->getName() == "resize" &&
                 Call->getNumArgs() >= 1
             ? Call->getArg(0)
             : nullptr;
}

const CXXRecordDecl *madeBy(Facts &F, const Expr *E) {
  QualType Type;
  if (std::optional<Construction> Made = constructionAt(F, E))
    Type = F.context().getBaseElementType(Made->Type);
  else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E))
    Type = Call->getObjectType();
  const CXXRecordDecl *Class =
      Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
  const auto *Special =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(Class);
  if (!Special || !F.sources().isInSystemHeader(Class->getLocation()) ||
      !elementsIn(E))
    return isa<CXXMemberCallExpr>(E) && elementsIn(E) ? nullptr : Class;
  const TemplateArgumentList &Arguments = Special->getTemplateArgs();
  return Arguments.size() && Arguments[0].getKind() == TemplateArgument::Type
             ? Arguments[0].getAsType()->getAsCXXRecordDecl()
             : nullptr;
}

uint64_t instancesOf(Facts &F, const Expr *Site, const Stmt *Around) {
  uint64_t Many = 1;
  if (Site->getType().isNull())
    return Many; // a list in parentheses, as long as it is dependent
  if (const auto *Array = F.context().getAsConstantArrayType(Site->getType()))
    Many = F.context().getConstantArrayElementCount(Array);
  // The elements are of another class than the container.
  if (const Expr *Elements = elementsIn(Site))
    if (const CXXRecordDecl *Class = madeBy(F, Site);
        Class && Class != Site->getType()->getAsCXXRecordDecl())
      return boundOf(F, Elements, {}).Least;
  std::optional<Loop> L = loopAround(F, Site, Around ? Around : Site);
  if (!L)
    return Many;
  Spawn Kept{Site, nullptr, {}, nullptr, {}};
  Kept.Role.Handle = {ObjectPlace::Kind::Result, 0};
  const Handle Where = handleOf(F, Kept);
  const SourceManager &SM = F.sources();
  for (; L; L = loopAround(F, Site, L->Statement)) {
    // What a turn makes ends with it, unless something outside keeps it.
    if (Where.In != Handle::Place::Container || !Where.Decl ||
        !runsEachTurn(F, *L, Site))
      break;
    const auto *Local = dyn_cast<VarDecl>(Where.Decl);
    if (Local && Local->isLocalVarDecl() && !Local->isStaticLocal() &&
        SM.isBeforeInTranslationUnit(
            SM.getExpansionLoc(L->Statement->getBeginLoc()),
            SM.getExpansionLoc(Local->getLocation())))
      break;
    TripCount Turns = tripCount(F, *L, Site, {});
    if (!Turns.Least)
      break;
    Many = llvm::SaturatingMultiply(Many, Turns.Least);
  }
  return Many;
}

uint64_t instancesOf(Facts &F, const PoolMade &Made, const PoolSize &Size) {
  if (const Expr *Given = Made.argument(Made.Role.Instances))
    return boundOf(F, Given, {}).Least;
  const auto *Site = dyn_cast<Expr>(Size.Site);
  const bool ByHand = Made.Around && Size.Site == Made.Site;
  return Site ? instancesOf(F, Site, ByHand ? Made.Around->Statement : nullptr)
              : 1;
}

std::optional<MemberPool> memberPoolOf(Facts &F, const CXXRecordDecl *Class) {
  if (!Class || !Class->hasDefinition() || Class->isDependentContext() ||
      F.sources().isInSystemHeader(Class->getLocation()))
    return std::nullopt;
  Class = Class->getDefinition();
  std::optional<MemberPool> Best;
  auto Look = [&](const Stmt *In) {
    for (const Expr *E :
         expressionsIn(In, /*Lambdas=*/false, [&](const Expr *Part) {
           return F.entry(Part) != nullptr;
         })) {
      std::optional<PoolMade> Made = poolAt(F, E);
      // A call that sets a size may set that of a pool that all share.
      if (!Made || (!Made->Starts && !constructionAt(F, E)))
        continue;
      const std::vector<PoolSize> All = sizesOf(F, *Made);
      // A size that a caller gives differs from object to object.
      if (All.size() == 1 && All[0].Site == E && All[0].Workers.Least &&
          (!Best || Best->Workers < All[0].Workers.Least))
        Best = {std::move(*Made), All[0].Workers.Least};
    }
  };
  for (const FieldDecl *Field : Class->fields())
    if (const Expr *Init = Field->getInClassInitializer())
      Look(Init);
  for (const CXXConstructorDecl *Constructor : Class->ctors()) {
    const FunctionDecl *Definition = F.ownBody(Constructor);
    if (!Definition)
      continue;
    for (const CXXCtorInitializer *Init :
         cast<CXXConstructorDecl>(Definition)->inits())
      if (Init->isWritten())
        Look(Init->getInit());
    Look(Definition->getBody());
  }
  return Best;
}

std::optional<PooledObjects> pooledObjectsAt(Facts &F, const Expr *Site) {
  const CXXRecordDecl *Class = madeBy(F, Site);
  // What is asked of every object that is made, the cheapest first.
  if (!Class || F.sources().isInSystemHeader(Class->getLocation()))
    return std::nullopt;
  const uint64_t Many = instancesOf(F, Site);
  if (Many < 2)
    return std::nullopt;
  std::optional<MemberPool> Each = memberPoolOf(F, Class);
  if (!Each)
    return std::nullopt;
  return PooledObjects{Many, std::move(*Each)};
}

} // namespace tidepool
