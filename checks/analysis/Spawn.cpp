// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Spawn.h"
#include "Loop.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace tidepool {

StringRef Spawn::noun() const {
  switch (Role.Starts) {
  case SpawnRole::What::Thread:
    return "a thread";
  case SpawnRole::What::Pooled:
    return "a pooled task";
  case SpawnRole::What::Coroutine:
    return "a coroutine";
  case SpawnRole::What::Io:
    return "an operation";
  }
  return "a task";
}

SmallVector<const Expr *, 4> argumentsOf(const Expr *E) {
  SmallVector<const Expr *, 4> Arguments;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    Arguments.append(Construct->arg_begin(), Construct->arg_end());
  else if (const auto *Call = dyn_cast<CallExpr>(E))
    // The object of an operator that is a member is its first argument.
    Arguments.append(
        Call->arg_begin() +
            (isa<CXXOperatorCallExpr>(E) &&
                     isa_and_nonnull<CXXMethodDecl>(Call->getCalleeDecl())
                 ? 1
                 : 0),
        Call->arg_end());
  else if (const auto *Assign = dyn_cast<BinaryOperator>(E);
           Assign && Assign->isAssignmentOp())
    Arguments.push_back(Assign->getRHS()); // to a data member
  return Arguments;
}

std::optional<Construction> constructionAt(Facts &F, const Expr *E) {
  if (const auto *New = dyn_cast<CXXNewExpr>(E))
    E = New->getConstructExpr();
  if (!E)
    return std::nullopt;
  if (isa<CXXConstructExpr>(E))
    return Construction{E->getType(), argumentsOf(E)};
  const auto *Call = dyn_cast<CallExpr>(E);
  const Entry *Api = Call ? F.entry(Call) : nullptr;
  if (!Api || !Api->Constructs)
    return std::nullopt;
  Construction Made{Roles::constructed(Call, *Api->Constructs), argumentsOf(E)};
  if (Made.Type.isNull() || Api->Constructs->First > Made.Arguments.size())
    return std::nullopt;
  Made.Arguments.erase(Made.Arguments.begin(),
                       Made.Arguments.begin() + Api->Constructs->First);
  return Made;
}

/// Was \p Pool made, or set, to have a worker for each task?
static bool isUnlimited(Facts &F, const Expr *Pool) {
  const ValueDecl *Root = Pool ? rootOf(F, Pool) : nullptr;
  if (!Root)
    return false;
  auto Sets = [&](const Expr *E) {
    const Entry *Api = F.entry(E);
    SmallVector<const Expr *, 4> Arguments = argumentsOf(E);
    Expr::EvalResult Value;
    return Api && Api->Pool && !Api->Pool->Unlimited.empty() &&
           *Api->Pool->Size < Arguments.size() &&
           Arguments[*Api->Pool->Size]->EvaluateAsInt(Value, F.context()) &&
           llvm::any_of(
               Api->Pool->Unlimited,
               [&](int64_t Endless) { return Value.Val.getInt() == Endless; });
  };
  auto MadeBy = [&](const Expr *Init) {
    return Init && !Init->isValueDependent() &&
           !expressionsIn(Init, /*Lambdas=*/false, Sets).empty();
  };
  if (const auto *Variable = dyn_cast<VarDecl>(Root);
      Variable && MadeBy(Variable->getAnyInitializer()))
    return true;
  // pool = make(-1), resize(pool, -1)
  return llvm::any_of(F.mentionsOf(Root), [&](const Expr *Mention) {
    const Stmt *User = F.userOf(Mention);
    if (const auto *Member = dyn_cast_or_null<MemberExpr>(User))
      User = F.userOf(Member);
    if (const auto *Assign = dyn_cast_or_null<BinaryOperator>(User))
      return Assign->isAssignmentOp() && MadeBy(Assign->getRHS());
    const auto *Call = dyn_cast_or_null<CallExpr>(User);
    return Call && Sets(Call);
  });
}

std::optional<Spawn> spawnAt(Facts &F, const Expr *E) {
  const Entry *Api = F.entry(E);
  if (!Api)
    Api = F.roles().ofEager(E);
  if (!Api)
    return std::nullopt;
  SmallVector<const Expr *, 4> Arguments = argumentsOf(E);
  if (Api->Constructs) {
    std::optional<Construction> Made = constructionAt(F, E);
    if (!Made)
      return std::nullopt;
    Arguments = Made->Arguments;
    Api = F.roles().ofConstruction(Made->Type, Arguments);
  }
  if (!Api || !Api->Spawn)
    return std::nullopt;
  Spawn Started{E, Api, *Api->Spawn, nullptr, Arguments};
  const Entry *Type = F.roles().ofType(E->getType());
  Started.Eager = isa<CallExpr>(E) && Type && Type->startsWhereReturned();
  if (Started.Role.Pool && isUnlimited(F, objectOf(E, *Started.Role.Pool)))
    Started.Role.Starts = SpawnRole::What::Thread;
  if (Started.Role.Callable && *Started.Role.Callable < Arguments.size())
    Started.Callable = Arguments[*Started.Role.Callable];
  return Started;
}

const Expr *plain(Facts &F, const Expr *E) {
  while (E) {
    const Expr *Before = E;
    E = E->IgnoreParenImpCasts();
    if (const auto *Cast = dyn_cast<ExplicitCastExpr>(E))
      E = Cast->getSubExpr();
    else if (const auto *Unary = dyn_cast<UnaryOperator>(E);
             Unary && (Unary->getOpcode() == UO_AddrOf ||
                       Unary->getOpcode() == UO_Deref))
      E = Unary->getSubExpr();
    else if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(E))
      E = Temporary->getSubExpr();
    else if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(E))
      E = Bound->getSubExpr();
    else if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
             Construct && Construct->getNumArgs() == 1 &&
             Construct->getConstructor()->isCopyOrMoveConstructor())
      E = Construct->getArg(0);
    else if (const auto *Call = dyn_cast<CallExpr>(E))
      if (const Entry *Api = F.entry(Call); Api && Api->Passes)
        if (const Expr *Passed = objectOf(
                Call, {ObjectPlace::Kind::Argument, Api->Passes->Argument}))
          E = Passed;
    if (E == Before)
      return E;
  }
  return E;
}

const ValueDecl *rootOf(Facts &F, const Expr *E) {
  while (E) {
    E = plain(F, E);
    if (const auto *Reference = dyn_cast<DeclRefExpr>(E))
      return F.aliased(Reference->getDecl());
    if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
      E = Subscript->getBase();
    } else if (const auto *Binary = dyn_cast<BinaryOperator>(E);
               Binary && Binary->isAdditiveOp()) {
      E = Binary->getLHS(); // tids + i
    } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
               Operator && Operator->getNumArgs() > 0) {
      E = Operator->getArg(0); // v[i], *it, it->
    } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E)) {
      E = Call->getImplicitObjectArgument(); // v.back()
    } else if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      return Member->getMemberDecl();
    } else {
      return nullptr;
    }
  }
  return nullptr;
}

const Expr *objectOf(const Expr *Call, const ObjectPlace &Place) {
  if (Place.In == ObjectPlace::Kind::Argument) {
    SmallVector<const Expr *, 4> Arguments = argumentsOf(Call);
    return Place.Index < Arguments.size() ? Arguments[Place.Index] : nullptr;
  }
  if (Place.In == ObjectPlace::Kind::Last) {
    SmallVector<const Expr *, 4> Arguments = argumentsOf(Call);
    while (!Arguments.empty() && isa<CXXDefaultArgExpr>(Arguments.back()))
      Arguments.pop_back();
    return Arguments.empty() ? nullptr : Arguments.back();
  }
  if (Place.In == ObjectPlace::Kind::Result)
    return Call;
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
    return Member->getImplicitObjectArgument();
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call))
    return Operator->getNumArgs() ? Operator->getArg(0) : nullptr;
  if (const auto *Assign = dyn_cast<BinaryOperator>(Call))
    return Assign->getLHS();
  return Call;
}

/// Does \p E stand for one element of several: v[i], *it, ids + i?
static bool isElement(const Expr *E) {
  E = E->IgnoreParenCasts();
  if (const auto *Unary = dyn_cast<UnaryOperator>(E))
    return Unary->getOpcode() == UO_Deref || isElement(Unary->getSubExpr());
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E))
    return Operator->getOperator() == OO_Subscript ||
           Operator->getOperator() == OO_Star;
  if (const auto *Binary = dyn_cast<BinaryOperator>(E))
    return Binary->isAdditiveOp();
  return isa<ArraySubscriptExpr, CXXMemberCallExpr>(E);
}

/// A container, and not an optional or a smart pointer.
static bool holdsMany(const CXXRecordDecl *Class) {
  if (!Class || !Class->hasDefinition())
    return true;
  return llvm::any_of(Class->methods(),
                      [](const CXXMethodDecl *Method) {
                        return Method->getIdentifier() &&
                               Method->getName() == "size";
                      }) ||
         llvm::any_of(Class->bases(), [](const CXXBaseSpecifier &Base) {
           return holdsMany(Base.getType()->getAsCXXRecordDecl());
         });
}

/// Notes whose member a handle is: `job->thread`, `jobs[i].thread`.
static void noteOwner(Facts &F, const Expr *Object, Handle &Kept) {
  Object = Object->IgnoreParenImpCasts();
  if (isa<CXXThisExpr>(Object))
    return;
  const auto *Arrow = dyn_cast<CXXOperatorCallExpr>(Object);
  Kept.ByPointer = Object->getType()->isPointerType() ||
                   (Arrow && Arrow->getOperator() == OO_Arrow);
  Kept.Owner = rootOf(F, Object);
  if (Kept.Owner && !Kept.ByPointer && isElement(Object))
    Kept = {Handle::Place::Container, Kept.Owner};
}

/// The variable of a range-for stands for the elements of what it runs over.
static Handle inVariable(Facts &F, const Expr *Target) {
  const ValueDecl *Root = rootOf(F, Target);
  // Pool::instance(): always the same one.
  if (const auto *Call = dyn_cast<CallExpr>(plain(F, Target));
      Call && !Root && Call->getNumArgs() == 0)
    Root = Call->getDirectCallee();
  if (!Root)
    return {};
  if (const auto *Variable = dyn_cast<VarDecl>(Root);
      Variable && Variable->isCXXForRangeDecl())
    return {Handle::Place::Container, Root};
  if (const auto *Member = dyn_cast<MemberExpr>(plain(F, Target))) {
    Handle Kept{Handle::Place::Variable, Root};
    noteOwner(F, Member->getBase(), Kept);
    return Kept;
  }
  return {isElement(Target) ? Handle::Place::Container
                            : Handle::Place::Variable,
          Root};
}

/// Does what is made of \p Task, a coroutine's, end in a co_await? The task's
/// class and the promise of whoever awaits may each wrap it before.
static bool isAwaited(Facts &F, const Expr *Task) {
  const Stmt *Below = Task;
  for (const Stmt *Up = F.parentStmt(Task); Up;
       Below = Up, Up = F.parentStmt(Up)) {
    if (isa<CoawaitExpr>(Up))
      return true;
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Up)) {
      if (Operator->getOperator() != OO_Coawait)
        return false;
    } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Up)) {
      const IdentifierInfo *Name = Call->getMethodDecl()
                                       ? Call->getMethodDecl()->getIdentifier()
                                       : nullptr;
      if (Call->getCallee() != Below &&
          !(Name && Name->getName() == "await_transform"))
        return false;
    } else if (!isa<MemberExpr, CastExpr, CXXConstructExpr, ParenExpr,
                    MaterializeTemporaryExpr, CXXBindTemporaryExpr,
                    ExprWithCleanups>(Up)) {
      return false;
    }
  }
  return false;
}

Handle handleOf(Facts &F, const Spawn &Started) {
  const SpawnRole &Role = Started.Role;
  if (Role.Handle.In == ObjectPlace::Kind::Argument) {
    const Expr *Target = objectOf(Started.Site, Role.Handle);
    return Target ? inVariable(F, Target) : Handle{};
  }
  // worker.start(), pool->start(f)
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Started.Site);
      Member && Role.Handle.In == ObjectPlace::Kind::This &&
      !(F.entry(Member) && F.entry(Member)->Constructs))
    return inVariable(F, Member->getImplicitObjectArgument());
  // emplace_back and kin keep what they construct.
  const Entry *Api = F.entry(Started.Site);
  if (Api && Api->Constructs)
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Started.Site))
      if (const Expr *Object = Call->getImplicitObjectArgument();
          const ValueDecl *Root = rootOf(F, Object))
        return {isElement(Object) || holdsMany(Call->getRecordDecl())
                    ? Handle::Place::Container
                    : Handle::Place::Variable,
                Root};

  if (Started.Eager && isAwaited(F, Started.Site))
    return {Handle::Place::Waited};
  const Stmt *Below = Started.Site;
  for (const Stmt *Up = F.parentStmt(Below); Up;
       Below = Up, Up = F.parentStmt(Up)) {
    if (const auto *Declaration = dyn_cast<DeclStmt>(Up)) {
      const auto *Variable = dyn_cast<VarDecl>(*Declaration->decl_begin());
      return {Handle::Place::Variable, Variable};
    }
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Up))
      if (Operator->isAssignmentOp() && Operator->getArg(0) != Below)
        return inVariable(F, Operator->getArg(0));
    // futures << run(f)
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Up);
        Operator && Operator->getOperator() == OO_LessLess &&
        Operator->getNumArgs() == 2 && Operator->getArg(1) == Below)
      if (const ValueDecl *Root = rootOf(F, Operator->getArg(0)))
        return {Handle::Place::Container, Root};
    if (const auto *Assign = dyn_cast<BinaryOperator>(Up);
        Assign && Assign->isAssignmentOp() && Assign->getRHS() == Below)
      return inVariable(F, Assign->getLHS());
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Up)) {
      const Entry *Does = F.entry(Member);
      if (contains(F, Member->getCallee(), Below)) {
        if (Does && Does->Detach)
          return {Handle::Place::Detached};
        if (Does && Does->Wait && Does->Wait->WaitsFor == WaitRole::For::Task)
          return {Handle::Place::Waited};
        return {};
      }
      // push_back(std::thread(f)), reset(new std::thread(f))
      const ValueDecl *Root = rootOf(F, Member->getImplicitObjectArgument());
      if (!Root)
        return {};
      StringRef Name = Member->getMethodDecl()->getDeclName().isIdentifier()
                           ? Member->getMethodDecl()->getName()
                           : StringRef();
      return {Name == "reset" ? Handle::Place::Variable
                              : Handle::Place::Container,
              Root};
    }
    if (isa<MemberExpr, CXXConstructExpr, ExprWithCleanups, CastExpr,
            MaterializeTemporaryExpr, CXXBindTemporaryExpr, ParenExpr,
            CXXNewExpr, InitListExpr>(Up))
      continue;
    if (const auto *Call = dyn_cast<CallExpr>(Up)) {
      const Entry *Does = F.entry(Call);
      if (Does && (Does->Passes || Does->Constructs))
        continue;
      // +fetch(url)
      if (Does && Does->Detach && Started.Eager)
        return {Handle::Place::Detached};
      return {};
    }
    if (isa<ReturnStmt, CoreturnStmt>(Up))
      return {};
    if (!isa<Expr>(Up))
      return {Handle::Place::Discarded};
    return {};
  }
  // A member's initialiser, or the whole body of a loop or function.
  if (const auto *Constructor =
          dyn_cast_or_null<CXXConstructorDecl>(F.functionOf(Started.Site)))
    for (const CXXCtorInitializer *Init : Constructor->inits())
      if (Init->getMember() && contains(F, Init->getInit(), Started.Site))
        return {Handle::Place::Variable, Init->getMember()};
  return {Handle::Place::Discarded};
}

bool suspends(Facts &F, const Spawn &Started) {
  const auto *Call = dyn_cast<CallExpr>(Started.Site);
  const FunctionDecl *Body =
      Call ? F.ownBody(Call->getDirectCallee()) : nullptr;
  return Body &&
         !expressionsIn(Body->getBody(), /*Lambdas=*/false, [](const Expr *E) {
            return isa<CoawaitExpr>(E) && !cast<CoawaitExpr>(E)->isImplicit();
          }).empty();
}

/// `std::thread t(f); return t;`
static bool isReturned(Facts &F, const Handle &Kept) {
  const auto *Local = dyn_cast_or_null<VarDecl>(Kept.Decl);
  if (!Local || !Local->isLocalVarDecl() || Kept.Owner ||
      Kept.In != Handle::Place::Variable)
    return false;
  return llvm::any_of(F.mentionsOf(Local), [&](const Expr *Mention) {
    const Stmt *Up = Mention;
    while (isa_and_nonnull<Expr>(Up)) {
      // Not: return t.joinable();
      if (isa<MemberExpr>(Up))
        return false;
      Up = F.parentStmt(Up);
    }
    return isa_and_nonnull<ReturnStmt>(Up);
  });
}

Handle handleIn(Facts &F, const Spawn &Started, const Expr *Inside) {
  Handle Kept = handleOf(F, Started);
  if (Inside == Started.Site)
    return Kept;
  // A helper puts it where its caller says: `start(threads, url);`
  const auto *Call = dyn_cast<CallExpr>(Inside);
  if (const auto *Parameter = dyn_cast_or_null<ParmVarDecl>(Kept.Decl);
      Parameter && Call && Call->getDirectCallee() &&
      !isa<CXXOperatorCallExpr>(Call) &&
      (Parameter->getType()->isReferenceType() ||
       Parameter->getType()->isPointerType()) &&
      Parameter->getDeclContext() == F.ownBody(Call->getDirectCallee())) {
    unsigned Index = Parameter->getFunctionScopeIndex();
    const ValueDecl *Given =
        Index < Call->getNumArgs() ? rootOf(F, Call->getArg(Index)) : nullptr;
    if (Given)
      Kept.Decl = Given;
    return Kept;
  }
  bool InThis = Kept.In == Handle::Place::Variable && !Kept.Owner &&
                isa_and_nonnull<FieldDecl>(Kept.Decl);
  // A helper returns the handle, or a constructor keeps it in what it makes.
  if (Kept.In == Handle::Place::Elsewhere || isReturned(F, Kept) ||
      (InThis && constructionAt(F, Inside))) {
    Spawn Call = Started;
    Call.Site = Inside;
    Call.Role.Handle = {ObjectPlace::Kind::Result, 0};
    return handleOf(F, Call);
  }
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Inside);
      Member && InThis)
    noteOwner(F, Member->getImplicitObjectArgument(), Kept);
  return Kept;
}

} // namespace tidepool
