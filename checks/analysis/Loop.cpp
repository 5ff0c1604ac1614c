// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Loop.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace tidepool {

/// The one variable that a for statement declares or sets.
static const VarDecl *counterOf(const Stmt *Init) {
  if (const auto *Declaration = dyn_cast_or_null<DeclStmt>(Init)) {
    for (const Decl *D : Declaration->decls())
      if (const auto *Variable = dyn_cast<VarDecl>(D))
        return Variable;
    return nullptr;
  }
  if (const auto *Assign = dyn_cast_or_null<BinaryOperator>(Init))
    if (Assign->isAssignmentOp())
      if (const auto *Left =
              dyn_cast<DeclRefExpr>(Assign->getLHS()->IgnoreParenImpCasts()))
        return dyn_cast<VarDecl>(Left->getDecl());
  return nullptr;
}

std::optional<Loop> loopOf(Facts &F, const Stmt *S) {
  if (const auto *For = dyn_cast<ForStmt>(S))
    return Loop{Loop::Kind::For, S, For->getBody(), For->getCond(),
                counterOf(For->getInit())};
  if (const auto *Range = dyn_cast<CXXForRangeStmt>(S))
    return Loop{Loop::Kind::RangeFor,     S,
                Range->getBody(),         nullptr,
                Range->getLoopVariable(), Range->getRangeInit()};
  if (const auto *While = dyn_cast<WhileStmt>(S))
    return Loop{Loop::Kind::While, S, While->getBody(), While->getCond(),
                While->getConditionVariable()};
  if (const auto *Do = dyn_cast<DoStmt>(S))
    return Loop{Loop::Kind::Do, S, Do->getBody(), Do->getCond()};
  const auto *Call = dyn_cast<CallExpr>(S);
  const Entry *Api = Call ? F.entry(Call) : nullptr;
  if (!Api || !Api->Iterates)
    return std::nullopt;
  unsigned First = isa<CXXOperatorCallExpr>(Call) ? 1 : 0;
  if (First + Api->Iterates->Callable >= Call->getNumArgs() ||
      First + Api->Iterates->Range >= Call->getNumArgs())
    return std::nullopt;
  return Loop{Loop::Kind::Algorithm,
              S,
              Call->getArg(First + Api->Iterates->Callable),
              nullptr,
              nullptr,
              Call->getArg(First + Api->Iterates->Range)};
}

bool runsEachTurn(Facts &F, const Loop &L, const Expr *Inside) {
  const Stmt *Below = Inside;
  for (const Stmt *Up = F.parentStmt(Inside); Up && Up != L.Statement;
       Below = Up, Up = F.parentStmt(Up)) {
    if (const auto *If = dyn_cast<IfStmt>(Up); If && Below != If->getCond())
      return false;
    if (isa<SwitchStmt, ConditionalOperator, LambdaExpr>(Up))
      return false;
    if (const auto *Binary = dyn_cast<BinaryOperator>(Up);
        Binary && Binary->isLogicalOp() && Below == Binary->getRHS())
      return false;
  }
  return true;
}

std::optional<Loop> loopAround(Facts &F, const Expr *Inside,
                               const Stmt *After) {
  for (const Stmt *Up = F.parentStmt(After); Up; Up = F.parentStmt(Up)) {
    if (isa<LambdaExpr>(Up))
      return std::nullopt;
    if (std::optional<Loop> L = loopOf(F, Up);
        L && L->Form != Loop::Kind::Algorithm && repeats(F, *L, Inside) &&
        // while (pthread_create(...) != 0): it tries again until there is one.
        !(L->Condition && contains(F, L->Condition, Inside)))
      return L;
  }
  return std::nullopt;
}

bool isConversion(const Expr *E) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(E);
  return Call && isa_and_nonnull<CXXConversionDecl>(Call->getMethodDecl());
}

bool contains(Facts &F, const Stmt *Outer, const Stmt *Inner) {
  return F.isWithin(Outer, Inner);
}

bool repeats(Facts &F, const Loop &L, const Stmt *S) {
  if (L.Body && contains(F, L.Body, S))
    return true;
  if (L.Condition && contains(F, L.Condition, S))
    return true;
  if (const auto *For = dyn_cast<ForStmt>(L.Statement))
    return For->getInc() && contains(F, For->getInc(), S);
  return false;
}

static void collect(const Stmt *S, bool Lambdas,
                    llvm::function_ref<bool(const Expr *)> Wanted,
                    SmallVectorImpl<const Expr *> &Into) {
  if (!S)
    return;
  if (const auto *E = dyn_cast<Expr>(S))
    if (Wanted(E))
      Into.push_back(E);
  if (const auto *Lambda = dyn_cast<LambdaExpr>(S)) {
    for (const Expr *Capture : Lambda->capture_inits())
      collect(Capture, Lambdas, Wanted, Into);
    if (Lambdas)
      collect(Lambda->getBody(), Lambdas, Wanted, Into);
    return;
  }
  // An OpenMP region: its children are what it captures.
  if (const auto *Region = dyn_cast<CapturedStmt>(S))
    return collect(Region->getCapturedStmt(), Lambdas, Wanted, Into);
  for (const Stmt *Child : S->children())
    collect(Child, Lambdas, Wanted, Into);
}

SmallVector<const Expr *, 4>
expressionsIn(const Stmt *S, bool Lambdas,
              llvm::function_ref<bool(const Expr *)> Wanted) {
  SmallVector<const Expr *, 4> Found;
  collect(S, Lambdas, Wanted, Found);
  return Found;
}

} // namespace tidepool
