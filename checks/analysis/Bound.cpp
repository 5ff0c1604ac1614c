// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Bound.h"
#include "Loop.h"
#include "Spawn.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/SmallSet.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;

namespace tidepool {

/// What neither of the two is below.
static void keepLeast(Bound &Of, const Bound &Other) {
  Of.Least = std::min(Of.Least, Other.Least);
  Of.LeastPerCore = std::min(Of.LeastPerCore, Other.LeastPerCore);
}

Bound worseOf(Bound Left, Bound Right) {
  if (Left.Is < Right.Is || (Left.Is == Right.Is && Right.Number > Left.Number))
    std::swap(Left, Right);
  keepLeast(Left, Right);
  return Left;
}

Bound betterOf(Bound Left, Bound Right) {
  if (Left.Is > Right.Is ||
      (Left.isNumber() && Right.isNumber() && Right.Number < Left.Number))
    std::swap(Left, Right);
  const bool OfMachine = Right.LeastPerCore > 0;
  keepLeast(Left, Right);
  // min(cores, 64): the machine decides, up to there.
  if (Left.isNumber() && Right.Is == Bound::Kind::Sized && OfMachine) {
    Left.Is = Bound::Kind::Sized;
    Left.Because.append(Right.Because.begin(), Right.Because.end());
  }
  return Left;
}

/// "maxWorkerThreads", "NUM_THREADS" -> max, worker, threads; num, threads.
static SmallVector<std::string, 4> wordsOf(StringRef Name) {
  SmallVector<std::string, 4> Words;
  std::string Word;
  auto Flush = [&] {
    if (!Word.empty())
      Words.push_back(Word);
    Word.clear();
  };
  for (size_t I = 0; I < Name.size(); ++I) {
    char C = Name[I];
    if (!llvm::isAlpha(C)) {
      Flush();
      continue;
    }
    // "numThreads", "IXFRTracker"
    bool Starts = isUppercase(C) && I > 0 &&
                  (isLowercase(Name[I - 1]) ||
                   (isUppercase(Name[I - 1]) && I + 1 < Name.size() &&
                    isLowercase(Name[I + 1])));
    if (Starts)
      Flush();
    Word += llvm::toLower(C);
  }
  Flush();
  return Words;
}

bool namesAny(StringRef Name, llvm::ArrayRef<StringRef> Wanted) {
  return llvm::any_of(wordsOf(Name), [&](const std::string &Word) {
    return llvm::is_contained(Wanted, StringRef(Word));
  });
}

bool BoundNames::match(StringRef Name) const {
  // Counters of workers; deliberately not jobs, tasks or connections, which
  // are as often the input.
  static const StringRef Builtin[] = {
      "thread",      "threads",     "nthreads",  "numthreads", "worker",
      "workers",     "nworkers",    "core",      "cores",      "cpu",
      "cpus",        "shard",       "shards",    "processors", "nproc",
      "concurrency", "parallelism", "concurrent"};
  if (namesAny(Name, Builtin))
    return true;
  return llvm::any_of(Extra, [&](const std::string &Word) {
    return Name.equals_insensitive(Word);
  });
}

std::string nameOf(Facts &F, const Expr *E) {
  E = E->IgnoreParenImpCasts();
  const SourceManager &SM = F.sources();
  // An argument of a macro is named by itself, not by the macro.
  CharSourceRange Range = Lexer::makeFileCharRange(
      CharSourceRange::getTokenRange(E->getSourceRange()), SM,
      F.context().getLangOpts());
  StringRef Text = Lexer::getSourceText(Range, SM, F.context().getLangOpts());
  Text = Text.trim();
  if (Text.empty() || Text.size() > 40 || Text.contains('\n')) {
    // (array)->data, as a macro wrote it: array.
    if (E->getBeginLoc().isMacroID())
      while (const auto *Member = dyn_cast<MemberExpr>(E)) {
        const Expr *Base = Member->getBase()->IgnoreParenImpCasts();
        if (!isa<MemberExpr, DeclRefExpr>(Base))
          break;
        E = Base;
      }
    if (const ValueDecl *Root = rootOf(F, E))
      return "'" + Root->getNameAsString() + "'";
    return "the range";
  }
  return "'" + Text.str() + "'";
}

namespace {

/// One question's walk: variables that are being looked at are not entered
/// twice, and depth is bounded.
class Search {
public:
  Search(Facts &F, const BoundNames &Names, CallerView *From)
      : F(F), Names(Names), From(From) {}
  Bound number(const Expr *E);
  Bound count(const Expr *E);

private:
  Bound perItem(const Expr *Container) {
    Bound Result{
        Bound::Kind::PerItem, 0, "element of " + nameOf(F, Container), {}};
    Result.In = Container;
    return Result;
  }
  static Bound exactly(uint64_t Number) {
    Bound Result{Bound::Kind::Number, Number, "", {}};
    Result.Least = Number;
    return Result;
  }
  Bound unknown(const Expr *E, const std::string &Words) {
    return {Bound::Kind::Unknown, 0, "", {{E->getExprLoc(), Words}}};
  }
  /// The last resort: a name that says that it counts workers.
  Bound byName(const Expr *E, StringRef Name, Bound Otherwise) {
    if (Otherwise.Is != Bound::Kind::Unknown || !Names.match(Name))
      return Otherwise;
    return {Bound::Kind::Sized,
            0,
            "",
            {{E->getExprLoc(),
              ("'" + Name + "' is named for a number of workers").str()}}};
  }
  Bound variable(const Expr *Mention, const ValueDecl *Decl);
  Bound assignments(const Expr *Mention, const ValueDecl *Decl, bool &Complete);
  Bound parameter(const Expr *Mention, const ParmVarDecl *Parameter);
  std::optional<Bound> overReturns(const CallExpr *Call,
                                   llvm::function_ref<Bound(const Expr *)> Ask);
  Bound call(const CallExpr *Call);
  Bound variableCount(const Expr *E, const ValueDecl *Decl);
  std::optional<Bound> madeOf(const CXXConstructExpr *Construct);

  Facts &F;
  const BoundNames &Names;
  CallerView *From;
  llvm::SmallPtrSet<const ValueDecl *, 8> Open;
  unsigned Depth = 0;
};

/// `if (n > limit) n = limit;`: the assignment lowers what was there.
bool lowers(Facts &F, const Expr *Assignment, const ValueDecl *Decl) {
  const Stmt *Below = Assignment;
  for (const Stmt *Up = F.parentStmt(Assignment); Up;
       Below = Up, Up = F.parentStmt(Up)) {
    const auto *If = dyn_cast<IfStmt>(Up);
    if (!If)
      continue;
    if (Below != If->getThen())
      return false;
    const auto *Compare =
        dyn_cast<BinaryOperator>(If->getCond()->IgnoreParenImpCasts());
    if (!Compare || !Compare->isRelationalOp())
      return false;
    bool Left = rootOf(F, Compare->getLHS()) == Decl;
    bool Right = rootOf(F, Compare->getRHS()) == Decl;
    bool Greater =
        Compare->getOpcode() == BO_GT || Compare->getOpcode() == BO_GE;
    return (Left && Greater) || (Right && !Greater);
  }
  return false;
}

/// `n == 0`, `!n`, `n < 4`: a number is small, where the test holds or where it
/// does not.
struct SmallTest {
  const Expr *Of = nullptr;
  uint64_t Below = 1;
  bool Holds = true;
};

std::optional<SmallTest> smallTestIn(Facts &F, const Expr *Condition) {
  Condition = Condition->IgnoreParenImpCasts();
  if (const auto *Not = dyn_cast<UnaryOperator>(Condition);
      Not && Not->getOpcode() == UO_LNot) {
    std::optional<SmallTest> Inner = smallTestIn(F, Not->getSubExpr());
    if (Inner)
      Inner->Holds = !Inner->Holds;
    return Inner;
  }
  const auto *Compare = dyn_cast<BinaryOperator>(Condition);
  if (!Compare)
    return SmallTest{Condition, 1, false};
  if (!Compare->isComparisonOp() || Compare->getOpcode() == BO_Cmp)
    return std::nullopt;
  const Expr *Of = Compare->getLHS(), *Against = Compare->getRHS();
  BinaryOperatorKind Op = Compare->getOpcode();
  auto ValueOf = [&](const Expr *E) -> std::optional<uint64_t> {
    Expr::EvalResult Result;
    if (E->isValueDependent() || !E->EvaluateAsInt(Result, F.context()) ||
        Result.Val.getInt().isNegative())
      return std::nullopt;
    return Result.Val.getInt().getLimitedValue();
  };
  std::optional<uint64_t> Value = ValueOf(Against);
  if (!Value) {
    std::swap(Of, Against);
    Value = ValueOf(Against);
    if (Compare->isRelationalOp())
      Op = BinaryOperator::reverseComparisonOp(Op);
  }
  if (!Value)
    return std::nullopt;
  switch (Op) {
  case BO_EQ:
  case BO_NE:
    if (*Value != 0)
      return std::nullopt;
    return SmallTest{Of, 1, Op == BO_EQ};
  case BO_LT:
  case BO_GE:
    return SmallTest{Of, *Value, Op == BO_LT};
  case BO_LE:
  case BO_GT:
    return SmallTest{Of, llvm::SaturatingAdd<uint64_t>(*Value, 1), Op == BO_LE};
  default:
    return std::nullopt;
  }
}

/// What is tested right before \p Inside, which only runs where a number is
/// small.
std::optional<SmallTest> smallTestBefore(Facts &F, const Stmt *Inside) {
  const Stmt *Below = Inside;
  const Stmt *Up = F.parentStmt(Inside);
  while (isa_and_nonnull<Expr, CompoundStmt>(Up)) {
    Below = Up;
    Up = F.parentStmt(Up);
  }
  const auto *If = dyn_cast_or_null<IfStmt>(Up);
  if (!If || Below == If->getCond())
    return std::nullopt;
  std::optional<SmallTest> Test = smallTestIn(F, If->getCond());
  return Test && Test->Holds == (Below == If->getThen()) ? Test : std::nullopt;
}

/// What may be \p Usual, or \p Instead where \p Tested was small. Cores that
/// nobody counted are 0, and each machine has some, so that what replaces 0 is
/// no smaller size.
Bound patched(Bound Usual, Bound Instead, const Bound &Tested,
              const SmallTest &Test) {
  const uint64_t Least = Usual.Least, PerCore = Usual.LeastPerCore;
  const bool Raises = Test.Below <= 1 || Instead.Least + 1 >= Test.Below;
  const bool Never = Tested.Least >= Test.Below;
  Bound Result = worseOf(std::move(Usual), std::move(Instead));
  if (Never)
    Result.Least = Least;
  if (Never || (Tested.LeastPerCore && Raises))
    Result.LeastPerCore = PerCore;
  return Result;
}

/// `n = min(n, limit);` in the block that declares n: nothing is left of what
/// n was before.
bool replaces(Facts &F, const Expr *Assignment, const ValueDecl *Decl) {
  const auto *Variable = dyn_cast<VarDecl>(Decl);
  const Stmt *Up = F.parentStmt(Assignment);
  while (isa_and_nonnull<Expr>(Up))
    Up = F.parentStmt(Up);
  const auto *Block = dyn_cast_or_null<CompoundStmt>(Up);
  if (!Variable || !Block)
    return false;
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(Variable)) {
    const auto *Function = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
    return Function && Function->getBody() == Block;
  }
  return llvm::any_of(Block->body(), [&](const Stmt *S) {
    const auto *Declaration = dyn_cast<DeclStmt>(S);
    return Declaration && llvm::is_contained(Declaration->decls(), Variable);
  });
}

/// What \p Decl can hold where \p Mention reads it: its values in source order,
/// all of them but those that were lowered or replaced before.
Bound Search::assignments(const Expr *Mention, const ValueDecl *Decl,
                          bool &Complete) {
  Complete = true;
  std::optional<Bound> All;
  auto Add = [&](Bound Next) {
    All = All ? worseOf(std::move(*All), std::move(Next)) : std::move(Next);
  };
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(Decl)) {
    Add(parameter(Mention, Parameter));
  } else if (const auto *Variable = dyn_cast<VarDecl>(Decl)) {
    if (const Expr *Init = Variable->getAnyInitializer())
      Add(number(Init));
    if (Variable->isExternallyVisible() &&
        !Variable->getType().isConstQualified())
      Complete = false;
  } else if (const auto *Field = dyn_cast<FieldDecl>(Decl)) {
    // It holds for those constructors that say nothing.
    const Expr *InClass = Field->getInClassInitializer();
    bool Otherwise = false, Any = false;
    if (const auto *Class = dyn_cast<CXXRecordDecl>(Field->getParent()))
      for (const CXXConstructorDecl *Constructor : Class->ctors()) {
        if (Constructor->isImplicit() || Constructor->isDeleted())
          continue;
        Any = true;
        const FunctionDecl *Definition = nullptr;
        if (!Constructor->isDefined(Definition) ||
            F.sources().isInSystemHeader(Definition->getLocation())) {
          Complete = false;
          continue;
        }
        bool Says = false;
        for (const CXXCtorInitializer *Init :
             cast<CXXConstructorDecl>(Definition)->inits())
          if (Init->getMember() == Field && Init->isWritten()) {
            Says = true;
            Add(number(Init->getInit()));
          } else if (Init->isDelegatingInitializer()) {
            Says = true;
          }
        Otherwise |= !Says;
      }
    if (InClass && (Otherwise || !Any))
      Add(number(InClass));
    if (Field->getAccess() == AS_public && !Field->getType().isConstQualified())
      Complete = false;
  }
  if (Decl->getType().isConstQualified())
    return All.value_or(Bound{});
  const SourceManager &SM = F.sources();
  auto IsEarlier = [&](const Expr *E) {
    return isa<FieldDecl>(Decl) ||
           SM.isBeforeInTranslationUnit(
               SM.getExpansionLoc(E->getExprLoc()),
               SM.getExpansionLoc(Mention->getExprLoc()));
  };
  bool Lowered = false;
  for (const Expr *Other : F.mentionsOf(Decl)) {
    const Stmt *Up = F.parentStmt(Other);
    if (const auto *Binary = dyn_cast_or_null<BinaryOperator>(Up)) {
      if (!Binary->isAssignmentOp() || Binary->getLHS() != Other)
        continue;
      if (Binary->getOpcode() == BO_Assign) {
        Bound Next = number(Binary->getRHS());
        bool Earlier = IsEarlier(Binary);
        if (Earlier && lowers(F, Binary, Decl)) {
          All = betterOf(std::move(Next), All.value_or(Bound{}));
          Complete = true;
        } else if (Earlier && replaces(F, Binary, Decl)) {
          All = std::move(Next);
          Complete = true;
        } else if (std::optional<SmallTest> Test = smallTestBefore(F, Binary);
                   Test && All && rootOf(F, Test->Of) == Decl) {
          All = patched(*All, std::move(Next), *All, *Test);
        } else {
          Add(std::move(Next));
        }
      } else if (Binary->getOpcode() == BO_AddAssign ||
                 Binary->getOpcode() == BO_MulAssign ||
                 Binary->getOpcode() == BO_ShlAssign) {
        Complete = false;
      } else {
        Lowered = true;
      }
    } else if (const auto *Unary = dyn_cast_or_null<UnaryOperator>(Up)) {
      if (Unary->isIncrementOp() || Unary->getOpcode() == UO_AddrOf)
        Complete = false;
      Lowered |= Unary->isDecrementOp();
    } else if (Up && !isa<ImplicitCastExpr>(Up)) {
      // Handed out by reference: cin >> n, parse(n), int &r = n.
      if (isa<CallExpr, CXXConstructExpr, DeclStmt, ReturnStmt>(Up))
        Complete = false;
    }
  }
  if (!All)
    Complete = false;
  if (All && (Lowered || !Complete))
    All->Least = All->LeastPerCore = 0;
  return All.value_or(Bound{});
}

Bound Search::parameter(const Expr *Mention, const ParmVarDecl *Parameter) {
  Bound Outside = unknown(Mention, "'" + Parameter->getNameAsString() +
                                       "' comes from the caller");
  const auto *Function = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
  if (!Function)
    return Outside;
  if (From) {
    if (const Expr *Given = From->Gives.lookup(Parameter))
      return number(Given);
    From->Missing.push_back(Parameter);
    return Outside;
  }
  bool OwnUnit = !Function->isExternallyVisible();
  if (const auto *Method = dyn_cast<CXXMethodDecl>(Function))
    OwnUnit |= Method->getAccess() == AS_private;
  if (!OwnUnit)
    return Outside;
  std::optional<Bound> All;
  for (const Expr *Use : F.usesOf(Function)) {
    const Stmt *Up = F.userOf(Use);
    const Expr *Argument = nullptr;
    unsigned Index = Parameter->getFunctionScopeIndex();
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Use)) {
      if (Index < Construct->getNumArgs())
        Argument = Construct->getArg(Index);
    } else if (std::optional<Construction> Made = constructionAt(F, Use)) {
      if (Index < Made->Arguments.size())
        Argument = Made->Arguments[Index];
    } else if (const auto *Call = dyn_cast_or_null<CallExpr>(Up)) {
      if (Call->getCallee()->IgnoreParenImpCasts() == Use &&
          Index < Call->getNumArgs())
        Argument = Call->getArg(Index);
    }
    if (!Argument)
      return Outside;
    Bound Next = number(Argument);
    All = All ? worseOf(std::move(*All), std::move(Next)) : std::move(Next);
  }
  return All.value_or(Outside);
}

Bound Search::variable(const Expr *Mention, const ValueDecl *Decl) {
  if (Depth > 6 || !Open.insert(Decl).second)
    return unknown(Mention,
                   "'" + Decl->getNameAsString() + "' depends on itself");
  ++Depth;
  bool Complete = true;
  Bound Result = assignments(Mention, Decl, Complete);
  if (!Complete && Result.Is < Bound::Kind::Unknown)
    Result = unknown(Mention, "'" + Decl->getNameAsString() +
                                  "' can be changed where it is not seen");
  --Depth;
  Open.erase(Decl);
  return byName(Mention, Decl->getName(), std::move(Result));
}

/// The worst of what a function of this unit returns; none for any other.
std::optional<Bound>
Search::overReturns(const CallExpr *Call,
                    llvm::function_ref<Bound(const Expr *)> Ask) {
  const FunctionDecl *Definition = F.ownBody(Call->getDirectCallee());
  if (Depth >= 3 || !Definition)
    return std::nullopt;
  ++Depth;
  std::optional<Bound> All;
  SmallVector<std::pair<const Expr *, SmallTest>, 2> WhereSmall;
  SmallVector<const Stmt *, 8> Queue = {Definition->getBody()};
  while (!Queue.empty()) {
    const Stmt *Next = Queue.pop_back_val();
    if (!Next || isa<LambdaExpr>(Next))
      continue;
    if (const auto *Return = dyn_cast<ReturnStmt>(Next))
      if (const Expr *Value = Return->getRetValue()) {
        if (std::optional<SmallTest> Test = smallTestBefore(F, Return)) {
          WhereSmall.emplace_back(Value, *Test);
          continue;
        }
        Bound One = Ask(Value);
        All = All ? worseOf(std::move(*All), std::move(One)) : One;
      }
    Queue.append(Next->child_begin(), Next->child_end());
  }
  for (const auto &[Value, Test] : WhereSmall)
    All = All ? patched(std::move(*All), Ask(Value), number(Test.Of), Test)
              : Ask(Value);
  --Depth;
  return All;
}

/// What \p E, written \p Name, says of the machine.
static Bound asManyAsCores(const Expr *E, const std::string &Name) {
  Bound Result{Bound::Kind::Sized,
               0,
               "",
               {{E->getExprLoc(), "as many as " + Name + " says"}}};
  Result.LeastPerCore = 1;
  return Result;
}

Bound Search::call(const CallExpr *Call) {
  const Entry *Api = F.entry(Call);
  if (Api && Api->Cores)
    return asManyAsCores(Call, Api->spelling() + "()");
  if (Api && Api->Config)
    return {Bound::Kind::Sized,
            0,
            "",
            {{Call->getExprLoc(),
              "the value comes from " + Api->spelling() + "()"}}};
  unsigned First = isa<CXXOperatorCallExpr>(Call) ? 1 : 0;
  // std::atoi(std::getenv("N"))
  if (Api && Api->Passes && First + Api->Passes->Argument < Call->getNumArgs())
    return number(Call->getArg(First + Api->Passes->Argument));
  if (Api && Api->Bounds) {
    if (Api->Bounds->By) {
      if (First + *Api->Bounds->By < Call->getNumArgs()) {
        Bound Most = number(Call->getArg(First + *Api->Bounds->By));
        Most.Least = Most.LeastPerCore = 0;
        return Most;
      }
    } else {
      std::optional<Bound> Best;
      for (unsigned I = First; I < Call->getNumArgs(); ++I)
        if (Call->getArg(I)->getType().getNonReferenceType()->isIntegerType()) {
          Bound Next = number(Call->getArg(I));
          Best = Best ? betterOf(std::move(Next), std::move(*Best)) : Next;
        }
      return Best.value_or(unknown(Call, "nothing here says how large it is"));
    }
  }
  const FunctionDecl *Callee = Call->getDirectCallee();
  if (!Callee || !Callee->getIdentifier())
    return unknown(Call, "the value comes from a call that is not seen into");
  StringRef Name = Callee->getName();
  bool Counts =
      Name == "size" || Name == "ssize" || Name == "length" || Name == "count";
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
      Member && Counts && Call->getNumArgs() == 0)
    return count(Member->getImplicitObjectArgument());
  if (Counts && Call->getNumArgs() == 1)
    return count(Call->getArg(0));
  // std::max(1, n): as large as the larger one.
  if (Name.ends_with_insensitive("max") && Call->getNumArgs() >= 2) {
    Bound Worst = number(Call->getArg(0));
    // A longer name may say anything: clampToMax(n, 500).
    bool IsMax = Name.size() <= 4;
    uint64_t Least = IsMax ? Worst.Least : 0;
    uint64_t PerCore = IsMax ? Worst.LeastPerCore : 0;
    for (unsigned I = 1; I < Call->getNumArgs(); ++I)
      if (Call->getArg(I)->getType().getNonReferenceType()->isIntegerType()) {
        Bound Next = number(Call->getArg(I));
        Least = std::max(Least, IsMax ? Next.Least : 0);
        PerCore = std::max(PerCore, IsMax ? Next.LeastPerCore : 0);
        Worst = worseOf(std::move(Worst), std::move(Next));
      }
    Worst.Least = Least;
    Worst.LeastPerCore = PerCore;
    return Worst;
  }
  if (std::optional<Bound> Returned =
          overReturns(Call, [&](const Expr *Value) { return number(Value); }))
    return byName(Call, Name, std::move(*Returned));
  return byName(Call, Name,
                unknown(Call, ("the value comes from '" + Name +
                               "', which is not seen into")
                                  .str()));
}

/// What the result of \p Op is never below: a number, and a multiple of cores.
std::pair<uint64_t, uint64_t> leastOf(BinaryOperatorKind Op, const Bound &Left,
                                      const Bound &Right) {
  auto Times = [](uint64_t A, uint64_t B) {
    return llvm::SaturatingMultiply(A, B);
  };
  switch (Op) {
  case BO_Add:
    // What is not seen may be below zero.
    if (Left.Is >= Bound::Kind::Unknown || Right.Is >= Bound::Kind::Unknown)
      return {0, 0};
    return {llvm::SaturatingAdd(Left.Least, Right.Least),
            Left.LeastPerCore + Right.LeastPerCore};
  case BO_Mul:
    return {Times(Left.Least, Right.Least),
            std::max(Times(Left.LeastPerCore, Right.Least),
                     Times(Right.LeastPerCore, Left.Least))};
  case BO_Shl:
    if (!Right.isNumber() || Right.Least > 62)
      return {0, 0};
    return {Times(Left.Least, uint64_t(1) << Right.Least),
            Times(Left.LeastPerCore, uint64_t(1) << Right.Least)};
  case BO_Sub:
    if (!Right.isNumber())
      return {0, 0};
    return {Left.Least - std::min(Left.Least, Right.Number),
            Left.LeastPerCore - std::min(Left.LeastPerCore, Right.Number)};
  case BO_Div:
    if (!Right.isNumber() || Right.Number == 0)
      return {0, 0};
    return {Left.Least / Right.Number, Left.LeastPerCore / Right.Number};
  case BO_Shr:
    if (!Right.isNumber() || Right.Number > 63)
      return {0, 0};
    return {Left.Least >> Right.Number, Left.LeastPerCore >> Right.Number};
  default:
    return {0, 0};
  }
}

/// Does a number say how large it gets, even if the machine has a say?
static bool isCapped(const Bound &B) {
  return B.isNumber() || (B.Is == Bound::Kind::Sized && B.Number != 0);
}

/// Are both written the same, as in what MIN(cores(), 64) becomes?
static bool sameText(Facts &F, const Expr *Left, const Expr *Right) {
  llvm::FoldingSetNodeID One, Other;
  Left->IgnoreParenImpCasts()->Profile(One, F.context(), /*Canonical=*/true);
  Right->IgnoreParenImpCasts()->Profile(Other, F.context(), true);
  return One == Other;
}

Bound Search::number(const Expr *E) {
  E = E->IgnoreUnlessSpelledInSource()->IgnoreParenImpCasts();
  while (const auto *Cast = dyn_cast<ExplicitCastExpr>(E))
    E = Cast->getSubExpr()->IgnoreParenImpCasts();
  if (E->isValueDependent() || E->isTypeDependent())
    return unknown(E, "the value depends on a template parameter");
  Expr::EvalResult Result;
  if (E->getType()->isIntegralOrEnumerationType() &&
      E->EvaluateAsInt(Result, F.context())) {
    const llvm::APSInt &Value = Result.Val.getInt();
    return exactly(Value.isNegative() ? 0 : Value.getLimitedValue());
  }
  if (const auto *List = dyn_cast<InitListExpr>(E);
      List && List->getNumInits() == 1)
    return number(List->getInit(0));
  if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(E))
    return number(Default->getExpr());
  if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(E))
    return number(Default->getExpr());
  if (const auto *Conditional = dyn_cast<AbstractConditionalOperator>(E)) {
    Bound Left = number(Conditional->getTrueExpr());
    Bound Right = number(Conditional->getFalseExpr());
    // a < b ? a : b
    if (const auto *Compare = dyn_cast<BinaryOperator>(
            Conditional->getCond()->IgnoreParenImpCasts());
        Compare && Compare->isRelationalOp()) {
      const ValueDecl *Yes = rootOf(F, Conditional->getTrueExpr());
      const ValueDecl *No = rootOf(F, Conditional->getFalseExpr());
      bool Less =
          Compare->getOpcode() == BO_LT || Compare->getOpcode() == BO_LE;
      const ValueDecl *Small =
          rootOf(F, Less ? Compare->getLHS() : Compare->getRHS());
      const ValueDecl *Large =
          rootOf(F, Less ? Compare->getRHS() : Compare->getLHS());
      if ((Yes && Yes == Small) || (No && No == Large) ||
          sameText(F, Conditional->getTrueExpr(),
                   Less ? Compare->getLHS() : Compare->getRHS()))
        return betterOf(std::move(Left), std::move(Right));
    }
    if (std::optional<SmallTest> Test =
            smallTestIn(F, Conditional->getCond())) {
      if (Test->Holds)
        std::swap(Left, Right);
      return patched(std::move(Left), std::move(Right), number(Test->Of),
                     *Test);
    }
    return worseOf(std::move(Left), std::move(Right));
  }
  if (const auto *Binary = dyn_cast<BinaryOperator>(E)) {
    Bound Left = number(Binary->getLHS());
    Bound Right = number(Binary->getRHS());
    const auto [Least, LeastPerCore] =
        leastOf(Binary->getOpcode(), Left, Right);
    auto With = [&, Least = Least, LeastPerCore = LeastPerCore](Bound Result) {
      Result.Least = Least;
      Result.LeastPerCore = LeastPerCore;
      return Result;
    };
    switch (Binary->getOpcode()) {
    case BO_Rem:
    case BO_And:
      return With(betterOf(std::move(Left), std::move(Right)));
    case BO_Sub:
    case BO_Div:
    case BO_Shr:
      return With(std::move(Left));
    case BO_Add:
    case BO_Mul:
    case BO_Shl:
      if (!isCapped(Left) || !isCapped(Right))
        return With(worseOf(std::move(Left), std::move(Right)));
      Left.Is = std::max(Left.Is, Right.Is);
      Left.Because.append(Right.Because.begin(), Right.Because.end());
      if (Binary->getOpcode() == BO_Add)
        Left.Number = llvm::SaturatingAdd(Left.Number, Right.Number);
      else if (Binary->getOpcode() == BO_Mul)
        Left.Number = llvm::SaturatingMultiply(Left.Number, Right.Number);
      else
        Left.Number = llvm::SaturatingMultiply(
            Left.Number, uint64_t(1) << std::min<uint64_t>(Right.Number, 63));
      return With(std::move(Left));
    case BO_Assign:
      return Right;
    default:
      return unknown(E, "the value is computed");
    }
  }
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return call(Call);
  if (const auto *Reference = dyn_cast<DeclRefExpr>(E)) {
    if (const Entry *Api = F.entry(Reference); Api && Api->Cores)
      return asManyAsCores(E, Api->spelling());
    return variable(E, Reference->getDecl());
  }
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return variable(E, Member->getMemberDecl());
  // atoi(argv[1])
  if (const auto *Parameter = dyn_cast_or_null<ParmVarDecl>(rootOf(F, E)))
    if (const auto *Main = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
        Main && Main->isMain())
      return {Bound::Kind::Sized,
              0,
              "",
              {{E->getExprLoc(), "the value comes from the command line"}}};
  return unknown(E, "the value is read through a pointer");
}

/// The list that a container is made from, `{a, b, c}`; null if it is not.
const InitListExpr *listIn(const Expr *Init) {
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Init);
      Construct && Construct->isListInitialization() &&
      Construct->getNumArgs() >= 1)
    Init = Construct->getArg(0)->IgnoreUnlessSpelledInSource();
  if (const auto *List = dyn_cast<CXXStdInitializerListExpr>(Init))
    Init = List->getSubExpr()->IgnoreUnlessSpelledInSource();
  return dyn_cast<InitListExpr>(Init);
}

/// A range whose constructor says how many: take_view(v, 8).
std::optional<Bound> Search::madeOf(const CXXConstructExpr *Construct) {
  const Entry *Api = F.entry(Construct);
  if (!Api || !Api->Bounds || !Api->Bounds->By ||
      *Api->Bounds->By >= Construct->getNumArgs())
    return std::nullopt;
  Bound Most = number(Construct->getArg(*Api->Bounds->By));
  Most.Least = Most.LeastPerCore = 0;
  return Most;
}

/// What a container variable was made with.
Bound Search::variableCount(const Expr *E, const ValueDecl *Decl) {
  if (Depth > 6 || !Open.insert(Decl).second)
    return perItem(E);
  ++Depth;
  const Expr *Init = nullptr;
  if (const auto *Variable = dyn_cast<VarDecl>(Decl)) {
    // An element of an outer range was made where nobody sees.
    if (!Variable->isCXXForRangeDecl())
      Init = Variable->getAnyInitializer();
  } else if (const auto *Field = dyn_cast<FieldDecl>(Decl)) {
    Init = Field->getInClassInitializer();
    if (const auto *Class = dyn_cast<CXXRecordDecl>(Field->getParent()))
      for (const CXXConstructorDecl *Constructor : Class->ctors())
        for (const CXXCtorInitializer *Member : Constructor->inits())
          if (Member->getMember() == Field && Member->isWritten())
            Init = Member->getInit();
  }
  Bound Result = perItem(E);
  if (Init && !isa<ParmVarDecl>(Decl)) {
    Init = Init->IgnoreUnlessSpelledInSource();
    if (const InitListExpr *List = listIn(Init)) {
      Result = exactly(List->getNumInits());
    } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(Init)) {
      unsigned Given =
          llvm::count_if(Construct->arguments(), [](const Expr *A) {
            return !isa<CXXDefaultArgExpr>(A);
          });
      if (std::optional<Bound> Made = madeOf(Construct))
        Result = std::move(*Made);
      // vector<T> v(n): made with a size.
      else if (Given >= 1 && !Construct->isListInitialization() &&
               Construct->getArg(0)->getType()->isIntegerType())
        Result = number(Construct->getArg(0));
    } else if (isa<CallExpr>(Init)) {
      Result = count(Init);
      // The text of a long call names nothing.
      if (Result.Of == "element of the range")
        Result = perItem(E);
    }
  }
  // Filled where it is not seen, or replaced as a whole.
  bool Escapes = llvm::any_of(F.mentionsOf(Decl), [&](const Expr *Mention) {
    const Stmt *User = F.userOf(Mention);
    if (const auto *Unary = dyn_cast_or_null<UnaryOperator>(User))
      return Unary->getOpcode() == UO_AddrOf;
    if (const auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(User))
      return Operator->getOperator() != OO_Subscript;
    return User && isa<CallExpr>(User) && !isa<CXXMemberCallExpr>(User);
  });
  // Whoever adds to it decides how large it is; resize(n) says so.
  for (const Expr *Mention : F.mentionsOf(Decl)) {
    const auto *Member = dyn_cast_or_null<MemberExpr>(F.parentStmt(Mention));
    if (!Member)
      continue;
    const auto *Call =
        dyn_cast_or_null<CXXMemberCallExpr>(F.parentStmt(Member));
    const auto *Method = dyn_cast<CXXMethodDecl>(Member->getMemberDecl());
    if (!Call || !Method || Method->isConst() || !Method->getIdentifier())
      continue;
    StringRef Name = Method->getName();
    if (Name == "resize" && Call->getNumArgs() >= 1)
      Result = number(Call->getArg(0));
    else if (Name.starts_with("push") || Name.starts_with("emplace") ||
             Name.starts_with("insert") || Name.starts_with("append") ||
             Name == "assign") {
      // As often as this runs: once, or as the loop around it turns.
      const auto *Local = dyn_cast<VarDecl>(Decl);
      const FunctionDecl *In = F.functionOf(Call);
      if (Local && Local->isLocalVarDecl() && In && F.lambdaOf(In) &&
          In != Local->getDeclContext()) {
        Result = unknown(Call, "a lambda adds to it, whoever calls that");
        break;
      }
      std::optional<Loop> Around;
      unsigned Loops = 0;
      for (const Stmt *Up = F.parentStmt(Call); Up; Up = F.parentStmt(Up)) {
        if (isa<LambdaExpr>(Up))
          Loops = 2;
        if (std::optional<Loop> Next = loopOf(F, Up)) {
          Around = Next;
          ++Loops;
        }
      }
      bool One = Name.starts_with("push") || Name.starts_with("emplace");
      const auto *Made = dyn_cast_or_null<CXXConstructExpr>(Init);
      bool Empty = Made && Made->getNumArgs() == 0;
      if (One && Loops == 0 && Local && Local->isLocalVarDecl() && !Escapes &&
          (Result.isNumber() || Empty) && Result.Number < 64) {
        Result = {Bound::Kind::Number,
                  (Result.isNumber() ? Result.Number : 0) + 1,
                  "",
                  {}};
        continue;
      }
      const auto *Compare = dyn_cast_or_null<BinaryOperator>(
          Loops == 1 && Around->Form == Loop::Kind::For && Around->Condition
              ? Around->Condition->IgnoreParenImpCasts()
              : nullptr);
      if (One && !Escapes && Compare && Compare->isComparisonOp() &&
          Around->Variable &&
          rootOf(F, Compare->getLHS()) == Around->Variable) {
        Bound Turns = number(Compare->getRHS());
        if (Turns.Is != Bound::Kind::PerItem) {
          Turns.Least = Turns.LeastPerCore = 0; // it may pass a turn by
          Result = std::move(Turns);
          continue;
        }
      }
      Result = perItem(E);
      // One for each element of another: that one's name says more.
      if (Loops == 1 && Around->Form == Loop::Kind::RangeFor)
        if (Bound Other = count(Around->Range);
            Other.Is == Bound::Kind::PerItem)
          Result = std::move(Other);
      break;
    }
  }
  --Depth;
  Open.erase(Decl);
  return Result;
}

Bound Search::count(const Expr *E) {
  E = E->IgnoreUnlessSpelledInSource();
  if (const auto *Array = F.context().getAsConstantArrayType(
          E->getType().getNonReferenceType()))
    return exactly(Array->getSize().getLimitedValue());
  if (const InitListExpr *List = listIn(E))
    return exactly(List->getNumInits());
  if (const Entry *Type = F.roles().ofType(E->getType());
      Type && Type->Bounds && Type->Bounds->By)
    if (const auto *Class = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
            E->getType()->getAsCXXRecordDecl()))
      if (*Type->Bounds->By < Class->getTemplateArgs().size()) {
        const TemplateArgument &Size =
            Class->getTemplateArgs().get(*Type->Bounds->By);
        if (Size.getKind() == TemplateArgument::Integral)
          return exactly(Size.getAsIntegral().getLimitedValue());
      }
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    if (std::optional<Bound> Made = madeOf(Construct))
      return std::move(*Made);
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    const Entry *Api = F.entry(Call);
    unsigned First = isa<CXXOperatorCallExpr>(Call) ? 1 : 0;
    if (Api && Api->Bounds && Api->Bounds->By &&
        First + *Api->Bounds->By < Call->getNumArgs()) {
      Bound Most = number(Call->getArg(First + *Api->Bounds->By));
      Most.Least = Most.LeastPerCore = 0;
      return Most;
    }
    if (Api && Api->Passes && Api->Passes->Argument < Call->getNumArgs())
      return count(Call->getArg(Api->Passes->Argument));
    // items | take(8)
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Call);
        Operator && Operator->getOperator() == OO_Pipe &&
        Operator->getNumArgs() == 2)
      return betterOf(count(Operator->getArg(0)), count(Operator->getArg(1)));
    if (std::optional<Bound> Returned =
            overReturns(Call, [&](const Expr *Value) { return count(Value); }))
      if (Returned->Is != Bound::Kind::PerItem)
        return *Returned;
    return perItem(E);
  }
  if (const auto *Reference = dyn_cast<DeclRefExpr>(E))
    return variableCount(E, Reference->getDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return variableCount(E, Member->getMemberDecl());
  return perItem(E);
}

} // namespace

Bound boundOf(Facts &F, const Expr *E, const BoundNames &Names,
              CallerView *From) {
  return Search(F, Names, From).number(E);
}

Bound countOf(Facts &F, const Expr *E, const BoundNames &Names,
              CallerView *From) {
  return Search(F, Names, From).count(E);
}

} // namespace tidepool
