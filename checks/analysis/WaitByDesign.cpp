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

ServerLoop serverLoop(Facts &F, const Expr *Wait) {
  const Entry *Api = F.entry(Wait);
  const bool Watches =
      Api && Api->Deadline && Api->Deadline->Does == DeadlineRole::What::Ready;
  const bool Accepts =
      Api && Api->Io &&
      (Api->Io->Accepts || Api->Io->For == IoRole::Peer::Client);
  ServerLoop Found = ServerLoop::No;
  for (const Stmt *Up = F.parentStmt(Wait); Up; Up = F.parentStmt(Up)) {
    std::optional<Loop> Around = loopOf(F, Up);
    if (!Around || Around->Form == Loop::Kind::Algorithm ||
        !repeats(F, *Around, Wait) || triesAgain(F, *Around, Wait))
      continue;
    if (Accepts)
      return ServerLoop::Yes;
    if (!Watches)
      continue;
    if (tripCount(F, *Around, Wait, {}).Is == TripCount::Kind::Endless)
      return ServerLoop::Yes;
    Found = ServerLoop::Perhaps;
  }
  return Found;
}

} // namespace tidepool
