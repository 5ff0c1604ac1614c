// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "TaskBody.h"
#include "Loop.h"
#include "TripCount.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace tidepool {

/// Is \p Variable given another value than the one it was made with?
static bool isSetAgain(Facts &F, const VarDecl *Variable) {
  return llvm::any_of(F.mentionsOf(Variable), [&](const Expr *Mention) {
    const Stmt *Up = F.userOf(Mention);
    if (const auto *Binary = dyn_cast_or_null<BinaryOperator>(Up))
      return Binary->isAssignmentOp() &&
             Binary->getLHS()->IgnoreParenImpCasts() == Mention;
    const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Up);
    return Operator && Operator->isAssignmentOp() &&
           Operator->getArg(0)->IgnoreParenImpCasts() == Mention;
  });
}

/// The override of \p Name in \p Class, or in the nearest of its bases.
static const FunctionDecl *memberOf(Facts &F, const CXXRecordDecl *Class,
                                    StringRef Name) {
  if (!Class || !Class->hasDefinition() ||
      F.sources().isInSystemHeader(Class->getLocation()))
    return nullptr;
  for (const CXXMethodDecl *Method : Class->methods())
    if (Method->getIdentifier() && Method->getName() == Name)
      return F.ownBody(Method);
  for (const CXXBaseSpecifier &Base : Class->getDefinition()->bases())
    if (const FunctionDecl *Found =
            memberOf(F, Base.getType()->getAsCXXRecordDecl(), Name))
      return Found;
  return nullptr;
}

/// What an object of \p Type runs when it is itself the task; null if it is
/// none, or its code is not in view.
static const FunctionDecl *bodyOfTask(Facts &F, QualType Type) {
  if (Type.isNull())
    return nullptr;
  Type = Type.getNonReferenceType();
  if (Type->isPointerType())
    Type = Type->getPointeeType();
  const Entry *Api = F.roles().ofType(Type);
  if (!Api || !Api->Task || Api->Task->Body.empty())
    return nullptr;
  return memberOf(F, Type->getAsCXXRecordDecl(), Api->Task->Body);
}

const FunctionDecl *bodyOf(Facts &F, const Expr *Callable) {
  for (unsigned Depth = 0; Callable && Depth < 8; ++Depth) {
    Callable = Callable->IgnoreUnlessSpelledInSource();
    while (const auto *Cast = dyn_cast<ExplicitCastExpr>(Callable))
      Callable = Cast->getSubExpr()->IgnoreUnlessSpelledInSource();
    if (const auto *Lambda = dyn_cast<LambdaExpr>(Callable))
      return Lambda->getCallOperator();
    if (const auto *Unary = dyn_cast<UnaryOperator>(Callable);
        Unary && Unary->getOpcode() == UO_AddrOf) {
      Callable = Unary->getSubExpr();
      continue;
    }
    if (const auto *Reference = dyn_cast<DeclRefExpr>(Callable)) {
      if (const auto *Function = dyn_cast<FunctionDecl>(Reference->getDecl()))
        return F.ownBody(Function);
      const auto *Variable = dyn_cast<VarDecl>(Reference->getDecl());
      if (!Variable)
        return nullptr;
      if (const FunctionDecl *Body = bodyOfTask(F, Variable->getType()))
        return Body;
      if (const Expr *Init = Variable->getAnyInitializer();
          Init && !isa<ParmVarDecl>(Variable) && !isSetAgain(F, Variable)) {
        if (const CXXRecordDecl *Class =
                Variable->getType()->getAsCXXRecordDecl();
            Class && !Class->isLambda() &&
            !isa<LambdaExpr>(Init->IgnoreUnlessSpelledInSource()))
          break;
        Callable = Init;
        continue;
      }
      return nullptr;
    }
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Callable)) {
      // packaged_task(f), function(f): what it was made from.
      if (Construct->getNumArgs() >= 1 &&
          !Construct->getConstructor()->getParent()->isLambda()) {
        if (const FunctionDecl *Inner = bodyOf(F, Construct->getArg(0)))
          return Inner;
      }
      break;
    }
    if (const auto *Call = dyn_cast<CallExpr>(Callable)) {
      if (const Entry *Api = F.entry(Call); Api && Api->Passes) {
        Callable = objectOf(
            Call, {ObjectPlace::Kind::Argument, Api->Passes->Argument});
        continue;
      }
      // session(socket): a coroutine, or what else makes the task itself.
      const FunctionDecl *Made = F.ownBody(Call->getDirectCallee());
      const Entry *Type = F.roles().ofType(Call->getType());
      if ((Made && isa<CoroutineBodyStmt>(Made->getBody())) ||
          (Type && Type->Task))
        return Made;
      // bind(f, ...)
      if (Call->getNumArgs() == 0)
        return nullptr;
      Callable = Call->getArg(0);
      continue;
    }
    break;
  }
  // A list in parentheses has no type as long as it is dependent.
  if (!Callable || Callable->getType().isNull())
    return nullptr;
  if (const FunctionDecl *Body = bodyOfTask(F, Callable->getType()))
    return Body;
  // A functor: its one call operator.
  const CXXRecordDecl *Class = Callable->getType()->getAsCXXRecordDecl();
  if (!Class || !Class->hasDefinition() ||
      F.sources().isInSystemHeader(Class->getLocation()))
    return nullptr;
  for (const CXXMethodDecl *Method : Class->methods())
    if (Method->getOverloadedOperator() == OO_Call)
      return F.ownBody(Method);
  return nullptr;
}

const FunctionDecl *taskBody(Facts &F, const Spawn &Started) {
  if (Started.Callable)
    return bodyOf(F, Started.Callable);
  // worker.start(): the object is the task.
  const auto *Member = dyn_cast<CXXMemberCallExpr>(Started.Site);
  return Member ? bodyOf(F, Member->getImplicitObjectArgument()) : nullptr;
}

/// What was written between the braces, of a coroutine too.
static const Stmt *writtenBody(const FunctionDecl *Function) {
  const Stmt *Body = Function->getBody();
  const auto *Coroutine = dyn_cast<CoroutineBodyStmt>(Body);
  return Coroutine ? Coroutine->getBody() : Body;
}

/// `if (stop) break;`, `if (stop.load()) return;`
static bool afterFlag(Facts &F, const Stmt *Leaves, const Loop &L) {
  for (const Stmt *Up = F.parentStmt(Leaves); Up && Up != L.Statement;
       Up = F.parentStmt(Up))
    if (const auto *If = dyn_cast<IfStmt>(Up)) {
      const Expr *E = If->getCond()->IgnoreParenImpCasts();
      while (const auto *Not = dyn_cast<UnaryOperator>(E))
        E = Not->getSubExpr()->IgnoreParenImpCasts();
      if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E)) {
        // peer->isStopped(); but not connection->closed()
        const CXXMethodDecl *Asked = Call->getMethodDecl();
        if (Asked && Asked->getIdentifier() && Call->getNumArgs() == 0 &&
            namesAny(Asked->getName(),
                     {"stop", "stopped", "stopping", "quit", "exit", "exiting",
                      "shutdown", "running", "terminated", "cancelled",
                      "canceled", "requested"}))
          return true;
        E = Call->getImplicitObjectArgument()->IgnoreParenImpCasts();
      }
      // Not what the body itself found out.
      if (const auto *Reference = dyn_cast<DeclRefExpr>(E)) {
        const auto *Variable = dyn_cast<VarDecl>(Reference->getDecl());
        return Variable && (Variable->hasGlobalStorage() ||
                            Reference->refersToEnclosingVariableOrCapture());
      }
      return isa<MemberExpr>(E);
    }
  return false;
}

/// Does \p L turn until somebody else ends it?
static bool turnsUntilStopped(Facts &F, const Loop &L,
                              const BoundNames &Names) {
  if (L.Form == Loop::Kind::Algorithm || L.Form == Loop::Kind::RangeFor)
    return false;
  TripCount Turns = tripCount(F, L, nullptr, Names);
  if (Turns.Is != TripCount::Kind::Endless || Turns.Accepts)
    return false;
  SmallVector<const Stmt *, 16> Queue = {L.Body};
  while (!Queue.empty()) {
    const Stmt *S = Queue.pop_back_val();
    if (!S || isa<LambdaExpr>(S))
      continue;
    if (isa<BreakStmt, ReturnStmt, CoreturnStmt>(S) && !afterFlag(F, S, L))
      return false;
    // A break in there leaves something else.
    if (isa<SwitchStmt, ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S))
      continue;
    Queue.append(S->child_begin(), S->child_end());
  }
  return true;
}

static bool runsUntilStopped(Facts &F, const FunctionDecl *Body,
                             const BoundNames &Names, unsigned Depth = 0) {
  if (!Body)
    return false;
  SmallVector<const Stmt *, 8> Queue = {writtenBody(Body)};
  while (!Queue.empty()) {
    const Stmt *S = Queue.pop_back_val();
    if (!S)
      continue;
    if (isa<CompoundStmt, CXXTryStmt>(S)) {
      Queue.append(S->child_begin(), S->child_end());
    } else if (const auto *If = dyn_cast<IfStmt>(S)) {
      // Two ways to do the same work for ever.
      Queue.append({If->getThen(), If->getElse()});
    } else if (const auto *E = dyn_cast<Expr>(S)) {
      // [this] { run(); }
      const auto *Call = dyn_cast<CallExpr>(E->IgnoreUnlessSpelledInSource());
      const FunctionDecl *Callee =
          Call ? F.ownBody(Call->getDirectCallee()) : nullptr;
      if (Depth < 3 && Callee && Callee != Body &&
          runsUntilStopped(F, Callee, Names, Depth + 1))
        return true;
    } else if (std::optional<Loop> L = loopOf(F, S);
               L && turnsUntilStopped(F, *L, Names)) {
      return true;
    }
  }
  return false;
}

std::optional<std::string> longLived(Facts &F, const Spawn &Started,
                                     const BoundNames &Names) {
  if (const FunctionDecl *Body = taskBody(F, Started)) {
    if (runsUntilStopped(F, Body, Names))
      return "each of them runs until it is told to stop";
    return std::nullopt;
  }
  const Expr *Callable = Started.Callable
                             ? Started.Callable->IgnoreUnlessSpelledInSource()
                             : nullptr;
  if (const auto *Unary = dyn_cast_or_null<UnaryOperator>(Callable);
      Unary && Unary->getOpcode() == UO_AddrOf)
    Callable = Unary->getSubExpr()->IgnoreUnlessSpelledInSource();
  const auto *Named = dyn_cast_or_null<DeclRefExpr>(Callable);
  const auto *Function =
      Named ? dyn_cast<FunctionDecl>(Named->getDecl()) : nullptr;
  if (!Function || !Function->getIdentifier() ||
      !namesAny(Function->getName(),
                {"thread", "loop", "worker", "acceptor", "listener", "server",
                 "monitor", "watcher", "tracker", "poller", "daemon"}))
    return std::nullopt;
  return "'" + Function->getNameAsString() +
         "' is not in view, and named for a thread that lives on";
}

bool isWorkerLoop(Facts &F, const FunctionDecl *Body) {
  if (!Body)
    return false;
  // The loop stands at the top of the body, or in a try or lock block there.
  SmallVector<const Stmt *, 8> Queue = {writtenBody(Body)};
  while (!Queue.empty()) {
    const Stmt *S = Queue.pop_back_val();
    if (!S)
      continue;
    if (isa<WhileStmt, DoStmt>(S))
      return true;
    if (const auto *For = dyn_cast<ForStmt>(S)) {
      // for (;;) and for (i = next++; i < n; i = next++) take work from
      // elsewhere; a plain counter is a share of the work.
      if (!For->getCond() || !For->getInc())
        return true;
      const Stmt *Increment = For->getInc();
      if (!isa<UnaryOperator, CXXOperatorCallExpr, CompoundAssignOperator>(
              Increment))
        return true;
      return false;
    }
    if (isa<CompoundStmt, CXXTryStmt>(S))
      Queue.append(S->child_begin(), S->child_end());
  }
  // [this] { run(); }, [this] { co_await run(); }: one call deeper.
  const auto *Block = dyn_cast<CompoundStmt>(writtenBody(Body));
  if (!Block || Block->body_empty())
    return false;
  // void *start(void *) { run(); return nullptr; }
  const auto *Last = dyn_cast<ReturnStmt>(Block->body_back());
  if (Block->size() != (Last ? 2 : 1) ||
      (Last && Last->getRetValue() &&
       !expressionsIn(Last->getRetValue(), /*Lambdas=*/true, [](const Expr *E) {
          return isa<CallExpr>(E);
        }).empty()))
    return false;
  const auto *Call = dyn_cast<Expr>(Block->body_front());
  if (Call)
    Call = Call->IgnoreUnlessSpelledInSource();
  if (const auto *Await = dyn_cast_or_null<CoawaitExpr>(Call))
    Call = Await->getOperand()->IgnoreUnlessSpelledInSource();
  const auto *Direct = dyn_cast_or_null<CallExpr>(Call);
  const FunctionDecl *Callee =
      Direct ? F.ownBody(Direct->getDirectCallee()) : nullptr;
  if (!Callee || Callee == Body)
    return false;
  const auto *Inner = dyn_cast<CompoundStmt>(writtenBody(Callee));
  return Inner && llvm::any_of(Inner->body(), [](const Stmt *S) {
           return isa<WhileStmt, DoStmt>(S) ||
                  (isa<ForStmt>(S) && !cast<ForStmt>(S)->getCond());
         });
}

bool isWorker(Facts &F, const Spawn &Started, const BoundNames &Names) {
  const FunctionDecl *Body = taskBody(F, Started);
  return Body && (isWorkerLoop(F, Body) || runsUntilStopped(F, Body, Names));
}

} // namespace tidepool
