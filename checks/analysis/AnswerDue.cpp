// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "AnswerDue.h"
#include "Loop.h"
#include "Order.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace tidepool {

/// Does a loop around one of the steps to the wait, but not around \p Made,
/// turn until somebody ends it?
static bool repeatsForever(Facts &F, ArrayRef<const Expr *> Path,
                           const Expr *Made) {
  auto IsFlag = [](const Expr *E) {
    E = E->IgnoreParenImpCasts();
    while (const auto *Not = dyn_cast<UnaryOperator>(E)) {
      if (Not->getOpcode() != UO_LNot)
        break;
      E = Not->getSubExpr()->IgnoreParenImpCasts();
    }
    const auto *Call = dyn_cast<CXXMemberCallExpr>(E); // an atomic, a token
    return isa<DeclRefExpr, MemberExpr>(E) || (Call && Call->getNumArgs() == 0);
  };
  for (const Expr *Step : Path)
    for (const Stmt *Up = F.parentStmt(Step); Up; Up = F.parentStmt(Up)) {
      std::optional<Loop> Around = loopOf(F, Up);
      if (!Around || Around->Form == Loop::Kind::Algorithm ||
          Around->Form == Loop::Kind::RangeFor || !repeats(F, *Around, Step) ||
          (Made && contains(F, Up, Made)))
        continue;
      const Expr *Condition = Around->Condition;
      bool Always = false;
      if (!Condition || IsFlag(Condition) ||
          (!Condition->isValueDependent() &&
           Condition->EvaluateAsBooleanCondition(Always, F.context()) &&
           Always))
        return true;
    }
  return false;
}

/// Is something said to the other side where the wait stands, as \p Says knows,
/// so that an answer is due? Who only listens waits for what may never be meant
/// to come.
static bool isAsked(Facts &F, ArrayRef<const Expr *> Path,
                    const ObjectLife &Life,
                    llvm::function_ref<bool(const ObjectUse &)> Says) {
  return llvm::any_of(Life, [&](const ObjectUse &Use) {
    return Use.Is == ObjectUse::Kind::Call && Use.Api && Use.Api->Io &&
           Says(Use) && llvm::any_of(Path, [&](const Expr *Step) {
             return F.functionOf(Use.At) == F.functionOf(Step);
           });
  });
}

AnswerDue answerDue(Facts &F, ArrayRef<const Expr *> Path,
                    const ObjectLife &Life) {
  if (isAsked(F, Path, Life, [&](const ObjectUse &Use) {
        const IoRole &Io = *Use.Api->Io;
        return Io.Does == IoRole::Waits::Never && Io.On && isAt(F, Use, *Io.On);
      }))
    return AnswerDue::Yes;
  // Not a loop that makes a new one in each turn.
  const Expr *Made = nullptr;
  for (const ObjectUse &Use : Life)
    if (Use.Is == ObjectUse::Kind::Origin)
      Made = Use.At;
  if (repeatsForever(F, Path, Made))
    return AnswerDue::Listens;
  // Whoever is called has to say that the connection stands.
  return isAsked(F, Path, Life,
                 [](const ObjectUse &Use) { return Use.Api->Io->Connects; })
             ? AnswerDue::Yes
             : AnswerDue::NotAsked;
}

const Expr *interrupts(Facts &F, ArrayRef<const Expr *> Path) {
  for (const Expr *Step : Path) {
    const FunctionDecl *Function = F.functionOf(Step);
    if (!Function || !Function->getBody())
      continue;
    for (const Expr *E :
         expressionsIn(Function->getBody(), false, [&](const Expr *E) {
           const Entry *Does = F.entry(E);
           return Does && Does->Deadline && !Does->Deadline->On && !Does->Io &&
                  !Does->Wait;
         }))
      if (mayPrecede(F, E, Step))
        return E;
  }
  return nullptr;
}

} // namespace tidepool
