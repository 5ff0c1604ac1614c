// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "ExecutionContext.h"
#include "Loop.h"
#include "Spawn.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace tidepool {

namespace {

/// Follows a function to what runs it.
class Runner {
public:
  explicit Runner(Facts &F) : F(F) {}
  ExecutionContext of(const Stmt *S, unsigned Depth);

private:
  std::optional<ExecutionContext> handedTo(const Expr *Callable);
  ExecutionContext ofNamed(const FunctionDecl *Function, unsigned Depth);

  Facts &F;
  unsigned Steps = 0;
};

/// What runs \p Callable, a lambda or the mention of a function: none if it
/// runs where it stands.
std::optional<ExecutionContext> Runner::handedTo(const Expr *Callable) {
  bool HandedOn = false;
  for (const Stmt *Up = F.parentStmt(Callable); Up && isa<Expr>(Up);
       Up = F.parentStmt(Up)) {
    const auto *E = cast<Expr>(Up);
    if (!isa<CallExpr, CXXConstructExpr>(E))
      continue;
    if (std::optional<Spawn> Started = spawnAt(F, E))
      return ExecutionContext::Task;
    const Entry *Api = F.entry(E);
    if (Api && Api->Handler) {
      const Expr *Runs = objectOf(E, Api->Handler->Callable);
      if (Runs && contains(F, Runs, Callable))
        return ExecutionContext::Handler;
    }
    const auto *Call = dyn_cast<CallExpr>(E);
    bool Called = Call && contains(F, Call->getCallee(), Callable);
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E))
      Called |= Operator->getOperator() == OO_Call &&
                contains(F, Operator->getArg(0), Callable);
    if (Called || (Api && Api->Iterates))
      return std::nullopt;
    HandedOn |= Call && !(Api && Api->Passes);
  }
  if (HandedOn)
    return ExecutionContext::Unknown;
  return std::nullopt;
}

/// One use by a pool or handler says enough; direct calls must all agree.
ExecutionContext Runner::ofNamed(const FunctionDecl *Function, unsigned Depth) {
  if (Depth >= 4)
    return ExecutionContext::Unknown;
  std::optional<ExecutionContext> All;
  for (const Expr *Use : F.usesOf(Function)) {
    if (F.functionOf(Use) == Function)
      continue;
    if (++Steps > 64)
      return ExecutionContext::Unknown;
    std::optional<ExecutionContext> Given = handedTo(Use);
    if (Given && *Given != ExecutionContext::Unknown)
      return *Given;
    ExecutionContext Next = Given ? *Given : of(Use, Depth + 1);
    All = All && *All != Next ? ExecutionContext::Unknown : Next;
  }
  return All.value_or(ExecutionContext::Unknown);
}

ExecutionContext Runner::of(const Stmt *S, unsigned Depth) {
  const FunctionDecl *Function = F.functionOf(S);
  while (Function) {
    if (isa_and_nonnull<CoroutineBodyStmt>(Function->getBody()))
      return ExecutionContext::Coroutine;
    if (Function->isMain())
      return ExecutionContext::Main;
    const LambdaExpr *Lambda = F.lambdaOf(Function);
    if (!Lambda)
      return ofNamed(Function, Depth);
    if (std::optional<ExecutionContext> Given = handedTo(Lambda))
      return *Given;
    Function = F.functionOf(Lambda);
  }
  return ExecutionContext::Unknown;
}

/// Does \p Function stand in a test macro, or is it reached only from one?
bool isTest(Facts &F, const FunctionDecl *Function, unsigned Depth) {
  const SourceManager &SM = F.sources();
  for (; Function;) {
    // The body follows the macro, so what stands before it comes from there:
    // its name, unless that is an argument, and what begins it.
    for (SourceLocation Place :
         {Function->getLocation(), Function->getBeginLoc()})
      while (Place.isMacroID()) {
        StringRef Macro =
            Lexer::getImmediateMacroName(Place, SM, F.context().getLangOpts());
        if (F.roles().isTestMacro(Macro))
          return true;
        Place = SM.getImmediateMacroCallerLoc(Place);
      }
    const LambdaExpr *Lambda = F.lambdaOf(Function);
    if (!Lambda)
      break;
    Function = F.functionOf(Lambda);
  }
  // What other units can call is no test, even if only tests call it here.
  if (!Function || Depth >= 4 || Function->isExternallyVisible())
    return false;
  bool Used = false;
  for (const Expr *Use : F.usesOf(Function)) {
    const FunctionDecl *User = F.functionOf(Use);
    if (User == Function)
      continue;
    if (!User || !isTest(F, User, Depth + 1))
      return false;
    Used = true;
  }
  return Used;
}

} // namespace

ExecutionContext contextOf(Facts &F, const Stmt *S) {
  return Runner(F).of(S, 0);
}

bool inTest(Facts &F, const Stmt *S) { return isTest(F, F.functionOf(S), 0); }

} // namespace tidepool
