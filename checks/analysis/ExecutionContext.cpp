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

/// What runs a member function that overrides what a library calls.
ExecutionContext ofOverride(Facts &F, const FunctionDecl *Function) {
  const auto *Method = dyn_cast<CXXMethodDecl>(Function);
  if (!Method || !Method->isInstance() || !Method->getIdentifier())
    return ExecutionContext::Unknown;
  const Entry *Api = F.roles().ofMethod(Method);
  if (Api && Api->Handler && !Api->Handler->Callable)
    return ExecutionContext::Handler;
  const Entry *Type = F.roles().ofType(Method->getThisType()->getPointeeType());
  return Type && Type->Task && Type->Task->Body == Method->getName()
             ? ExecutionContext::Task
             : ExecutionContext::Unknown;
}

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
    if (!isa<CallExpr, CXXConstructExpr>(E) || isConversion(E))
      continue;
    if (std::optional<Spawn> Started = spawnAt(F, E))
      return ExecutionContext::Task;
    const Entry *Api = F.entry(E);
    if (Api && Api->Handler && Api->Handler->Callable) {
      const Expr *Runs = objectOf(E, *Api->Handler->Callable);
      if (Runs && contains(F, Runs, Callable))
        return ExecutionContext::Handler;
    }
    const auto *Call = dyn_cast<CallExpr>(E);
    bool Called = Call && contains(F, Call->getCallee(), Callable);
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E))
      Called |= Operator->getOperator() == OO_Call &&
                contains(F, Operator->getArg(0), Callable);
    if (Called || (Api && (Api->Iterates || Api->Calls)))
      return std::nullopt;
    HandedOn |= Call && !(Api && Api->Passes);
  }
  if (HandedOn)
    return ExecutionContext::Unknown;
  return std::nullopt;
}

/// One use by a pool or handler says enough; direct calls must all agree.
ExecutionContext Runner::ofNamed(const FunctionDecl *Function, unsigned Depth) {
  if (ExecutionContext Runs = ofOverride(F, Function);
      Runs != ExecutionContext::Unknown)
    return Runs;
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

/// Is \p Place in what a test framework's macro makes?
bool fromTestMacro(Facts &F, SourceLocation Place) {
  while (Place.isMacroID()) {
    StringRef Macro = Lexer::getImmediateMacroName(Place, F.sources(),
                                                   F.context().getLangOpts());
    if (F.roles().isTestMacro(Macro))
      return true;
    Place = F.sources().getImmediateMacroCallerLoc(Place);
  }
  return false;
}

/// Is \p Function a member of a class whose object such a macro makes, to run
/// its members as tests?
bool ofTestClass(Facts &F, const FunctionDecl *Function) {
  const auto *Method = dyn_cast<CXXMethodDecl>(Function);
  if (!Method)
    return false;
  for (const CXXConstructorDecl *Constructor : Method->getParent()->ctors())
    for (const Expr *Use : F.usesOf(Constructor))
      if (F.sources().isMacroBodyExpansion(Use->getExprLoc()) &&
          fromTestMacro(F, Use->getExprLoc()))
        return true;
  return false;
}

/// Does \p Function stand in a test macro, or is it reached only from one?
bool isTest(Facts &F, const FunctionDecl *Function, unsigned Depth) {
  while (Function) {
    // The body follows the macro, so what stands before it comes from there:
    // its name, unless that is an argument, and what begins it.
    if (fromTestMacro(F, Function->getLocation()) ||
        fromTestMacro(F, Function->getBeginLoc()) || ofTestClass(F, Function))
      return true;
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
