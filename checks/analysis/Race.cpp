// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Race.h"
#include "Bound.h"
#include "HandleOrigin.h"
#include "Loop.h"
#include "Order.h"
#include "Reach.h"
#include "Spawn.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace tidepool {

namespace {

Race ended(const Stmt *At, StringRef Words) {
  return {Race::Kind::Ended, Words.str(), {{At->getBeginLoc(), "here"}}};
}
Race unknown(const Stmt *At, StringRef Words) {
  return {Race::Kind::Unknown, Words.str(), {{At->getBeginLoc(), "here"}}};
}

/// Something may end the wait, so nobody can claim that nothing does.
bool decides(const Race &R) { return R.Is != Race::Kind::None; }

class Rivals {
public:
  Rivals(Facts &F, const Suspension &At) : F(F), At(At) {}
  Race find();

private:
  Race ofToken(const Expr *Call);
  Race atRace(const CallExpr *Race, const Expr *Inside);
  bool waitsForTime(const Stmt *S, unsigned Depth);
  Race ofAwaitable(const Expr *E, unsigned Depth);
  Race ofFunction(const FunctionDecl *Function, unsigned Depth);
  Race ofUse(const Expr *Use, unsigned Depth);
  Race ofSpawn(const Expr *Call);
  bool runsInside(const Expr *Call);
  Race ofObject(const Expr *Object, unsigned Depth);
  Race ofHolder(const VarDecl *Holder, unsigned Depth);
  Race ofHeld(const Expr *Value, unsigned Depth);
  Race ofGiven(const Expr *Call, const Expr *Given, bool Holds, unsigned Depth);
  Race ofMember(const Expr *Mention, bool Holds, unsigned Depth);
  Race ofKept(const CallExpr *Keeps, unsigned Depth);
  bool isLater(const Expr *Call);
  Race ofVariable(const ValueDecl *Variable, const FunctionDecl *Home,
                  unsigned Depth);
  Race ofMention(const Expr *Mention, const FunctionDecl *Home, unsigned Depth);
  Race ofParameter(const ParmVarDecl *Parameter, unsigned Depth);
  bool isLayer(const Expr *Mention);
  bool isSoleHolder(const VarDecl *Variable);
  Race ofLayers(const ValueDecl *Stream, unsigned Depth);
  Race ofSetters();

  Facts &F;
  const Suspension &At;
  /// What the first of the callers made and handed over.
  const ValueDecl *Owner = nullptr;
  llvm::SmallDenseSet<const Decl *, 8> Seen;
  /// Calls that have a say in how long what is done with the object may take.
  SmallVector<const Expr *, 4> Setters;
  static constexpr unsigned MaxDepth = 4;
  /// One handler binds its smart pointers for the next, and each is asked once.
  static constexpr unsigned MaxHandlers = 12;
};

/// Does \p Call make something that starts when it is awaited?
bool isLazy(Facts &F, const Expr *Call) {
  const Entry *Type = F.roles().ofType(Call->getType());
  return Type && Type->Task && Type->Task->Starts == TaskRole::Start::Lazy;
}

/// Does \p Call make something that runs by itself from then on?
bool isEager(Facts &F, const Expr *Call) {
  const Entry *Type = F.roles().ofType(Call->getType());
  return Type && Type->Task && Type->Task->Starts == TaskRole::Start::Eager;
}

bool isOp(const Entry *Api) { return Api && (Api->Io || Api->Timer); }

/// A token that carries its end with it: cancel_after(5s, use_awaitable).
Race Rivals::ofToken(const Expr *Call) {
  const Expr *Token = objectOf(Call, {ObjectPlace::Kind::Last});
  if (!Token)
    return {};
  auto Ends = [&](const Expr *E) {
    const Entry *Api = F.entry(E);
    return Api && Api->Deadline && Api->Deadline->On &&
           Api->Deadline->On->In == ObjectPlace::Kind::Result;
  };
  SmallVector<const Expr *, 4> Found =
      expressionsIn(Token, /*Lambdas=*/false, Ends);
  // auto token = cancel_after(5s, use_awaitable);
  if (const ValueDecl *Root = rootOf(F, Token); Found.empty() && Root)
    if (const auto *Variable = dyn_cast<VarDecl>(Root))
      if (const Expr *Init = Variable->getAnyInitializer();
          Init && Variable->isLocalVarDecl())
        Found = expressionsIn(Init, /*Lambdas=*/false, Ends);
  if (!Found.empty())
    return ended(Found.front(), "its token ends it");
  return {};
}

/// Is there a timer below \p S, or in the coroutines of this unit that it
/// calls?
bool Rivals::waitsForTime(const Stmt *S, unsigned Depth) {
  return !expressionsIn(S, /*Lambdas=*/true, [&](const Expr *E) {
            const Entry *Api = F.entry(E);
            if (Api && Api->Timer)
              return true;
            const auto *Call = dyn_cast<CallExpr>(E);
            const FunctionDecl *Body =
                Call ? F.ownBody(Call->getDirectCallee()) : nullptr;
            return Body && Depth < MaxDepth &&
                   waitsForTime(Body->getBody(), Depth + 1);
          }).empty();
}

/// What runs beside \p Inside, and ends it: in a race when it ends itself, in a
/// gather when it throws.
Race Rivals::atRace(const CallExpr *Group, const Expr *Inside) {
  for (const Expr *Rival : Group->arguments()) {
    if (contains(F, Rival, Inside))
      continue;
    if (waitsForTime(Rival, 0))
      return ended(Rival, "a timer races it");
    // Another operation may take just as long; what is not in view may not.
    bool InView = !expressionsIn(Rival, /*Lambdas=*/true, [&](const Expr *E) {
                     const auto *Call = dyn_cast<CallExpr>(E);
                     return Call && (isOp(F.entry(Call)) ||
                                     F.ownBody(Call->getDirectCallee()));
                   }).empty();
    if (!InView && !isa<CXXDefaultArgExpr>(Rival))
      return unknown(Rival, "what races it is not in view");
  }
  return {};
}

/// Follows what the caller does with the awaitable \p E.
Race Rivals::ofAwaitable(const Expr *E, unsigned Depth) {
  const Stmt *Below = E;
  for (const Stmt *Up = F.parentStmt(E); Up;
       Below = Up, Up = F.parentStmt(Up)) {
    if (isa<CoawaitExpr, CoyieldExpr, CoreturnStmt, ReturnStmt>(Up))
      return ofFunction(F.functionOf(Up), Depth + 1);
    if (isa<ParenExpr, CastExpr, ExprWithCleanups, MaterializeTemporaryExpr,
            CXXBindTemporaryExpr, MemberExpr>(Up))
      continue;
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Up))
      if (Construct->getNumArgs() == 1)
        continue;
    if (const auto *Declaration = dyn_cast<DeclStmt>(Up)) {
      const auto *Kept = Declaration->isSingleDecl()
                             ? dyn_cast<VarDecl>(Declaration->getSingleDecl())
                             : nullptr;
      if (!Kept || Depth >= MaxDepth)
        return unknown(Up, "it is kept here");
      for (const Expr *Mention : F.mentionsOf(Kept))
        if (Race Found = ofUse(Mention, Depth + 1); decides(Found))
          return Found;
      return {};
    }
    const auto *Call = dyn_cast<CallExpr>(Up);
    if (!Call)
      return unknown(Up, "where it is awaited is not followed");
    const Entry *Api = F.roles().decided(Call);
    if (Api && (Api->Race || Api->Gather)) {
      if (Race Found = atRace(Call, cast<Expr>(Below)); decides(Found))
        return Found;
      continue;
    }
    if (Api && (Api->Passes || isLazy(F, Call))) {
      // co_spawn(..., use_awaitable): an awaitable again
      if (Race Found = ofToken(Call); decides(Found))
        return Found;
      continue;
    }
    if (Api && Api->Spawn) {
      if (Race Found = ofSpawn(Call); decides(Found))
        return Found;
      return {};
    }
    // Who keeps what runs already need not await it.
    if (isEager(F, E))
      return ofKept(Call, Depth);
    return unknown(Call, "it is handed to code that is not followed");
  }
  return {};
}

/// A running task is kept by a parameter of the function around it: can that,
/// or whoever hands it over, end its tasks?
Race Rivals::ofKept(const CallExpr *Keeps, unsigned Depth) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(Keeps);
  const auto *Keeper = dyn_cast_or_null<ParmVarDecl>(
      Call ? rootOf(F, Call->getImplicitObjectArgument()) : nullptr);
  const auto *Function =
      Keeper ? dyn_cast<FunctionDecl>(Keeper->getDeclContext()) : nullptr;
  if (!Function || !Keeper->getType()->isReferenceType() ||
      !F.sources().isInSystemHeader(Call->getMethodDecl()->getLocation()))
    return unknown(Keeps, "it is handed to code that is not followed");
  if (Race Found = ofVariable(Keeper, nullptr, Depth + 1); decides(Found))
    return Found;
  auto Hands = [&](const Expr *Use) {
    for (const Stmt *Up = Use; isa_and_nonnull<Expr>(Up);
         Up = F.parentStmt(Up)) {
      const Entry *Api = F.entry(cast<Expr>(Up));
      // What it is called with is made there, and nobody else has it.
      if (Api && Api->Calls)
        return llvm::all_of(argumentsOf(cast<Expr>(Up)), [&](const Expr *E) {
          return contains(F, E, Use) || !rootOf(F, E);
        });
    }
    return false;
  };
  const LambdaExpr *Lambda = F.lambdaOf(Function);
  ArrayRef<const Expr *> Uses = F.usesOf(Function);
  if (Lambda ? Hands(Lambda) : !Uses.empty() && llvm::all_of(Uses, Hands))
    return {};
  return unknown(Keeps, "others may have what keeps it");
}

/// Who starts it, and how long does that run?
Race Rivals::ofSpawn(const Expr *Call) {
  if (Race Found = ofToken(Call); decides(Found))
    return Found;
  const FunctionDecl *Starter = F.functionOf(Call);
  if (!Starter || !Starter->getBody())
    return {};
  SmallVector<const Expr *, 4> Timed =
      expressionsIn(Starter->getBody(), /*Lambdas=*/false, [&](const Expr *E) {
        const Entry *Api = F.entry(E);
        return Api && Api->Wait && Api->Wait->Timed;
      });
  if (!Timed.empty())
    return ended(Timed.front(), "who starts it waits so long only");
  return {};
}

/// \p Use mentions a function, or a variable that holds a coroutine or lambda.
Race Rivals::ofUse(const Expr *Use, unsigned Depth) {
  const Expr *E = Use;
  for (const Stmt *Up = F.parentStmt(Use); Up; Up = F.parentStmt(Up)) {
    if (isa<ParenExpr, ImplicitCastExpr, UnaryOperator, MemberExpr>(Up)) {
      E = cast<Expr>(Up);
      continue;
    }
    if (const auto *Call = dyn_cast<CallExpr>(Up);
        Call && contains(F, Call->getCallee(), Use))
      E = Call;
    else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Up);
             Operator && Operator->getOperator() == OO_Call &&
             contains(F, Operator->getArg(0), Use))
      E = Operator;
    break;
  }
  return ofAwaitable(E, Depth);
}

/// Everybody who starts or awaits the coroutine \p Function.
Race Rivals::ofFunction(const FunctionDecl *Function, unsigned Depth) {
  if (!Function || Depth >= MaxDepth)
    return {Race::Kind::Unknown,
            "its callers are not followed so far",
            {{At.Await->getBeginLoc(), "here"}}};
  if (!Seen.insert(Function->getCanonicalDecl()).second)
    return {};
  if (const LambdaExpr *Lambda = F.lambdaOf(Function))
    return ofUse(Lambda, Depth);
  bool Used = false;
  for (const Expr *Use : F.usesOf(Function)) {
    if (F.functionOf(Use) == Function)
      continue;
    Used = true;
    if (Race Found = ofUse(Use, Depth); decides(Found))
      return Found;
  }
  if (Used)
    return {};
  // What nobody holds can be ended by nobody.
  const Entry *Type = F.roles().ofType(Function->getReturnType());
  if (!Type || !Type->Task || Type->Task->Starts != TaskRole::Start::Eager ||
      Type->Task->OnDrop != SpawnRole::Drop::Nothing)
    return {Race::Kind::Unknown,
            "it is called by code out of view",
            {{Function->getLocation(), "here"}}};
  return {};
}

/// Does the code that \p Call runs end before its caller goes on?
bool Rivals::runsInside(const Expr *Call) {
  for (const Stmt *Up = F.parentStmt(Call); isa_and_nonnull<Expr>(Up);
       Up = F.parentStmt(Up)) {
    const auto *Outer = dyn_cast<CallExpr>(Up);
    const Entry *Api = Outer ? F.entry(Outer) : nullptr;
    if (isa<CoawaitExpr, LambdaExpr>(Up))
      return true;
    if (Api && (Api->Spawn || Api->Race))
      return false;
  }
  return !isEager(F, Call);
}

/// Does \p Call stand behind the operation, so that it cannot end it?
bool Rivals::isLater(const Expr *Call) {
  return F.functionOf(Call) == F.functionOf(At.Operation) &&
         !mayPrecede(F, Call, At.Operation);
}

/// Who can reach what the operation works on?
Race Rivals::ofObject(const Expr *Object, unsigned Depth) {
  const ValueDecl *Root = Object ? rootOf(F, Object) : nullptr;
  const auto *Variable = dyn_cast_or_null<VarDecl>(Root);
  if (!Variable || Variable->hasGlobalStorage())
    return unknown(At.Operation,
                   "others may close what it works on: it is no local");
  if (isSoleHolder(Variable)) {
    if (!Owner)
      Owner = Variable;
    return ofVariable(
        Variable, dyn_cast<FunctionDecl>(Variable->getDeclContext()), Depth);
  }
  QualType Type = Variable->getType();
  if (isSmartPointer(F, Type))
    return ofHolder(Variable, Depth);
  // Through a pointer or handle: whoever has another one can close it.
  if (!Type.getNonReferenceType()->isRecordType() ||
      !expressionsIn(Object, /*Lambdas=*/false, [](const Expr *E) {
         const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
         return Operator && (Operator->getOperator() == OO_Arrow ||
                             Operator->getOperator() == OO_Star);
       }).empty())
    return unknown(At.Operation, "others may hold what it works on");
  if (Type->isReferenceType()) {
    if (const auto *Parameter = dyn_cast<ParmVarDecl>(Variable))
      return ofParameter(Parameter, Depth);
    const Expr *Init = Variable->getInit();
    if (Init && Depth < MaxDepth && rootOf(F, Init) != Variable)
      return ofObject(Init, Depth + 1);
    return unknown(At.Operation, "what it works on has another name");
  }
  if (!Owner)
    Owner = Variable;
  return ofVariable(Variable,
                    dyn_cast<FunctionDecl>(Variable->getDeclContext()), Depth);
}

/// A smart pointer: whoever has a copy can reach the object.
Race Rivals::ofHolder(const VarDecl *Holder, unsigned Depth) {
  if (Depth > MaxHandlers || Holder->hasGlobalStorage())
    return unknown(At.Operation, "others may hold what it works on");
  if (Seen.contains(Holder))
    return {};
  if (Race Found = ofVariable(Holder, nullptr, Depth); decides(Found))
    return Found;
  const auto *Parameter = dyn_cast<ParmVarDecl>(Holder);
  if (!Parameter && !Owner)
    Owner = Holder;
  if (!Parameter)
    return Holder->getInit() ? ofHeld(Holder->getInit(), Depth) : Race{};
  const auto *Function = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
  ArrayRef<const Expr *> Uses =
      Function ? F.usesOf(Function) : ArrayRef<const Expr *>();
  for (const Expr *Use : Uses) {
    const Handover Given =
        handoverOf(F, Use, Parameter->getFunctionScopeIndex());
    if (!Given.Argument)
      return unknown(Use, "its function is called from elsewhere");
    if (Race Found = ofHeld(Given.Argument, Depth + 1); decides(Found))
      return Found;
  }
  if (Uses.empty())
    return {Race::Kind::Unknown,
            "callers out of view may close it",
            {{Parameter->getLocation(), "here"}}};
  return {};
}

/// What a smart pointer is made of.
Race Rivals::ofHeld(const Expr *Value, unsigned Depth) {
  if (const ValueDecl *Root = rootOf(F, Value)) {
    const auto *Variable = dyn_cast<VarDecl>(Root);
    return Variable && isSmartPointer(F, Variable->getType())
               ? ofHolder(Variable, Depth)
               : unknown(Value, "others may hold what it works on");
  }
  const Expr *Made = plain(F, Value);
  // socket_ptr(new socket(context))
  while (isSmartPointer(F, Made->getType())) {
    const auto *Construct = dyn_cast<CXXConstructExpr>(Made);
    if (!Construct || Construct->getNumArgs() == 0)
      break;
    Made = plain(F, Construct->getArg(0));
  }
  if (const auto *New = dyn_cast<CXXNewExpr>(Made);
      New && New->getConstructExpr())
    Made = New->getConstructExpr();
  const std::optional<Construction> New = constructionAt(F, Made);
  if (New || isa<CXXConstructExpr>(Made)) {
    // Standard input, perhaps.
    for (const Expr *Argument : New ? New->Arguments : argumentsOf(Made))
      if (!isa<CXXDefaultArgExpr>(Argument) &&
          Argument->getType().getNonReferenceType()->isSpecificBuiltinType(
              BuiltinType::Int))
        return unknown(Argument, "it is made of a descriptor");
    return {};
  }
  return unknown(Value, "others may hold what it works on");
}

/// \p Call is given the object, or with \p Holds a smart pointer to it, by
/// \p Given: what does it do with that?
Race Rivals::ofGiven(const Expr *Call, const Expr *Given, bool Holds,
                     unsigned Depth) {
  const ParmVarDecl *Parameter = parameterFor(F, Call, Given);
  if (!Parameter || Depth >= (Holds ? MaxHandlers : MaxDepth))
    return unknown(Call, "it is handed to code out of view");
  if (Holds)
    return ofHolder(Parameter, Depth + 1);
  // Home is nobody there: whatever ends it does so from elsewhere, unless this
  // coroutine itself waits for that code.
  const auto *Body = cast<FunctionDecl>(Parameter->getDeclContext());
  const FunctionDecl *Here = F.functionOf(Given);
  const bool Awaited = Here == F.functionOf(At.Operation) && runsInside(Call);
  return ofVariable(Parameter, Awaited ? Body : nullptr, Depth + 1);
}

/// A constructor makes a member of what it is given.
Race Rivals::ofMember(const Expr *Mention, bool Holds, unsigned Depth) {
  const auto *Constructor =
      dyn_cast_or_null<CXXConstructorDecl>(F.functionOf(Mention));
  if (!Constructor)
    return {};
  for (const CXXCtorInitializer *Init : Constructor->inits()) {
    if (!contains(F, Init->getInit(), Mention))
      continue;
    const FieldDecl *Field = Init->getMember();
    if (!Field || Depth >= MaxDepth || whyShared(F, Field))
      return unknown(Mention, "an object keeps it that others may use");
    if (Holds || Field->getType()->isReferenceType())
      return ofVariable(Field, nullptr, Depth + 1);
    if (Field->getType()->isPointerType())
      return unknown(Mention, "an object keeps its address");
  }
  return {};
}

/// A reference: what do the callers hand over?
Race Rivals::ofParameter(const ParmVarDecl *Parameter, unsigned Depth) {
  const auto *Function = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
  if (!Function || Depth >= MaxDepth)
    return unknown(At.Operation, "what it works on comes from far away");
  if (Race Found = ofVariable(Parameter, Function, Depth); decides(Found))
    return Found;
  bool Called = false;
  for (const Expr *Use : F.usesOf(Function)) {
    const Handover Given =
        handoverOf(F, Use, Parameter->getFunctionScopeIndex());
    if (!Given.Argument)
      return unknown(Use, "its function is called from elsewhere");
    Called = true;
    // A copy that nobody else has: no reference to another object.
    if (Given.Starts && F.context().hasSameUnqualifiedType(
                            Given.Argument->getType().getNonReferenceType(),
                            Parameter->getType().getNonReferenceType()))
      continue;
    if (Race Found = ofObject(Given.Argument, Depth + 1); decides(Found))
      return Found;
  }
  if (!Called)
    return {Race::Kind::Unknown,
            "callers out of view may close it",
            {{Parameter->getLocation(), "here"}}};
  return {};
}

/// Each mention of \p Variable, which \p Home declares.
Race Rivals::ofVariable(const ValueDecl *Variable, const FunctionDecl *Home,
                        unsigned Depth) {
  if (!Seen.insert(Variable).second)
    return {};
  for (const Expr *Mention : F.mentionsOf(Variable))
    if (Race Found =
            isLayer(Mention) ? Race{} : ofMention(Mention, Home, Depth);
        decides(Found))
      return Found;
  return ofLayers(Variable, Depth);
}

/// Is a stream made over it there, which is asked for itself?
bool Rivals::isLayer(const Expr *Mention) {
  const auto *Made = dyn_cast_or_null<CXXConstructExpr>(F.userOf(Mention));
  const Entry *Api = Made ? F.entry(Made) : nullptr;
  return Api && Api->Handle && !Api->Handle->From.empty();
}

/// A local that cannot be copied, with what a call of the vocabulary made: a
/// connection that a pool lends.
bool Rivals::isSoleHolder(const VarDecl *Variable) {
  const CXXRecordDecl *Class = Variable->getType()->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition() || !Variable->getInit() ||
      (Class->needsImplicitCopyConstructor() &&
       !Class->hasUserDeclaredMoveOperation()) ||
      llvm::any_of(Class->ctors(), [](const CXXConstructorDecl *One) {
        return One->isCopyConstructor() && !One->isDeleted();
      }))
    return false;
  return !expressionsIn(Variable->getInit(), /*Lambdas=*/false,
                        [&](const Expr *E) {
                          const Entry *Api = F.entry(E);
                          return Api && Api->Handle &&
                                 Api->Handle->At.In ==
                                     ObjectPlace::Kind::Result;
                        })
              .empty();
}

/// A stream over another that it refers to: who ends that, ends this.
Race Rivals::ofLayers(const ValueDecl *Stream, unsigned Depth) {
  const auto *Variable = dyn_cast<VarDecl>(Stream);
  const Expr *Init = Variable && Variable->getInit()
                         ? Variable->getInit()->IgnoreImplicit()
                         : nullptr;
  const Entry *Api = Init ? F.entry(Init) : nullptr;
  if (!Api || !Api->Handle || Depth >= MaxDepth)
    return {};
  for (const ObjectPlace &From : Api->Handle->From) {
    const Expr *Layer = objectOf(Init, From);
    if (!Layer)
      continue;
    if (Layer->IgnoreParenImpCasts()->isLValue()) {
      if (Race Found = ofObject(Layer, Depth + 1); decides(Found))
        return Found;
      continue;
    }
    // What is moved into it is nobody else's, and keeps what was set on it.
    if (const auto *Moved = dyn_cast_or_null<VarDecl>(rootOf(F, Layer)))
      (void)ofVariable(Moved, dyn_cast<FunctionDecl>(Moved->getDeclContext()),
                       Depth + 1);
  }
  return {};
}

Race Rivals::ofMention(const Expr *Mention, const FunctionDecl *Home,
                       unsigned Depth) {
  const FunctionDecl *Here = F.functionOf(Mention);
  // What a coroutine's frame and promise are made with: they only look.
  const auto *Coroutine =
      Here ? dyn_cast_or_null<CoroutineBodyStmt>(Here->getBody()) : nullptr;
  if (Coroutine && !contains(F, Coroutine->getBody(), Mention))
    return {};
  const bool Elsewhere = Here != Home && Here != F.functionOf(At.Operation);
  // Whether it is still the smart pointer, and not yet what that points to.
  bool Holds = isSmartPointer(F, Mention->getType());
  const Stmt *Below = Mention;
  const Stmt *Up = F.parentStmt(Mention);
  for (; Up; Below = Up, Up = F.parentStmt(Up)) {
    if (isa<ParenExpr, CastExpr, MaterializeTemporaryExpr, CXXBindTemporaryExpr,
            ExprWithCleanups>(Up))
      continue;
    if (const auto *Lambda = dyn_cast<LambdaExpr>(Up)) {
      for (const LambdaCapture &Capture : Lambda->captures())
        if (Capture.capturesVariable() &&
            Capture.getCapturedVar()->isInitCapture())
          if (const auto *Copy = dyn_cast<VarDecl>(Capture.getCapturedVar());
              Copy && Holds && Copy->getInit() &&
              contains(F, Copy->getInit(), Mention))
            return ofHolder(Copy, Depth + 1);
      return {}; // its body's mentions come by themselves
    }
    if (isa<ReturnStmt, CoreturnStmt>(Up))
      return Holds ? unknown(Up, "others may hold what it works on") : Race{};
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Up)) {
      const CXXConstructorDecl *Made = Construct->getConstructor();
      if (Holds &&
          (Made->isCopyOrMoveConstructor() || F.entry(Construct) == nullptr) &&
          isSmartPointer(F, Construct->getType()))
        continue;
      // Moved on: what becomes of it is another object.
      if (!Holds && Made->isCopyOrMoveConstructor())
        return {};
      if (Holds || parameterFor(F, Construct, Mention))
        return ofGiven(Construct, Mention, Holds, Depth);
      return Construct->getNumArgs() == 1
                 ? Race{}
                 : unknown(Up, "it is handed to a constructor");
    }
    if (const auto *Member = dyn_cast<MemberExpr>(Up)) {
      const auto *Call = dyn_cast_or_null<CXXMemberCallExpr>(F.parentStmt(Up));
      if (!Call || Call->getCallee()->IgnoreParens() != Member)
        continue; // a data member
      if (Holds) {
        if (Call->getMethodDecl()->isConst() &&
            !Call->getType()->isPointerType())
          return {}; // whether it holds anything
        return unknown(Up, "others may hold what it works on");
      }
      const Entry *Api = F.entry(Call);
      if (Api && Api->Ends)
        return Elsewhere && !isLater(Call)
                   ? ended(Call, "something else may close what it works on")
                   : Race{};
      if (Api && Api->Deadline)
        Setters.push_back(Call);
      if (Api || !(Call->getType()->isPointerType() || Call->isLValue()))
        return {};
      Below = Up = Call; // next_layer(): a part of it
      continue;
    }
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Up)) {
      if (!Holds)
        return {};
      switch (Operator->getOperator()) {
      case OO_Arrow:
      case OO_Star:
        break;
      case OO_EqualEqual:
      case OO_ExclaimEqual:
      case OO_Exclaim:
        return {};
      default:
        return unknown(Up, "others may hold what it works on");
      }
      Holds = false;
      continue;
    }
    if (const auto *Call = dyn_cast<CallExpr>(Up)) {
      const Entry *Api = F.roles().decided(Call);
      if (Api && Api->Ends)
        return Elsewhere && !isLater(Call)
                   ? ended(Call, "something else may close what it works on")
                   : Race{};
      if (Api && Api->Passes) {
        const Expr *Passed = objectOf(
            Call, {ObjectPlace::Kind::Argument, Api->Passes->Argument});
        if (Passed && contains(F, Passed, Below))
          continue;
      }
      if (isLater(Call))
        return {};
      if (Holds)
        return ofGiven(Call, Mention, true, Depth);
      if (Api)
        return {};
      const FunctionDecl *Callee = Call->getDirectCallee();
      unsigned Index = 0;
      while (Index < Call->getNumArgs() &&
             !contains(F, Call->getArg(Index), Below))
        ++Index;
      if (!Callee || Index >= Callee->getNumParams())
        return unknown(Call, "it is handed to code out of view");
      // By value, or moved: another object from there on.
      QualType Taken = Callee->getParamDecl(Index)->getType();
      if (!Taken->isReferenceType() || Taken->isRValueReferenceType() ||
          Taken->getPointeeType().isConstQualified())
        return {};
      return ofGiven(Call, Mention, false, Depth);
    }
    const auto *Declaration = dyn_cast<DeclStmt>(Up);
    const auto *Alias = Declaration && Declaration->isSingleDecl()
                            ? dyn_cast<VarDecl>(Declaration->getSingleDecl())
                            : nullptr;
    // A coroutine's own copy of its parameter.
    if (Alias && Alias->isImplicit())
      return {};
    if (Alias && Depth < MaxDepth) {
      if (Holds)
        return ofHolder(Alias, Depth + 1);
      if (Alias->getType()->isReferenceType())
        return ofVariable(Alias, Home, Depth + 1);
    }
    // if (socket)
    const auto *Not = dyn_cast<UnaryOperator>(Up);
    if (Holds &&
        (isa<IfStmt, WhileStmt, BinaryOperator, ConditionalOperator>(Up) ||
         (Not && Not->getOpcode() == UO_LNot)))
      return {};
    return unknown(Up, "it is used in a way that is not followed");
  }
  return ofMember(Mention, Holds, Depth);
}

/// What was set before decides; what stands between, takes it away again.
Race Rivals::ofSetters() {
  auto Does = [&](const Expr *Setter) {
    return F.entry(Setter)->Deadline->Does;
  };
  Race Found;
  for (const Expr *Setter : Setters) {
    if (Does(Setter) == DeadlineRole::What::Never ||
        !mayPrecede(F, Setter, At.Operation))
      continue;
    if (Does(Setter) == DeadlineRole::What::Perhaps)
      return unknown(Setter, "this may have a say in how long it waits");
    if ((Does(Setter) == DeadlineRole::What::NonBlocking) != At.blocksThread())
      continue; // what bounds the one does nothing for the other
    if (llvm::any_of(Setters, [&](const Expr *Taken) {
          return Does(Taken) == DeadlineRole::What::Never &&
                 alwaysPrecedes(F, Taken, At.Operation) &&
                 alwaysPrecedes(F, Setter, Taken) &&
                 !mayPrecede(F, Taken, Setter);
        }))
      continue;
    if (F.functionOf(Setter) != F.functionOf(At.Operation) ||
        alwaysPrecedes(F, Setter, At.Operation))
      return ended(Setter, "a deadline is set on what it works on");
    Found = unknown(Setter, "only on some paths a deadline is set");
  }
  return Found;
}

Race Rivals::find() {
  if (Race Found = ofToken(At.Operation); decides(Found))
    return Found;
  const Expr *Object =
      At.Api->Io->On ? objectOf(At.Operation, *At.Api->Io->On) : nullptr;
  Race Found = ofObject(Object, 0);
  if (!decides(Found))
    Found = ofSetters();
  // A blocked thread is ended by nobody who waits for it.
  if (!decides(Found) && !At.blocksThread())
    Found = At.Await == At.Operation ? ofFunction(F.functionOf(At.Operation), 0)
                                     : ofAwaitable(At.Operation, 0);
  Found.Handle = Owner || !Object ? Owner : rootOf(F, Object);
  return Found;
}

} // namespace

Race raceOf(Facts &F, const Suspension &At) { return Rivals(F, At).find(); }

} // namespace tidepool
