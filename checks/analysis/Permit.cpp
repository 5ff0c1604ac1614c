// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Permit.h"
#include "Loop.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace tidepool {

bool takesPermit(const Entry *Api) {
  return Api && Api->Limiter &&
         Api->Limiter->Limits == LimiterRole::What::Concurrency &&
         (Api->Limiter->Does == LimiterRole::Operation::Acquire ||
          Api->Limiter->Does == LimiterRole::Operation::Timed ||
          Api->Limiter->Does == LimiterRole::Operation::Try);
}

bool givesPermit(const Entry *Api) {
  return Api && Api->Limiter &&
         Api->Limiter->Does == LimiterRole::Operation::Release;
}

bool waitsForCondition(const Entry *Api) {
  // A queue's pop waits for an item, which is no count of what runs.
  return Api && !Api->Limiter && Api->Wait &&
         Api->Wait->WaitsFor == WaitRole::For::Condition;
}

/// The capacity that a call sets after \p Decl was made; null if none does.
static const Expr *createdBy(Facts &F, const ValueDecl *Decl) {
  for (const Expr *Mention : F.mentionsOf(Decl))
    for (const Stmt *Up = F.parentStmt(Mention); Up && isa<Expr>(Up);
         Up = F.parentStmt(Up)) {
      const auto *Call = dyn_cast<CallExpr>(Up);
      const Entry *Api = Call ? F.entry(Call) : nullptr;
      if (Api && Api->Limiter &&
          Api->Limiter->Does == LimiterRole::Operation::Create &&
          Api->Limiter->Capacity &&
          *Api->Limiter->Capacity < Call->getNumArgs())
        return Call->getArg(*Api->Limiter->Capacity);
    }
  return nullptr;
}

Bound capacityOf(Facts &F, const ValueDecl *Decl, const BoundNames &Names) {
  Bound Unseen;
  if (!Decl)
    return Unseen;
  auto FromConstruction = [&](const Expr *Init) -> std::optional<Bound> {
    if (!Init)
      return std::nullopt;
    std::optional<Construction> Made =
        constructionAt(F, Init->IgnoreUnlessSpelledInSource());
    const Entry *Type = Made ? F.roles().ofType(Made->Type) : nullptr;
    if (!Type || !Type->Limiter || !Type->Limiter->Capacity ||
        *Type->Limiter->Capacity >= Made->Arguments.size())
      return std::nullopt;
    return boundOf(F, Made->Arguments[*Type->Limiter->Capacity], Names);
  };
  if (const auto *Variable = dyn_cast<VarDecl>(Decl)) {
    const VarDecl *Definition = Variable->getDefinition();
    if (std::optional<Bound> Found = FromConstruction(
            (Definition ? Definition : Variable)->getAnyInitializer()))
      return *Found;
  }
  if (const auto *Field = dyn_cast<FieldDecl>(Decl)) {
    if (std::optional<Bound> Found =
            FromConstruction(Field->getInClassInitializer()))
      return *Found;
    if (const auto *Class = dyn_cast<CXXRecordDecl>(Field->getParent()))
      for (const CXXConstructorDecl *Constructor : Class->ctors()) {
        const FunctionDecl *Definition = F.ownBody(Constructor);
        if (!Definition)
          continue;
        for (const CXXCtorInitializer *Init :
             cast<CXXConstructorDecl>(Definition)->inits())
          if (Init->getMember() == Field)
            if (std::optional<Bound> Found = FromConstruction(Init->getInit()))
              return *Found;
      }
  }
  if (const Expr *Capacity = createdBy(F, Decl))
    return boundOf(F, Capacity, Names);
  return Unseen;
}

bool limitsNothing(Facts &F, const ValueDecl *Decl) {
  if (!Decl)
    return false;
  const Entry *Type = F.roles().ofType(Decl->getType().getNonReferenceType());
  if (!Type || !Type->Limiter || !Type->Limiter->UnlimitedAtFirst)
    return false;
  const auto *Variable = dyn_cast<VarDecl>(Decl);
  bool Whole = Variable ? !isa<ParmVarDecl>(Variable) &&
                              !Variable->isExternallyVisible() &&
                              !Variable->getType()->isReferenceType()
                        : Decl->getAccess() == AS_private;
  if (!Whole || createdBy(F, Decl))
    return false;
  // Handed to code that may set it.
  return llvm::none_of(F.mentionsOf(Decl), [&](const Expr *Mention) {
    return isa_and_nonnull<CallExpr, CXXConstructExpr, UnaryOperator>(
               F.userOf(Mention)) &&
           !isa<CXXOperatorCallExpr>(F.userOf(Mention));
  });
}

/// A part of \p Body that compares what runs with a limit.
static std::optional<Count> countedIn(const Stmt *Body, Counting &Counts) {
  std::optional<Count> Found;
  expressionsIn(Body, true, [&](const Expr *Part) {
    if (!Found && isa<BinaryOperator>(Part))
      if (std::optional<Count> Counted = Counts.countIn(Part);
          Counted && Counted->Running)
        Found = Counted;
    return false;
  });
  return Found;
}

/// Does one branch of \p If throw?
static bool throws(const IfStmt *If) {
  auto Throws = [](const Stmt *Branch) {
    return Branch && !expressionsIn(Branch, false, [](const Expr *E) {
                        return isa<CXXThrowExpr>(E);
                      }).empty();
  };
  return Throws(If->getThen()) || Throws(If->getElse());
}

PermitHelp permitHelp(Facts &F, const FunctionDecl *Function, Counting &Counts,
                      const BoundNames &Names, unsigned Depth) {
  const FunctionDecl *Body = F.ownBody(Function);
  if (!Body || Depth > 2)
    return {};
  bool Bool = Body->getReturnType()->isBooleanType();
  PermitHelp Help;
  bool Gives = false;
  auto Found = [&](PermitHelp::Kind Is, const ValueDecl *Decl, Bound Capacity) {
    if (Is > Help.Is)
      Help = {Is, Decl, std::move(Capacity)};
  };
  for (const Expr *E :
       expressionsIn(Body->getBody(), false, [&](const Expr *E) {
         const Entry *Api = F.entry(E);
         return takesPermit(Api) || givesPermit(Api) || waitsForCondition(Api);
       })) {
    const Entry *Api = F.entry(E);
    Gives |= givesPermit(Api);
    if (waitsForCondition(Api)) {
      // Waiting until there is work bounds nothing; waiting for a count does.
      if (std::optional<Count> Counted = countedIn(Body->getBody(), Counts))
        Found(PermitHelp::Kind::Takes, Counted->Of, Counted->Most);
    } else if (takesPermit(Api)) {
      const Expr *Object = objectOf(E, Api->Limiter->Limiter);
      const ValueDecl *Decl = Object ? rootOf(F, Object) : nullptr;
      bool Waits = Api->Limiter->Does == LimiterRole::Operation::Acquire;
      if (Waits || Bool)
        Found(Waits ? PermitHelp::Kind::Takes : PermitHelp::Kind::Refuses, Decl,
              capacityOf(F, Decl, Names));
    }
  }
  if (Gives)
    return {};
  // if (running >= limit) return false; if (!gate.enter()) throw ...;
  SmallVector<const Stmt *, 16> Stack = {Body->getBody()};
  while (!Stack.empty()) {
    const Stmt *S = Stack.pop_back_val();
    if (!S || isa<Expr>(S))
      continue;
    Stack.append(S->child_begin(), S->child_end());
    const auto *If = dyn_cast<IfStmt>(S);
    if (!If || !(Bool || throws(If)))
      continue;
    PermitHelp::Kind Is =
        throws(If) ? PermitHelp::Kind::Takes : PermitHelp::Kind::Refuses;
    if (std::optional<Count> Counted = countedIn(If->getCond(), Counts))
      Found(Is, Counted->Of, Counted->Most);
    for (const Expr *E : expressionsIn(If->getCond(), false, [](const Expr *E) {
           return isa<CallExpr>(E);
         })) {
      const auto *Call = cast<CallExpr>(E);
      const FunctionDecl *Callee = Call->getDirectCallee();
      if (F.entry(Call) || !Callee || Callee == Function)
        continue;
      PermitHelp Inner = permitHelp(F, Callee, Counts, Names, Depth + 1);
      if (Inner.Is == PermitHelp::Kind::None)
        continue;
      // Whose count it is: a member is one an object.
      if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
        if (const ValueDecl *Object =
                rootOf(F, Member->getImplicitObjectArgument()))
          Inner.Decl = Object;
      Found(Is, Inner.Decl, Inner.Capacity);
    }
  }
  return Help;
}

bool mayTakePermit(Facts &F, const CallExpr *Call) {
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee || !Callee->getIdentifier() || Callee->isDefined() ||
      F.sources().isInSystemHeader(Callee->getLocation()))
    return false;
  StringRef Name = Callee->getName();
  if (namesAny(Name, {"throttle"}) ||
      (namesAny(Name, {"acquire", "wait", "reserve"}) &&
       namesAny(Name, {"slot", "room", "permit", "capacity", "token"})))
    return true;
  const auto *Method = dyn_cast<CXXMethodDecl>(Callee);
  return Method && Method->getParent()->getIdentifier() &&
         namesAny(Method->getParent()->getName(),
                  {"semaphore", "sem", "limiter", "throttle", "throttler",
                   "bulkhead"}) &&
         namesAny(Name, {"wait", "acquire", "take", "down", "enter", "lock",
                         "reserve"});
}

} // namespace tidepool
