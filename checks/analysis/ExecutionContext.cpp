// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "ExecutionContext.h"
#include "Loop.h"
#include "Spawn.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

namespace tidepool {

ExecutionContext contextOf(Facts &F, const Stmt *S) {
  const FunctionDecl *Function = F.functionOf(S);
  while (Function) {
    if (isa_and_nonnull<CoroutineBodyStmt>(Function->getBody()))
      return ExecutionContext::Coroutine;
    if (Function->isMain())
      return ExecutionContext::Main;
    const LambdaExpr *Lambda = F.lambdaOf(Function);
    if (!Lambda)
      return ExecutionContext::Unknown;
    bool HandedOn = false;
    for (const Stmt *Up = F.parentStmt(Lambda); Up && isa<Expr>(Up);
         Up = F.parentStmt(Up)) {
      const auto *E = cast<Expr>(Up);
      if (!isa<CallExpr, CXXConstructExpr>(E))
        continue;
      if (std::optional<Spawn> Started = spawnAt(F, E))
        return ExecutionContext::Task;
      const Entry *Api = F.entry(E);
      if (Api && Api->Handler)
        return ExecutionContext::Handler;
      const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
      bool Called = Operator && Operator->getOperator() == OO_Call &&
                    contains(F, Operator->getArg(0), Lambda);
      // Runs where it stands.
      if (Called || (Api && Api->Iterates)) {
        HandedOn = false;
        break;
      }
      HandedOn |= isa<CallExpr>(E) && !(Api && Api->Passes);
    }
    if (HandedOn)
      return ExecutionContext::Unknown;
    Function = F.functionOf(Lambda);
  }
  return ExecutionContext::Unknown;
}

bool inTest(Facts &F, const Stmt *S) {
  const SourceManager &SM = F.sources();
  const FunctionDecl *Function = F.functionOf(S);
  while (Function) {
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
    Function = Lambda ? F.functionOf(Lambda) : nullptr;
  }
  return false;
}

} // namespace tidepool
