// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "TripCount.h"
#include "Spawn.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;

namespace tidepool {

namespace {

TripCount fromBound(Bound B) {
  TripCount Count;
  switch (B.Is) {
  case Bound::Kind::Number:
    Count.Is = TripCount::Kind::Number;
    break;
  case Bound::Kind::Sized:
    Count.Is = TripCount::Kind::Sized;
    break;
  case Bound::Kind::Unknown:
    Count.Is = TripCount::Kind::Unknown;
    break;
  case Bound::Kind::PerItem:
    Count.Is = TripCount::Kind::PerItem;
    break;
  }
  Count.Number = B.Number;
  Count.Least = B.Least;
  Count.LeastPerCore = B.LeastPerCore;
  Count.Of = std::move(B.Of);
  Count.In = B.In;
  Count.Because = std::move(B.Because);
  return Count;
}

/// The smaller of two: both conditions must hold for another turn.
TripCount both(TripCount Left, TripCount Right) {
  // Endless says nothing of its own: a flag beside a real bound.
  return std::move(Left.Is <= Right.Is ? Left : Right);
}

class Count {
public:
  Count(Facts &F, const Loop &L, const Expr *Inside, const BoundNames &Names)
      : F(F), L(L), Inside(Inside), Names(Names) {}

  TripCount answer();

private:
  TripCount condition(const Expr *Condition, bool Negated);
  TripCount iterators(const Expr *Moving, const Expr *End, bool WhileUnequal);
  std::optional<Bound> spanFrom(const ValueDecl *Start, const Expr *Limit);
  TripCount comparison(const BinaryOperator *Compare, bool Negated);
  std::string constantName(const Expr *E);
  TripCount endless(const Expr *Condition);
  bool changedInLoop(const ValueDecl *Decl);
  bool readInLoop(const ValueDecl *Decl);
  const Expr *acceptIn(const Stmt *S);
  const Expr *iteratedBy(const Expr *Moving);
  Handle handle();
  bool handles(const std::string &Name, const ValueDecl *Kept,
               TripCount &Result);
  const Expr *indexedInput();

  Facts &F;
  const Loop &L;
  const Expr *Inside;
  const BoundNames &Names;
};

const Expr *Count::acceptIn(const Stmt *S) {
  SmallVector<const Expr *, 4> Found =
      expressionsIn(S, /*Lambdas=*/false, [&](const Expr *E) {
        const Entry *Api = F.entry(E);
        return Api && Api->Io && Api->Io->Accepts;
      });
  return Found.empty() ? nullptr : Found.front();
}

TripCount Count::endless(const Expr *Condition) {
  TripCount Result;
  Result.Is = TripCount::Kind::Endless;
  Result.Of = "turn of a loop without end";
  const Expr *Accept = acceptIn(L.Body);
  if (!Accept && Condition)
    Accept = acceptIn(Condition);
  if (Accept) {
    Result.Of = "accepted connection";
    Result.Accepts = true;
    Result.Because.push_back(
        {Accept->getExprLoc(), "each return is a new connection"});
  }
  return Result;
}

bool Count::changedInLoop(const ValueDecl *Decl) {
  for (const Expr *Mention : F.mentionsOf(Decl)) {
    if (!repeats(F, L, Mention))
      continue;
    const Stmt *Up = F.userOf(Mention);
    if (const auto *Binary = dyn_cast_or_null<BinaryOperator>(Up);
        Binary && Binary->isAssignmentOp() &&
        Binary->getLHS()->IgnoreParenImpCasts() == Mention)
      return true;
    if (const auto *Unary = dyn_cast_or_null<UnaryOperator>(Up);
        Unary && Unary->isIncrementDecrementOp())
      return true;
    if (const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Up);
        Operator && Operator->getNumArgs() > 0 &&
        Operator->getArg(0)->IgnoreParenImpCasts() == Mention &&
        (Operator->isAssignmentOp() || Operator->getOperator() == OO_PlusPlus ||
         Operator->getOperator() == OO_MinusMinus))
      return true;
  }
  return false;
}

/// Where the task that the loop starts is kept.
Handle Count::handle() {
  std::optional<Spawn> Started;
  if (Inside)
    Started = spawnAt(F, Inside);
  return Started ? handleOf(F, *Started) : Handle{};
}

/// for (auto &w : workers) w = std::thread(...): the pool was sized where it
/// was made, and a name of the handles' container says no more. Another name
/// says whose size the container was given.
bool Count::handles(const std::string &Name, const ValueDecl *Kept,
                    TripCount &Result) {
  if (Result.Is != TripCount::Kind::PerItem ||
      Result.Of != "element of " + Name || handle().Decl != Kept)
    return false;
  Result.Is = TripCount::Kind::Sized;
  Result.Because = {{L.place(), "the handles are filled in; their number was "
                                "chosen where " +
                                    Name + " was made"}};
  return true;
}

/// Does the loop give \p Decl what a call returns?
bool Count::readInLoop(const ValueDecl *Decl) {
  return llvm::any_of(F.mentionsOf(Decl), [&](const Expr *Mention) {
    const auto *Assign = dyn_cast_or_null<BinaryOperator>(F.userOf(Mention));
    return Assign && Assign->getOpcode() == BO_Assign &&
           Assign->getLHS()->IgnoreParenImpCasts() == Mention &&
           isa<CallExpr>(Assign->getRHS()->IgnoreParenCasts()) &&
           repeats(F, L, Mention);
  });
}

/// The container that L's counter indexes in what is started: `run(items[i])`.
/// Only what comes from outside counts; per-worker slots made here do not.
const Expr *Count::indexedInput() {
  if (!L.Variable || !Inside)
    return nullptr;
  const Handle Kept = handle();
  SmallVector<const Expr *, 4> Found =
      expressionsIn(Inside, /*Lambdas=*/true, [&](const Expr *E) {
        const Expr *Index = nullptr;
        const Expr *Base = nullptr;
        if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(E)) {
          Index = Subscript->getIdx();
          Base = Subscript->getBase();
        } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
                   Operator && Operator->getOperator() == OO_Subscript &&
                   Operator->getNumArgs() == 2) {
          Base = Operator->getArg(0);
          Index = Operator->getArg(1);
        }
        if (!Index || rootOf(F, Index) != L.Variable)
          return false;
        const ValueDecl *Root = rootOf(F, Base);
        if (!Root || Root == Kept.Decl)
          return false;
        return isa<ParmVarDecl>(Root) || isa<FieldDecl>(Root);
      });
  return Found.empty() ? nullptr : Found.front();
}

/// n in `n--` and `++n`.
static const Expr *counterIn(const Expr *E) {
  const auto *Step = dyn_cast<UnaryOperator>(E->IgnoreParenImpCasts());
  return Step && Step->isIncrementDecrementOp() ? Step->getSubExpr() : E;
}

static BinaryOperatorKind negate(BinaryOperatorKind Op) {
  return BinaryOperator::isComparisonOp(Op)
             ? BinaryOperator::negateComparisonOp(Op)
             : Op;
}

/// Of a loop that a macro makes, whose variable holds container and iterators:
/// what that is made from. Null for any other.
const Expr *Count::iteratedBy(const Expr *Moving) {
  const auto *Member = dyn_cast<MemberExpr>(Moving->IgnoreParenImpCasts());
  const auto *Base =
      Member ? dyn_cast<DeclRefExpr>(Member->getBase()->IgnoreParenImpCasts())
             : nullptr;
  return Base && L.Variable && Base->getDecl() == L.Variable
             ? L.Variable->getInit()
             : nullptr;
}

/// `it != v.end()` in all its spellings.
TripCount Count::iterators(const Expr *Moving, const Expr *End,
                           bool WhileUnequal) {
  if (!WhileUnequal)
    return {};
  const auto *Call =
      dyn_cast<CXXMemberCallExpr>(End->IgnoreUnlessSpelledInSource());
  if (const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
      Method && Method->getIdentifier() && Method->getName().ends_with("end"))
    return fromBound(countOf(F, Call->getImplicitObjectArgument(), Names));
  if (const Expr *Container = iteratedBy(Moving))
    return fromBound(countOf(F, Container, Names));
  const ValueDecl *Moves = rootOf(F, Moving);
  if (!Moves || !changedInLoop(Moves))
    return {};
  TripCount Result;
  Result.Is = TripCount::Kind::PerItem;
  Result.Of = "element that " + nameOf(F, Moving) + " points to";
  return Result;
}

/// A counter that starts at \p Start and runs to Start + 8, or to the smaller
/// of that and the end: 8.
std::optional<Bound> Count::spanFrom(const ValueDecl *Start,
                                     const Expr *Limit) {
  Limit = Limit->IgnoreParenImpCasts();
  while (const auto *Cast = dyn_cast<ExplicitCastExpr>(Limit))
    Limit = Cast->getSubExpr()->IgnoreParenImpCasts();
  if (const auto *Add = dyn_cast<BinaryOperator>(Limit);
      Add && Add->getOpcode() == BO_Add) {
    if (rootOf(F, Add->getLHS()) == Start)
      return boundOf(F, Add->getRHS(), Names);
    if (rootOf(F, Add->getRHS()) == Start)
      return boundOf(F, Add->getLHS(), Names);
    return std::nullopt;
  }
  if (const auto *Call = dyn_cast<CallExpr>(Limit)) {
    const Entry *Api = F.entry(Call);
    if (!Api || !Api->Bounds || Api->Bounds->By)
      return std::nullopt;
    std::optional<Bound> Best;
    for (const Expr *Argument : Call->arguments())
      if (std::optional<Bound> One = spanFrom(Start, Argument))
        Best = Best ? betterOf(std::move(*Best), std::move(*One)) : One;
    return Best;
  }
  // size_t end = std::min(begin + 8, n);
  if (const auto *Reference = dyn_cast<DeclRefExpr>(Limit))
    if (const auto *Variable = dyn_cast<VarDecl>(Reference->getDecl());
        Variable && Variable != Start && Variable->isLocalVarDecl() &&
        Variable->getInit())
      return spanFrom(Start, Variable->getInit());
  return std::nullopt;
}

/// The variable, enumerator or macro that a constant is written as.
std::string Count::constantName(const Expr *E) {
  if (const ValueDecl *Named = rootOf(F, E))
    return Named->getNameAsString();
  SourceLocation Place = E->getBeginLoc();
  if (!Place.isMacroID())
    return "";
  return Lexer::getImmediateMacroName(Place, F.sources(),
                                      F.context().getLangOpts())
      .str();
}

TripCount Count::comparison(const BinaryOperator *Compare, bool Negated) {
  BinaryOperatorKind Op =
      Negated ? negate(Compare->getOpcode()) : Compare->getOpcode();
  const Expr *Left = counterIn(Compare->getLHS());
  const Expr *Right = counterIn(Compare->getRHS());
  if (Op == BO_GT || Op == BO_GE) {
    std::swap(Left, Right);
    Op = BinaryOperator::reverseComparisonOp(Op);
  }
  TripCount Unknown;
  const ValueDecl *Counter = rootOf(F, Left);
  const ValueDecl *Other = rootOf(F, Right);
  bool LeftMoves = Counter && changedInLoop(Counter);
  bool RightMoves = Other && changedInLoop(Other);
  // it != v.end(), node != nullptr
  if (Op == BO_NE || Op == BO_LT) {
    const Expr *Limit = Right->IgnoreUnlessSpelledInSource();
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Limit);
        Call && Call->getMethodDecl() &&
        Call->getMethodDecl()->getIdentifier() &&
        (Call->getMethodDecl()->getName() == "end" ||
         Call->getMethodDecl()->getName() == "cend"))
      return fromBound(countOf(F, Call->getImplicitObjectArgument(), Names));
    if (const Expr *Container = iteratedBy(Left);
        Container && Left->getType()->isPointerType())
      return fromBound(countOf(F, Container, Names));
    if (Left->getType()->isPointerType() && LeftMoves) {
      TripCount Result;
      Result.Is = TripCount::Kind::PerItem;
      Result.Of = "element that " + nameOf(F, Left) + " points to";
      return Result;
    }
  }
  // while ((n = read(...)) > 0), while (accept(...) >= 0)
  bool Produces =
      !expressionsIn(Compare, false, [](const Expr *E) {
         if (const auto *Assign = dyn_cast<BinaryOperator>(E))
           return Assign->getOpcode() == BO_Assign &&
                  isa<CallExpr>(Assign->getRHS()->IgnoreParenImpCasts());
         return false;
       }).empty();
  if (Produces || acceptIn(Compare)) {
    TripCount Result = endless(Compare);
    if (!Result.Accepts) {
      Result.Is = TripCount::Kind::PerItem;
      Result.Of = "item read by this loop";
    }
    return Result;
  }
  // s = accept(...); if (s < 0) break; no counter, but what a call returned.
  for (const ValueDecl *Read : {Counter, Other})
    if (Read && readInLoop(Read)) {
      if (!L.Condition || !contains(F, L.Condition, Compare))
        return Unknown;
      Unknown.Is = TripCount::Kind::PerItem;
      Unknown.Of = "item read by this loop";
      return Unknown;
    }
  // while (server.accept() != -1): each turn asks for another.
  if (const auto *Asks =
          dyn_cast<CallExpr>(Compare->getLHS()->IgnoreParenCasts());
      Asks && !Negated && L.Condition && contains(F, L.Condition, Compare) &&
      (Op == BO_NE || Compare->getOpcode() == BO_GE ||
       Compare->getOpcode() == BO_GT)) {
    const auto *Method =
        dyn_cast_or_null<CXXMethodDecl>(Asks->getDirectCallee());
    Expr::EvalResult Least;
    if (Method && Method->isInstance() && !Method->isConst() &&
        !F.sources().isInSystemHeader(Method->getLocation()) &&
        Compare->getRHS()->EvaluateAsInt(Least, F.context()) &&
        !Least.Val.getInt().isStrictlyPositive()) {
      Unknown.Is = TripCount::Kind::PerItem;
      Unknown.Of = "item read by this loop";
      return Unknown;
    }
  }
  // A counter that runs down to a constant began at its bound: n > 0.
  if (RightMoves && !LeftMoves && Other) {
    std::swap(Left, Right);
    std::swap(LeftMoves, RightMoves);
    Expr::EvalResult Zero;
    if (Right->EvaluateAsInt(Zero, F.context())) {
      Bound Start = boundOf(F, Left, Names);
      Start.Least = Start.LeastPerCore = 0;
      if (Start.isNumber()) {
        const llvm::APSInt &Last = Zero.Val.getInt();
        uint64_t Below = Last.isNegative() ? 0 : Last.getLimitedValue();
        Start.Number -= std::min(Start.Number, Below);
        if (Op == BO_LE)
          ++Start.Number;
      }
      return fromBound(std::move(Start));
    }
    return Unknown;
  }
  if (!LeftMoves || !Left->getType()->isIntegerType())
    return Unknown;
  if (Op != BO_LT && Op != BO_LE && Op != BO_NE)
    return Unknown;
  if (const auto *Variable = dyn_cast_or_null<VarDecl>(Counter);
      Variable && Variable->getAnyInitializer())
    if (const ValueDecl *Start = rootOf(F, Variable->getAnyInitializer()))
      if (std::optional<Bound> Span = spanFrom(Start, Right))
        return fromBound(std::move(*Span));
  Bound Limit = boundOf(F, Right, Names);
  // Count from where the counter starts.
  Expr::EvalResult Start;
  const auto *Variable = dyn_cast_or_null<VarDecl>(Counter);
  const Expr *Init = Variable ? Variable->getAnyInitializer() : nullptr;
  uint64_t From = 0;
  bool Starts = Init && !Init->isValueDependent() &&
                Init->EvaluateAsInt(Start, F.context()) &&
                !Start.Val.getInt().isNegative();
  if (Starts)
    From = Start.Val.getInt().getLimitedValue();
  const auto *Steps = dyn_cast<ForStmt>(L.Statement);
  const auto *By = dyn_cast_or_null<UnaryOperator>(
      Steps && Steps->getInc() ? Steps->getInc()->IgnoreParenImpCasts()
                               : nullptr);
  const bool ByOne = Starts && By && By->isIncrementOp() &&
                     rootOf(F, By->getSubExpr()) == Counter;
  if (ByOne && Limit.Least) {
    uint64_t Last = Limit.Least + (Op == BO_LE);
    Limit.Least = Last > From ? Last - From : 0;
  } else if (!ByOne) {
    Limit.Least = Limit.LeastPerCore = 0;
  }
  if (Limit.isNumber()) {
    uint64_t End = Limit.Number + (Op == BO_LE);
    Limit.Number = End > From ? End - From : 0;
    // for (j = 0; j < 1000; j += 100), for (j = 1; j < 1024; j *= 2)
    if (const auto *For = dyn_cast<ForStmt>(L.Statement))
      if (const auto *Step = dyn_cast_or_null<CompoundAssignOperator>(
              For->getInc() ? For->getInc()->IgnoreParenImpCasts() : nullptr)) {
        Expr::EvalResult By;
        if (Step->getRHS()->EvaluateAsInt(By, F.context()) &&
            By.Val.getInt().isStrictlyPositive()) {
          uint64_t Wide = By.Val.getInt().getLimitedValue();
          bool Shifts = Step->getOpcode() == BO_ShlAssign;
          if (Step->getOpcode() == BO_AddAssign)
            Limit.Number = (Limit.Number + Wide - 1) / Wide;
          else if (From > 0 && (Shifts || (Step->getOpcode() == BO_MulAssign &&
                                           Wide > 1))) {
            Limit.Number = 0;
            for (uint64_t At = From; At < End && At < UINT64_MAX;
                 At = llvm::SaturatingMultiply(
                     At, Shifts ? uint64_t(1) << std::min<uint64_t>(Wide, 63)
                                : Wide))
              ++Limit.Number;
          }
        }
      }
    // A constant that is named for workers is a size somebody chose.
    std::string Name = constantName(Right);
    if (Names.match(Name)) {
      Limit.Is = Bound::Kind::Sized;
      Limit.Because.push_back(
          {Right->getExprLoc(),
           "'" + Name + "' is named for a number of workers"});
    }
  }
  TripCount Turns = fromBound(std::move(Limit));
  if (ByOne) {
    Turns.Limit = Right;
    Turns.Offset = int64_t(Op == BO_LE) - int64_t(From);
  }
  return Turns;
}

TripCount Count::condition(const Expr *Condition, bool Negated) {
  if (!Condition)
    return endless(nullptr);
  const Expr *E = Condition->IgnoreParenImpCasts();
  if (E->isValueDependent() || E->isTypeDependent())
    return {};
  if (const auto *Not = dyn_cast<UnaryOperator>(E);
      Not && Not->getOpcode() == UO_LNot)
    return condition(Not->getSubExpr(), !Negated);
  if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
    if (Binary->isLogicalOp()) {
      TripCount Left = condition(Binary->getLHS(), Negated);
      TripCount Right = condition(Binary->getRHS(), Negated);
      if ((Binary->getOpcode() == BO_LAnd) != Negated)
        return both(std::move(Left), std::move(Right));
      return Left.Is >= Right.Is ? Left : Right;
    }
    // queue.pop(item) == success may still yield the item: below.
    if (Binary->isComparisonOp())
      if (TripCount Result = comparison(Binary, Negated);
          Result.Is != TripCount::Kind::Unknown || !Binary->isEqualityOp())
        return Result;
  }
  bool Value;
  if (E->EvaluateAsBooleanCondition(Value, F.context())) {
    if (Value != Negated)
      return endless(nullptr);
    TripCount Once;
    Once.Is = TripCount::Kind::Number;
    Once.Number = 1;
    return Once;
  }
  // while (n--)
  if (const auto *Step = dyn_cast<UnaryOperator>(E);
      Step && Step->isDecrementOp() && !Negated)
    return fromBound(boundOf(F, Step->getSubExpr(), Names));
  // A condition that yields the item: auto item = next().
  if (L.Variable && L.Form == Loop::Kind::While && Condition == L.Condition &&
      !L.Variable->getType()->isBooleanType()) {
    if (L.Variable->getInit() && acceptIn(L.Variable->getInit()))
      return endless(L.Variable->getInit());
    TripCount Result;
    Result.Is = TripCount::Kind::PerItem;
    Result.Of = "item that '" + L.Variable->getNameAsString() + "' receives";
    return Result;
  }
  // C++20 writes it != end as !(it == end).
  if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(E);
      Rewritten && Rewritten->isComparisonOp())
    return iterators(Rewritten->getLHS(), Rewritten->getRHS(),
                     (Rewritten->getOperator() == BO_NE) != Negated);
  // !queue.empty()
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E))
    if (const CXXMethodDecl *Method = Call->getMethodDecl();
        Method && Method->getIdentifier() && Negated &&
        Method->getName().ends_with_insensitive("empty"))
      return fromBound(countOf(F, Call->getImplicitObjectArgument(), Names));
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
      Operator && Operator->getNumArgs() == 2 &&
      (Operator->getOperator() == OO_ExclaimEqual ||
       Operator->getOperator() == OO_EqualEqual))
    return iterators(Operator->getArg(0), Operator->getArg(1),
                     (Operator->getOperator() == OO_ExclaimEqual) != Negated);
  if (acceptIn(E))
    return endless(E);
  const ValueDecl *Root = rootOf(F, E);
  bool IsCall = isa<CallExpr>(E);
  if (Root && !IsCall) {
    // while (node) { ...; node = node->next; }
    if (E->getType()->isPointerType() && changedInLoop(Root) && !Negated) {
      TripCount Result;
      Result.Is = TripCount::Kind::PerItem;
      Result.Of = "element that " + nameOf(F, E) + " points to";
      return Result;
    }
    // while (running): no end but a request to stop, also one of its own.
    if (E->getType()->isBooleanType() &&
        (!changedInLoop(Root) || acceptIn(L.Body)))
      return endless(nullptr);
    return {};
  }
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E)) {
    // while (!stop.load())
    if (isa<CXXConversionDecl>(Member->getMethodDecl()) ||
        (Member->getMethodDecl()->getIdentifier() &&
         (Member->getMethodDecl()->getName() == "load" ||
          Member->getMethodDecl()->getName() == "test" ||
          Member->getMethodDecl()->getName() == "stop_requested")))
      if (!expressionsIn(E, false, [](const Expr *Part) {
             return isa<CXXOperatorCallExpr>(Part);
           }).size()) {
        const ValueDecl *Flag = rootOf(F, Member->getImplicitObjectArgument());
        if (Flag && !changedInLoop(Flag) &&
            !expressionsIn(E, false, [&](const Expr *Part) {
               const auto *Call = dyn_cast<CallExpr>(Part);
               return Call && Call != Member;
             }).size())
          return endless(nullptr);
      }
  }
  // A condition that yields the item: getline(in, line), queue.pop(item),
  // in >> word.
  SmallVector<const Expr *, 4> Received =
      expressionsIn(E, false, [&](const Expr *Part) {
        const auto *Reference = dyn_cast<DeclRefExpr>(Part);
        if (!Reference || !isa<VarDecl>(Reference->getDecl()))
          return false;
        const Stmt *Up = F.parentStmt(Part);
        // By non-const reference (no cast in between) or by address.
        const auto *Unary = dyn_cast_or_null<UnaryOperator>(Up);
        bool ByAddress = Unary && Unary->getOpcode() == UO_AddrOf;
        const auto *Call = dyn_cast_or_null<CallExpr>(Up);
        bool ByReference = Call && Reference->isLValue() &&
                           !Reference->getType().isConstQualified() &&
                           llvm::is_contained(Call->arguments(), Part) &&
                           // The first operand of >> and getline is the source.
                           (Part != Call->getArg(0) || Call->getNumArgs() == 1);
        if (!ByAddress && !ByReference)
          return false;
        // The item is used by what is started.
        return llvm::any_of(F.mentionsOf(Reference->getDecl()),
                            [&](const Expr *Mention) {
                              return L.Body && contains(F, L.Body, Mention);
                            });
      });
  if (!Received.empty()) {
    TripCount Result;
    Result.Is = TripCount::Kind::PerItem;
    Result.Of = "item that " + nameOf(F, Received.back()) + " receives";
    return Result;
  }
  return {};
}

TripCount Count::answer() {
  if (L.Form == Loop::Kind::RangeFor || L.Form == Loop::Kind::Algorithm) {
    const Expr *Range = L.Range;
    // for_each(v.begin(), v.end(), ...)
    if (L.Form == Loop::Kind::Algorithm) {
      const Expr *First = Range->IgnoreUnlessSpelledInSource();
      if (const auto *Begin = dyn_cast<CXXMemberCallExpr>(First))
        Range = Begin->getImplicitObjectArgument();
      else if (const auto *Free = dyn_cast<CallExpr>(First);
               Free && Free->getNumArgs() == 1)
        Range = Free->getArg(0);
      if (Range->getType()->isIntegerType())
        return fromBound(boundOf(F, Range, Names));
    }
    TripCount Result = fromBound(countOf(F, Range, Names));
    if (L.Variable && handles(nameOf(F, Range), L.Variable, Result))
      Result.Because.front().Place = Range->getExprLoc();
    return Result;
  }
  if (L.Form == Loop::Kind::Goto) {
    TripCount Result;
    Result.Because = {{L.place(), "a loop by goto: its turns are not counted"}};
    return Result;
  }
  TripCount Result = condition(L.Condition, /*Negated=*/false);
  if (const Handle Kept = handle(); Kept.Decl)
    handles("'" + Kept.Decl->getNameAsString() + "'", Kept.Decl, Result);
  // while (server.hasPending()) { client = server.next(); ... }
  if (Result.Is == TripCount::Kind::Unknown && L.Form == Loop::Kind::While &&
      acceptIn(L.Body))
    Result = endless(nullptr);
  // for (;;) { if (i >= n) break; ... }
  if (Result.Is == TripCount::Kind::Endless && !Result.Accepts)
    if (const auto *Block = dyn_cast_or_null<CompoundStmt>(L.Body))
      for (const Stmt *Child : Block->body()) {
        const auto *If = dyn_cast<IfStmt>(Child);
        if (!If || (Inside && contains(F, If, Inside)))
          continue;
        const Stmt *Then = If->getThen();
        if (const auto *Inner = dyn_cast<CompoundStmt>(Then);
            Inner && !Inner->body_empty())
          Then = Inner->body_back();
        if (!isa<BreakStmt, ReturnStmt>(Then))
          continue;
        TripCount Until = condition(If->getCond(), /*Negated=*/true);
        if (Until.Is != TripCount::Kind::Unknown)
          Result = both(std::move(Result), std::move(Until));
      }
  if (Result.Is == TripCount::Kind::Unknown)
    if (const Expr *Indexed = indexedInput()) {
      const Expr *Base = Indexed;
      if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Indexed))
        Base = Operator->getArg(0);
      else if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(Indexed))
        Base = Subscript->getBase();
      // What says how many it holds says so here, too.
      Bound Holds = countOf(F, Base, Names);
      if (Holds.Is != Bound::Kind::PerItem)
        return fromBound(std::move(Holds));
      Result.Is = TripCount::Kind::PerItem;
      Result.Of = "element of " + nameOf(F, Base);
      Result.In = Base;
      Result.Because = {
          {Indexed->getExprLoc(), "each turn takes another element"}};
    }
  return Result;
}

} // namespace

TripCount tripCount(Facts &F, const Loop &L, const Expr *Inside,
                    const BoundNames &Names) {
  return Count(F, L, Inside, Names).answer();
}

} // namespace tidepool
