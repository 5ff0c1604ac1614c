// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "ExecutionContext.h"
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
      if (Api && Api->Iterates)
        break; // runs where the algorithm is called
    }
    Function = F.functionOf(Lambda);
  }
  return ExecutionContext::Unknown;
}

bool inTest(Facts &F, const Stmt *S) {
  const SourceManager &SM = F.sources();
  const FunctionDecl *Function = F.functionOf(S);
  while (Function) {
    // The body follows the macro, so the function's name comes from it.
    SourceLocation Place = Function->getLocation();
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
