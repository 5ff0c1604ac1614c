// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Count.h"
#include "Loop.h"
#include "TaskBody.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace tidepool {

/// Up with a start and down with an end: what is running. One way only: how
/// many have been started, or how many still may.
Counting::Moves Counting::moves(const ValueDecl *Decl) {
  auto [Before, New] = Known.try_emplace(Decl, Moves::No);
  if (!New)
    return Before->second;
  bool Up = false, Down = false;
  for (const Expr *Mention : F.mentionsOf(Decl)) {
    const Stmt *Parent = F.userOf(Mention);
    if (const auto *Unary = dyn_cast_or_null<UnaryOperator>(Parent)) {
      Up |= Unary->isIncrementOp();
      Down |= Unary->isDecrementOp();
    } else if (const auto *Assign =
                   dyn_cast_or_null<CompoundAssignOperator>(Parent)) {
      Up |= Assign->getOpcode() == BO_AddAssign;
      Down |= Assign->getOpcode() == BO_SubAssign;
    } else if (const auto *Operator =
                   dyn_cast_or_null<CXXOperatorCallExpr>(Parent)) {
      Up |= Operator->getOperator() == OO_PlusPlus ||
            Operator->getOperator() == OO_PlusEqual;
      Down |= Operator->getOperator() == OO_MinusMinus ||
              Operator->getOperator() == OO_MinusEqual;
    }
    // atomics: operators and fetch_add are members.
    for (const Stmt *Next = Parent; Next && isa<Expr>(Next);
         Next = F.parentStmt(Next))
      if (const auto *Call = dyn_cast<CallExpr>(Next)) {
        const FunctionDecl *Callee = Call->getDirectCallee();
        if (Callee && Callee->getIdentifier()) {
          Up |= Callee->getName() == "fetch_add";
          Down |= Callee->getName() == "fetch_sub";
        }
        break;
      }
  }
  return Known[Decl] = Up && Down ? Moves::Both
                       : Up       ? Moves::Up
                       : Down     ? Moves::Down
                                  : Moves::No;
}

/// `connections.insert(client)` beside the start: its size is how many have
/// been started, or how many run if they are taken out again.
Counting::Moves Counting::registers(const ValueDecl *Container) {
  const Stmt *Block = Inside;
  while (Block && !isa<CompoundStmt>(Block))
    Block = F.parentStmt(Block);
  bool Adds = false, Removes = false;
  for (const Expr *Mention : F.mentionsOf(Container)) {
    const auto *Member = dyn_cast_or_null<MemberExpr>(F.userOf(Mention));
    const auto *Call =
        Member ? dyn_cast_or_null<CXXMemberCallExpr>(F.parentStmt(Member))
               : nullptr;
    if (!Call || !Member->getMemberDecl()->getIdentifier())
      continue;
    StringRef Name = Member->getMemberDecl()->getName();
    if (Name.starts_with("push") || Name.starts_with("insert") ||
        Name.starts_with("emplace") || Name.starts_with("add"))
      Adds |= Block && contains(F, Block, Call);
    else
      Removes |= Name.starts_with("pop") || Name.starts_with("erase") ||
                 Name.starts_with("remove") || Name == "extract";
  }
  if (!Adds)
    return Moves::No;
  return Removes ? Moves::Both : Moves::Up;
}

/// Is \p Condition, or a part of it, what a loop tests before each turn?
bool Counting::countsTurns(const Expr *Condition) {
  for (const Stmt *Up = F.parentStmt(Condition); Up; Up = F.parentStmt(Up))
    if (std::optional<Loop> Around = loopOf(F, Up))
      return Around->Condition && contains(F, Around->Condition, Condition);
  return false;
}

/// What \p Decl was made with.
Bound Counting::initially(const ValueDecl *Decl) {
  const Expr *Init = nullptr;
  if (const auto *Variable = dyn_cast<VarDecl>(Decl))
    Init = Variable->getAnyInitializer();
  else if (const auto *Field = dyn_cast<FieldDecl>(Decl))
    Init = Field->getInClassInitializer();
  return Init ? boundOf(F, Init, Names) : Bound{};
}

Counting::Moves Counting::movesOf(const Expr *Side, const ValueDecl *Root) {
  const auto *Member = dyn_cast<CXXMemberCallExpr>(Side);
  if (!Member || !Member->getMethodDecl() ||
      !Member->getMethodDecl()->getIdentifier() ||
      Member->getMethodDecl()->getName() != "size")
    return moves(Root);
  return Root == handleOf(F, Started).Decl ? Moves::Both : registers(Root);
}

std::optional<Count> Counting::countIn(const Expr *Condition) {
  Count Result;
  const Expr *E = Condition->IgnoreParenImpCasts();
  while (const auto *Not = dyn_cast<UnaryOperator>(E)) {
    if (Not->getOpcode() != UO_LNot)
      return std::nullopt;
    Result.BelowIsTrue = !Result.BelowIsTrue;
    E = Not->getSubExpr()->IgnoreParenImpCasts();
  }
  // bool full = active >= limit;
  if (const auto *Named = dyn_cast<DeclRefExpr>(E))
    if (const auto *Variable = dyn_cast<VarDecl>(Named->getDecl());
        Variable && Variable->isLocalVarDecl() && Variable->getInit() &&
        llvm::none_of(F.mentionsOf(Variable), [&](const Expr *Mention) {
          const auto *Set = dyn_cast_or_null<BinaryOperator>(F.userOf(Mention));
          return Set && Set->isAssignmentOp() &&
                 Set->getLHS()->IgnoreParenImpCasts() == Mention;
        }))
      E = Variable->getInit()->IgnoreParenImpCasts();
  const auto *Compare = dyn_cast<BinaryOperator>(E);
  if (!Compare || !Compare->isComparisonOp())
    return std::nullopt;
  BinaryOperatorKind Op = Compare->getOpcode();
  const Expr *Counted = Compare->getLHS();
  const Expr *Limit = Compare->getRHS();
  Moves How = Moves::No;
  auto IsCount = [&](const Expr *Side) {
    Side = Side->IgnoreParenCasts();
    if (const auto *Unary = dyn_cast<UnaryOperator>(Side);
        Unary && Unary->isIncrementDecrementOp())
      Side = Unary->getSubExpr(); // budget-- > 0
    Result.Of = rootOf(F, Side);
    if (Result.Of)
      How = movesOf(Side, Result.Of);
    return How != Moves::No;
  };
  if (!IsCount(Counted)) {
    std::swap(Counted, Limit);
    if (!IsCount(Counted))
      return std::nullopt;
    if (!Compare->isEqualityOp())
      Op = BinaryOperator::reverseComparisonOp(Op);
  }
  if (Op == BO_GT || Op == BO_GE || Op == BO_EQ)
    Result.BelowIsTrue = !Result.BelowIsTrue;
  Bound Most = boundOf(F, Limit, Names);
  bool FreeSlots = How == Moves::Down || (Most.isNumber() && Most.Number == 0);
  if (FreeSlots) {
    // Counts down what may still start: open while above the limit, and as
    // large as it was in the beginning.
    if (Op != BO_EQ && Op != BO_NE)
      Result.BelowIsTrue = !Result.BelowIsTrue;
    Most = initially(Result.Of);
  }
  // One way only, a number must say where it ends, and it must not be what the
  // loop counts its own turns with.
  if (How != Moves::Both && (!Most.isNumber() || countsTurns(Condition)))
    return std::nullopt;
  Result.Running = How == Moves::Both;
  Result.Most = std::move(Most);
  return Result;
}

std::optional<Count> Counting::flagIn(const Expr *Condition) {
  Count Result;
  const Expr *E = Condition->IgnoreParenImpCasts();
  bool Negated = false;
  if (const auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot) {
    Negated = true;
    E = Not->getSubExpr()->IgnoreParenImpCasts();
  }
  // atomic<bool>: a conversion or load()
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E))
    if (Call->getNumArgs() == 0 ||
        isa<CXXConversionDecl>(Call->getMethodDecl()))
      E = Call->getImplicitObjectArgument()->IgnoreParenImpCasts();
  if (!isa<DeclRefExpr, MemberExpr>(E))
    return std::nullopt;
  const ValueDecl *Flag = rootOf(F, E);
  if (!Flag)
    return std::nullopt;
  const FunctionDecl *Function = F.functionOf(Inside);
  std::optional<bool> Shut;
  for (const Expr *Mention : F.mentionsOf(Flag)) {
    if (F.functionOf(Mention) != Function)
      continue;
    const Expr *Value = nullptr;
    for (const Stmt *Up = F.parentStmt(Mention); Up && isa<Expr>(Up) && !Value;
         Up = F.parentStmt(Up)) {
      if (const auto *Assign = dyn_cast<BinaryOperator>(Up);
          Assign && Assign->getOpcode() == BO_Assign &&
          contains(F, Assign->getLHS(), Mention))
        Value = Assign->getRHS();
      else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Up);
               Operator && Operator->getOperator() == OO_Equal &&
               contains(F, Operator->getArg(0), Mention))
        Value = Operator->getArg(1);
      else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Up);
               Call && Call->getNumArgs() > 0 &&
               Call->getMethodDecl()->getIdentifier() &&
               Call->getMethodDecl()->getName() == "store")
        Value = Call->getArg(0);
    }
    if (!Value)
      continue;
    // On the way to the start or just behind it.
    const Stmt *Near = Value;
    while (Near && !isa<CompoundStmt>(Near))
      Near = F.parentStmt(Near);
    if (!Near || !contains(F, Near, Inside))
      continue;
    std::optional<bool> Closed;
    Value = Value->IgnoreParenImpCasts();
    if (const auto *Bool = dyn_cast<CXXBoolLiteralExpr>(Value))
      Closed = Bool->getValue();
    else if (const auto *Int = dyn_cast<IntegerLiteral>(Value))
      Closed = Int->getValue().getBoolValue();
    // `busy = true; start(); busy = false;` is open again for the next turn.
    if (Shut && Closed && *Closed != *Shut)
      return std::nullopt;
    // `ready = false` takes work; only a task that puts it back says "idle".
    const FunctionDecl *Body = taskBody(F, Started);
    if (!Closed ||
        (!*Closed &&
         (!Body || llvm::none_of(F.mentionsOf(Flag), [&](const Expr *Other) {
           return contains(F, Body->getBody(), Other);
         }))))
      continue;
    Result.BelowIsTrue = *Closed == Negated;
    Shut = Closed;
  }
  if (!Shut)
    return std::nullopt;
  Result.Of = Flag;
  Result.Most = {Bound::Kind::Number, 1, "", {}};
  return Result;
}

/// Is \p Slot looked for: by a call, or by a loop that ends before Inside?
bool Counting::isSearched(const ValueDecl *Slot) {
  if (const auto *Variable = dyn_cast<VarDecl>(Slot);
      Variable && Variable->getInit() &&
      isa<CallExpr>(Variable->getInit()->IgnoreParenCasts()))
    return true;
  return llvm::any_of(F.mentionsOf(Slot), [&](const Expr *Mention) {
    const Stmt *User = F.userOf(Mention);
    if (const auto *Set = dyn_cast_or_null<BinaryOperator>(User))
      return Set->getOpcode() == BO_Assign &&
             Set->getLHS()->IgnoreParenImpCasts() == Mention &&
             isa<CallExpr>(Set->getRHS()->IgnoreParenCasts());
    const auto *Step = dyn_cast_or_null<UnaryOperator>(User);
    if (!Step || !Step->isIncrementOp())
      return false;
    const Stmt *Search = F.parentStmt(Step);
    while (Search && !isa<ForStmt, WhileStmt, DoStmt>(Search))
      Search = F.parentStmt(Search);
    return Search && !contains(F, Search, Inside);
  });
}

std::optional<Count> Counting::slotIn(const Expr *Condition) {
  const auto *Compare =
      dyn_cast<BinaryOperator>(Condition->IgnoreParenImpCasts());
  if (!Compare || !Compare->isComparisonOp())
    return std::nullopt;
  const Expr *Side = Compare->getLHS()->IgnoreParenImpCasts();
  if (const auto *Set = dyn_cast<BinaryOperator>(Side);
      Set && Set->getOpcode() == BO_Assign)
    Side = Set->getLHS();
  const auto *Named = dyn_cast<DeclRefExpr>(Side->IgnoreParenImpCasts());
  Expr::EvalResult Value;
  if (!Named || Compare->getRHS()->isValueDependent() ||
      !Compare->getRHS()->EvaluateAsInt(Value, F.context()))
    return std::nullopt;
  const ValueDecl *Slot = Named->getDecl();
  const int64_t End = Value.Val.getInt().getExtValue();
  Count Result;
  for (const Expr *Part : expressionsIn(Inside, false, [&](const Expr *E) {
         const auto *Element = dyn_cast<ArraySubscriptExpr>(E);
         return Element && rootOf(F, Element->getIdx()) == Slot;
       })) {
    const Expr *Base =
        cast<ArraySubscriptExpr>(Part)->getBase()->IgnoreImpCasts();
    Bound Slots = countOf(F, Base, Names);
    if (!Slots.isNumber())
      continue;
    Result.Of = rootOf(F, Base);
    Result.Most = std::move(Slots);
  }
  const int64_t Size = int64_t(Result.Most.Number);
  if (!Result.Of || !isSearched(Slot))
    return std::nullopt;
  // No slot is below the first or behind the last.
  switch (Compare->getOpcode()) {
  case BO_EQ:
  case BO_NE:
    if (End >= 0 && End < Size)
      return std::nullopt;
    Result.BelowIsTrue = Compare->getOpcode() == BO_NE;
    return Result;
  case BO_GE:
  case BO_LT:
    if (End < 0 || End > Size)
      return std::nullopt;
    Result.BelowIsTrue = (Compare->getOpcode() == BO_LT) == (End > 0);
    return Result;
  case BO_GT:
  case BO_LE:
    if (End < -1 || End >= Size)
      return std::nullopt;
    Result.BelowIsTrue = (Compare->getOpcode() == BO_LE) == (End >= 0);
    return Result;
  default:
    return std::nullopt;
  }
}

} // namespace tidepool
