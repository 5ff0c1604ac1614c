// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "WaitByDesign.h"
#include "Bound.h"
#include "Loop.h"
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

/// Does the loop only try again after an interruption: it has no body, or its
/// condition is about the result of the wait that it repeats?
static bool triesAgain(Facts &F, const Loop &L, const Expr *Wait) {
  if (L.Form == Loop::Kind::Do && L.Condition)
    return !contains(F, L.Condition, Wait) || !L.Body ||
           isa<NullStmt>(L.Body) ||
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
