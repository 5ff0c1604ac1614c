// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "WaitByDesign.h"
#include "Bound.h"
#include "Spawn.h"
#include "TripCount.h"

using namespace clang;

namespace tidepool {

std::optional<std::string> cleansUp(Facts &F, const Expr *Wait) {
  for (const FunctionDecl *Function = F.functionOf(Wait); Function;) {
    if (isa<CXXDestructorDecl>(Function))
      return "it stands in a destructor";
    if (Function->getIdentifier() &&
        namesAny(Function->getName(),
                 {"close", "shutdown", "shut", "stop", "disconnect", "cleanup",
                  "clean", "teardown", "finalize", "deinit", "destroy",
                  "dispose", "release", "terminate", "kill", "abort", "quit",
                  "exit", "drain"}))
      return "'" + Function->getNameAsString() + "' cleans up";
    const LambdaExpr *Lambda = F.lambdaOf(Function);
    Function = Lambda ? F.functionOf(Lambda) : nullptr;
  }
  return std::nullopt;
}

bool sendsLittle(Facts &F, const Expr *Wait) {
  // Well below the smallest buffer of a socket.
  constexpr unsigned Little = 1024;
  const Entry *Api = F.entry(Wait);
  const Expr *Data =
      Api && Api->Io && Api->Io->Sends
          ? objectOf(Wait, {ObjectPlace::Kind::Argument, *Api->Io->Sends})
          : nullptr;
  if (!Data)
    return false;
  unsigned Size = 0;
  bool Written = false;
  if (!expressionsIn(Data, /*Lambdas=*/false,
                     [&](const Expr *E) {
                       if (const auto *Text = dyn_cast<StringLiteral>(E)) {
                         Size += Text->getByteLength();
                         Written = true;
                       }
                       const auto *Reference = dyn_cast<DeclRefExpr>(E);
                       return isa<MemberExpr, CXXThisExpr, LambdaExpr>(E) ||
                              (Reference &&
                               !isa<FunctionDecl, EnumConstantDecl>(
                                   Reference->getDecl()));
                     })
           .empty() ||
      !Written || Size > Little)
    return false;
  const Expr *On = Api->Io->On ? objectOf(Wait, *Api->Io->On) : nullptr;
  const ValueDecl *Root = On ? rootOf(F, On) : nullptr;
  for (const Stmt *Up = F.parentStmt(Wait); Up; Up = F.parentStmt(Up)) {
    std::optional<Loop> Around = loopOf(F, Up);
    // A connection of its own in each turn.
    if (Around && repeats(F, *Around, Wait) &&
        !(Root && F.sources().isPointWithin(
                      Root->getLocation(), Up->getBeginLoc(), Up->getEndLoc())))
      return false;
  }
  return true;
}

bool acceptsItself(Facts &F, const Expr *Wait) {
  const Entry *Api = F.entry(Wait);
  if (!Api || !Api->Io || !Api->Io->Accepts)
    return false;
  const FunctionDecl *Outer = F.functionOf(Wait);
  while (const LambdaExpr *Lambda = Outer ? F.lambdaOf(Outer) : nullptr)
    Outer = F.functionOf(Lambda);
  return Outer && Outer->getBody() &&
         !expressionsIn(Outer->getBody(), /*Lambdas=*/true, [&](const Expr *E) {
            const Entry *Does = F.entry(E);
            return Does && Does->Io && Does->Io->Connects;
          }).empty();
}

/// The variable that takes what \p Wait returns; null where none does.
static const ValueDecl *resultOf(Facts &F, const Expr *Wait) {
  const Stmt *User = F.userOf(Wait);
  if (const auto *Assign = dyn_cast_or_null<BinaryOperator>(User);
      Assign && Assign->isAssignmentOp())
    return rootOf(F, Assign->getLHS());
  const auto *Declaration = dyn_cast_or_null<DeclStmt>(User);
  return Declaration && Declaration->isSingleDecl()
             ? dyn_cast<VarDecl>(Declaration->getSingleDecl())
             : nullptr;
}

bool triesAgain(Facts &F, const Loop &L, const Expr *Wait) {
  if (L.Form == Loop::Kind::Do && L.Condition &&
      !contains(F, L.Condition, Wait)) {
    const ValueDecl *Result = resultOf(F, Wait);
    return Result &&
           !expressionsIn(L.Condition, /*Lambdas=*/false, [&](const Expr *E) {
              const auto *Reference = dyn_cast<DeclRefExpr>(E);
              return Reference && Reference->getDecl() == Result;
            }).empty();
  }
  if (L.Form == Loop::Kind::Do && L.Condition)
    return !L.Body || isa<NullStmt>(L.Body) ||
           (isa<CompoundStmt>(L.Body) &&
            cast<CompoundStmt>(L.Body)->size() < 2);
  return L.Condition && contains(F, L.Condition, Wait) &&
         (!L.Body || isa<NullStmt, ContinueStmt>(L.Body) ||
          (isa<CompoundStmt>(L.Body) &&
           cast<CompoundStmt>(L.Body)->body_empty()));
}

static ServerLoop loopAround(Facts &F, const Expr *Wait, const Expr *Step,
                             bool Client, unsigned Depth) {
  ServerLoop Found = ServerLoop::No;
  for (const Stmt *Up = F.parentStmt(Step); Up; Up = F.parentStmt(Up)) {
    std::optional<Loop> Around = loopOf(F, Up);
    if (!Around || Around->Form == Loop::Kind::Algorithm ||
        !repeats(F, *Around, Step) ||
        (Step == Wait && triesAgain(F, *Around, Step)))
      continue;
    if (Client && Step == Wait)
      return ServerLoop::Yes;
    if (Step == Wait &&
        tripCount(F, *Around, Wait, {}).Is == TripCount::Kind::Endless)
      return ServerLoop::Yes;
    Found = ServerLoop::Perhaps;
  }
  // A helper that waits once, for the loop that calls it.
  const FunctionDecl *Function = F.functionOf(Step);
  if (Found != ServerLoop::No || !Function || Depth >= 2)
    return Found;
  for (const Expr *Use : F.usesOf(Function)) {
    const auto *Call = dyn_cast_or_null<CallExpr>(F.userOf(Use));
    if (Call && F.functionOf(Call) != Function &&
        loopAround(F, Wait, Call, Client, Depth + 1) != ServerLoop::No)
      return ServerLoop::Perhaps;
  }
  return ServerLoop::No;
}

ServerLoop serverLoop(Facts &F, const Expr *Wait) {
  const Entry *Api = F.entry(Wait);
  const bool Watches = Api && Api->Deadline && Api->Io &&
                       Api->Io->For != IoRole::Peer::Task &&
                       Api->Deadline->Does == DeadlineRole::What::Ready;
  const bool Client =
      Api && Api->Io &&
      (Api->Io->Accepts || Api->Io->For == IoRole::Peer::Client ||
       Api->Io->For == IoRole::Peer::Sender);
  if (!Watches && !Client)
    return ServerLoop::No;
  return loopAround(F, Wait, Wait, Client, 0);
}

} // namespace tidepool
