// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Width.h"
#include "Elements.h"
#include "HandleOrigin.h"
#include "Loop.h"
#include "Magnitude.h"
#include "Permit.h"
#include "RangeOrigin.h"
#include "TaskBody.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;

namespace tidepool {

namespace {

class Measure {
public:
  Measure(Facts &F, unsigned MaxTasks, const BoundNames &Names)
      : F(F), MaxTasks(MaxTasks), Names(Names) {}
  Width of(const Gather &G);

private:
  using Source = Elements::Source;

  Width ofRange(const Gather &G);
  Width count(const Expr *Range, const Expr *Length = nullptr);
  bool isCut(const Expr *Range, unsigned Depth = 0);
  Width fixed(const Gather &G);
  Width mapped(const Expr *Callable, Width Count);
  Width container(const Gather &G);
  Width made(const Gather &G, const Source &From);
  Width turns(const Magnitude &Many);
  std::optional<Width> limitIn(const Stmt *S, unsigned Depth = 0);
  Width limited(const Expr *Permit, const ValueDecl *Limiter);
  bool startsOneByOne(const Expr *Made);
  uint64_t inside(const Stmt *S, Reasons &Because, unsigned Depth = 0);
  const FunctionDecl *calledBy(const Expr *Task);
  const ValueDecl *given(const ValueDecl *Limiter);
  void multiply(Width &W, const Gather &G);

  Facts &F;
  unsigned MaxTasks;
  const BoundNames &Names;
  /// The gathers that are being measured.
  llvm::SmallPtrSet<const Expr *, 4> Measured;
  /// The functions that are being looked into, each with the call that led
  /// there; null for the body of a callable.
  llvm::SmallDenseMap<const FunctionDecl *, const Expr *, 8> Open;
};

Width excused(std::string Why, Reasons Because = {}) {
  Width W;
  W.Is = Width::Kind::Excused;
  W.Why = std::move(Why);
  W.Because = std::move(Because);
  return W;
}

Width fromBound(Bound B) {
  Width W;
  W.Because = std::move(B.Because);
  switch (B.Is) {
  case Bound::Kind::Number:
    W.Number = B.Number;
    break;
  case Bound::Kind::Sized:
    W.Is = Width::Kind::Excused;
    W.Why = "the number is chosen, not the input's";
    break;
  case Bound::Kind::Unknown:
    W.Is = Width::Kind::Unseen;
    break;
  case Bound::Kind::PerItem:
    W.Is = Width::Kind::PerItem;
    W.Of = std::move(B.Of);
    break;
  }
  return W;
}

/// The larger promise broken: tasks of both kinds are in the same range.
Width worse(Width Left, Width Right) {
  const bool Numbers =
      Left.Is == Width::Kind::Number && Right.Is == Width::Kind::Number;
  return std::move((Numbers ? Left.Number < Right.Number : Left.Is < Right.Is)
                       ? Right
                       : Left);
}

/// Both hold: the better promise.
Width smaller(Width Left, Width Right) {
  const bool Numbers =
      Left.Is == Width::Kind::Number && Right.Is == Width::Kind::Number;
  return std::move((Numbers ? Right.Number < Left.Number : Right.Is < Left.Is)
                       ? Right
                       : Left);
}

/// The function of this unit whose body \p Task runs; null for others.
const FunctionDecl *Measure::calledBy(const Expr *Task) {
  const auto *Call = dyn_cast<CallExpr>(plain(F, Task));
  return Call ? F.ownBody(Call->getDirectCallee()) : nullptr;
}

/// What the caller gave where \p Limiter is a parameter of a function that is
/// being looked into.
const ValueDecl *Measure::given(const ValueDecl *Limiter) {
  const auto *Parameter = dyn_cast_or_null<ParmVarDecl>(Limiter);
  const auto *Function =
      Parameter ? dyn_cast<FunctionDecl>(Parameter->getDeclContext()) : nullptr;
  const Expr *Call = Function ? Open.lookup(Function) : nullptr;
  if (!Call)
    return Limiter;
  SmallVector<const Expr *, 4> Arguments = argumentsOf(Call);
  const unsigned Index = Parameter->getFunctionScopeIndex();
  if (Index >= Arguments.size())
    return Limiter;
  const ValueDecl *Given = rootOf(F, Arguments[Index]);
  return Given && Given != Limiter ? given(Given) : Limiter;
}

Width Measure::limited(const Expr *Permit, const ValueDecl *Limiter) {
  Reasons Because = {{Permit->getExprLoc(), "each task takes a permit here"}};
  Bound Capacity = capacityOf(F, Limiter, Names);
  Because.append(Capacity.Because.begin(), Capacity.Because.end());
  if (Capacity.Is == Bound::Kind::PerItem) {
    Because.push_back(
        {Limiter->getLocation(),
         "the limit is as large as the input, one per " + Capacity.Of});
    Width W = fromBound(std::move(Capacity));
    W.Because = std::move(Because);
    return W;
  }
  if (!Capacity.isNumber())
    return excused("each task takes a permit", std::move(Because));
  Width W;
  W.Number = Capacity.Number;
  W.Explicit = true;
  W.Because = std::move(Because);
  return W;
}

/// The bound of a permit that is taken below \p S, or in a function of this
/// unit that \p S calls, before its work.
std::optional<Width> Measure::limitIn(const Stmt *S, unsigned Depth) {
  std::optional<Width> Unseen;
  for (const Expr *E : expressionsIn(S, /*Lambdas=*/true, [](const Expr *E) {
         return isa<CallExpr, CXXConstructExpr>(E);
       })) {
    const Entry *Api = F.entry(E);
    const ValueDecl *Limiter = nullptr;
    bool Takes = takesPermit(Api);
    if (Takes) {
      const Expr *Object = objectOf(E, Api->Limiter->Limiter);
      Limiter = Object ? rootOf(F, Object) : nullptr;
    } else if (const auto *Moves = dyn_cast<CXXConstructExpr>(E);
               Moves && Moves->getConstructor()->isCopyOrMoveConstructor()) {
      continue; // of a permit that was taken before
    } else if (std::optional<Construction> Made = constructionAt(F, E)) {
      // A guard that is made from a limiter.
      const Entry *Type = F.roles().ofType(Made->Type);
      Takes = Type && Type->Limiter &&
              Type->Limiter->Does == LimiterRole::Operation::Guard &&
              Type->Limiter->Limits == LimiterRole::What::Concurrency &&
              !Made->Arguments.empty();
      for (const Expr *Argument : Made->Arguments)
        if (Takes && !Limiter)
          Limiter = rootOf(F, Argument);
    }
    if (Takes) {
      Limiter = given(Limiter);
      // One made by the task itself counts only itself.
      const auto *Local = dyn_cast_or_null<VarDecl>(Limiter);
      if (limitsNothing(F, Limiter) ||
          (Local && Local->isLocalVarDecl() && !Local->isStaticLocal() &&
           llvm::any_of(Open, [&](const auto &Entered) {
             return Local->getDeclContext() == cast<DeclContext>(Entered.first);
           })))
        continue;
      return limited(E, Limiter);
    }
    const auto *Call = dyn_cast<CallExpr>(E);
    if (Call && !Api && mayTakePermit(F, Call)) {
      Unseen = Width{};
      Unseen->Is = Width::Kind::Unknown;
      Unseen->Why = "each task may take a permit out of view";
      Unseen->Because = {
          {E->getExprLoc(),
           "this may wait for a permit; its code is not in view"}};
    }
    const FunctionDecl *Callee = nullptr;
    if (Call)
      Callee = F.ownBody(Call->getDirectCallee());
    else if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
      Callee = F.ownBody(Construct->getConstructor());
    if (Depth < 4 && Callee && Open.try_emplace(Callee, E).second) {
      std::optional<Width> Deeper = limitIn(Callee->getBody(), Depth + 1);
      Open.erase(Callee);
      if (Deeper)
        return Deeper;
    }
  }
  return Unseen;
}

/// Is \p Made, or what the helper called by it returns, started by an API of
/// its own in a loop? Then the fan-out is found and judged there. Coroutines
/// that run once they are called are judged where they are gathered.
bool Measure::startsOneByOne(const Expr *Made) {
  auto Starts = [&](const Expr *E) {
    std::optional<Spawn> Started = spawnAt(F, E);
    return Started && !Started->Eager;
  };
  SmallVector<const Expr *, 4> Parts =
      expressionsIn(Made, /*Lambdas=*/false, Starts);
  if (const FunctionDecl *Helper = calledBy(Made);
      Helper && !isa<CoroutineBodyStmt>(Helper->getBody()))
    Parts.append(expressionsIn(Helper->getBody(), /*Lambdas=*/false, Starts));
  return llvm::any_of(Parts, [&](const Expr *E) {
    return !magnitudesOf(F, *spawnAt(F, E), MaxTasks, Names).empty();
  });
}

/// Does something cut \p Range to a size that somebody chose: take(8)?
bool Measure::isCut(const Expr *Range, unsigned Depth) {
  auto Cuts = [&](const Expr *E) {
    const Entry *Api = F.entry(E);
    return Api && Api->Bounds && Api->Bounds->By;
  };
  if (!expressionsIn(Range, /*Lambdas=*/false, Cuts).empty())
    return true;
  const auto *Variable = dyn_cast_or_null<VarDecl>(rootOf(F, Range));
  const Expr *Init = Variable ? Variable->getAnyInitializer() : nullptr;
  return Init && Depth < 4 && isCut(Init, Depth + 1);
}

/// How many elements \p Range has; at most \p Length, if it is given.
Width Measure::count(const Expr *Range, const Expr *Length) {
  Bound Count = countOf(F, Range, Names);
  if (Length)
    Count = betterOf(boundOf(F, Length, Names), std::move(Count));
  Width W = fromBound(std::move(Count));
  if (W.Is == Width::Kind::PerItem && !isInput(F, Length ? Length : Range)) {
    W.Is = Width::Kind::Unseen;
    W.Because.push_back(
        {Range->getExprLoc(),
         "nothing here says how many are in " + nameOf(F, Range)});
  }
  W.Explicit = Length || isCut(Range);
  return W;
}

/// What the loops around one element's making say.
Width Measure::turns(const Magnitude &Many) {
  Width W;
  if (Many.Around)
    W.Because.push_back({Many.Around->place(), "in this loop"});
  W.Because.append(Many.Because.begin(), Many.Because.end());
  switch (Many.Is) {
  case Magnitude::Kind::Number:
    W.Number = Many.Number;
    W.Explicit = Many.Explicit;
    W.Words = Many.Words;
    break;
  case Magnitude::Kind::Sized:
    W.Is = Width::Kind::Excused;
    W.Why = "the number is chosen, not the input's";
    break;
  case Magnitude::Kind::Unknown:
    W.Is = Many.Turns.Is == TripCount::Kind::Unknown && Many.Around
               ? Width::Kind::Unseen
               : Width::Kind::Unknown;
    W.Why = "how many there are is not seen here";
    break;
  case Magnitude::Kind::Unbounded:
    W.Is = Many.LongLived ? Width::Kind::Unknown : Width::Kind::PerItem;
    W.Why = "each of them lives on";
    W.Of = Many.Turns.Of;
    if (!Many.LongLived && Many.Around && !isInput(F, *Many.Around))
      W.Is = Width::Kind::Unseen;
    break;
  }
  return W;
}

/// The call of the lambda around \p Made in a loop of the function that gets
/// it; null where there is none in view.
const Expr *repeatedBy(Facts &F, const Expr *Made) {
  const FunctionDecl *Function = F.functionOf(Made);
  const LambdaExpr *Lambda = Function ? F.lambdaOf(Function) : nullptr;
  if (!Lambda)
    return nullptr;
  const Stmt *User = F.parentStmt(Lambda);
  while (isa_and_nonnull<Expr>(User) && !isa<CallExpr>(User))
    User = F.parentStmt(User);
  const auto *Taker = dyn_cast_or_null<CallExpr>(User);
  const ParmVarDecl *Given = Taker ? parameterFor(F, Taker, Lambda) : nullptr;
  if (!Given)
    return nullptr;
  for (const Expr *Mention : F.mentionsOf(Given))
    if (const auto *Call = dyn_cast_or_null<CallExpr>(F.userOf(Mention));
        Call && !contains(F, Lambda, Call) && loopAround(F, Call, Call))
      return Call;
  return nullptr;
}

Width Measure::made(const Gather &G, const Source &From) {
  if (!From.Made && !From.Callable) {
    std::optional<Gather> Inner = gatherAt(F, From.Range);
    return Inner ? of(*Inner) : Width{};
  }
  if (From.Callable)
    return mapped(From.Callable, count(From.Range));
  if (startsOneByOne(From.Made))
    return excused("its tasks are started one by one, which is judged there",
                   {{From.Made->getExprLoc(), "each task is started here"}});
  Spawn Task{From.Made, G.Api, {}, From.Made, {}};
  Task.Role.Starts = G.Role.Starts;
  Task.Role.Handle.In = ObjectPlace::Kind::Result;
  std::optional<Width> Count;
  for (const Magnitude &Many : magnitudesOf(F, Task, MaxTasks, Names))
    Count = Count ? worse(std::move(*Count), turns(Many)) : turns(Many);
  if (!Count)
    Count = Width{};
  // A lambda that fills the range, and that other code calls in a loop.
  if (Count->Is == Width::Kind::Number && !Count->Explicit &&
      F.functionOf(From.Made) != F.functionOf(G.Range))
    if (const Expr *Call = repeatedBy(F, From.Made)) {
      Count->Is = Width::Kind::Unseen;
      Count->Because = {{Call->getExprLoc(), "a loop calls it here"}};
    }
  if (Count->Is != Width::Kind::Number)
    Count->Because.insert(Count->Because.begin(),
                          {From.Made->getExprLoc(), "each task is made here"});
  std::optional<Width> Limit = limitIn(From.Made);
  return Limit ? smaller(std::move(*Limit), std::move(*Count))
               : std::move(*Count);
}

/// \p Callable makes, or is, a task for each of \p Count elements.
Width Measure::mapped(const Expr *Callable, Width Count) {
  const FunctionDecl *Body = F.ownBody(bodyOf(F, Callable));
  if (!Body) {
    const auto *Given = dyn_cast_or_null<ParmVarDecl>(rootOf(F, Callable));
    if (!Given || Count.Is < Width::Kind::Unknown)
      return Count;
    Width W;
    W.Is = Width::Kind::Unknown;
    W.Why = "what runs for each of them is the caller's";
    W.Because = {{Callable->getExprLoc(),
                  "'" + Given->getNameAsString() +
                      "' comes from the caller and may take a permit"}};
    return W;
  }
  if (!Open.try_emplace(Body, nullptr).second)
    return Count;
  std::optional<Width> Limit = limitIn(Body->getBody());
  Open.erase(Body);
  if (Limit)
    return smaller(std::move(*Limit), std::move(Count));
  // N workers over one queue: N was chosen, whatever it is called.
  if (Count.Is != Width::Kind::PerItem && isWorkerLoop(F, Body))
    return excused("each of them loops over shared work");
  return Count;
}

Width Measure::container(const Gather &G) {
  Width Count = count(G.Range, G.Length);
  if (Count.Is == Width::Kind::Excused)
    return Count;
  const Elements All = elementsOf(F, G.Range);
  std::optional<Width> Sum;
  for (const Source &From : All.From) {
    Width Next = made(G, From);
    if (!Sum)
      Sum = std::move(Next);
    else if (Sum->Is == Width::Kind::Number && Next.Is == Sum->Is &&
             !Sum->Explicit && !Next.Explicit) {
      Sum->Number = llvm::SaturatingAdd(Sum->Number, Next.Number);
      Sum->Words.clear();
    } else
      Sum = worse(std::move(*Sum), std::move(Next));
  }
  if (Count.Is == Width::Kind::Number)
    return Sum ? smaller(std::move(*Sum), std::move(Count)) : Count;
  if (!Sum) {
    Sum = Width{};
    Sum->Is = Width::Kind::Unseen;
    Sum->Because = {{G.Range->getExprLoc(), "what makes the elements of " +
                                                nameOf(F, G.Range) +
                                                " is not in view"}};
  } else if (All.Outside && Sum->Is == Width::Kind::Number && !Sum->Explicit) {
    Sum->Is = Width::Kind::Unseen;
    Sum->Because = {
        {G.Range->getExprLoc(),
         "nothing here says how many are in " + nameOf(F, G.Range)}};
  }
  return std::move(*Sum);
}

/// The largest number of tasks that one gather below \p S, or in a function of
/// this unit that \p S calls, waits for: 1 if there is none.
uint64_t Measure::inside(const Stmt *S, Reasons &Because, unsigned Depth) {
  uint64_t Most = 1;
  for (const Expr *E : expressionsIn(S, /*Lambdas=*/true, [](const Expr *E) {
         return isa<CallExpr, CXXConstructExpr>(E);
       })) {
    uint64_t Number = 1;
    Reasons Why;
    if (std::optional<Gather> G = gatherAt(F, E)) {
      if (const Expr *Outer = gatherAround(F, *G);
          (Outer && contains(F, S, Outer)) || Measured.contains(E))
        continue; // counted in there
      Width W = of(*G);
      // What is wrong with it alone is said there.
      if (W.Is != Width::Kind::Number || (W.Number > MaxTasks && !W.Explicit))
        continue;
      Number = W.Number;
      Why = {{E->getExprLoc(), "each of them waits for " +
                                   std::to_string(Number) + " tasks here"}};
    } else if (const auto *Call = dyn_cast<CallExpr>(E)) {
      const FunctionDecl *Callee = F.ownBody(Call->getDirectCallee());
      if (Depth < 4 && Callee && Open.try_emplace(Callee, E).second) {
        Number = inside(Callee->getBody(), Why, Depth + 1);
        Open.erase(Callee);
      }
    }
    if (Number > Most) {
      Most = Number;
      Because = std::move(Why);
    }
  }
  return Most;
}

/// A task for each argument, or as many as the gather that an argument is.
Width Measure::fixed(const Gather &G) {
  Width W;
  W.Number = 0;
  uint64_t Each = 0;
  bool Alike = true;
  size_t Limited = 0;
  Width Limit;
  for (const Expr *Task : G.Tasks) {
    Reasons Why;
    uint64_t Number = inside(Task, Why);
    Alike &= Each == 0 || Each == Number;
    Each = Number;
    W.Number = llvm::SaturatingAdd(W.Number, Number);
    if (Number > 1) {
      W.Nested = true;
      if (W.Because.empty())
        W.Because = std::move(Why);
    }
    std::optional<Width> Own = limitIn(Task);
    if (Own && Own->Is < Width::Kind::PerItem) {
      ++Limited;
      Limit = worse(std::move(Limit), std::move(*Own));
    }
  }
  if (W.Number > MaxTasks && Limited == G.Tasks.size() && Limited > 0)
    return Limit;
  if (W.Nested && Alike)
    W.Words = std::to_string(G.Tasks.size()) + " x " + std::to_string(Each) +
              " = " + std::to_string(W.Number);
  return W;
}

/// Times the gathers inside each task.
void Measure::multiply(Width &W, const Gather &G) {
  if (W.Is != Width::Kind::Number || (W.Number > MaxTasks && !W.Explicit))
    return;
  Reasons Why;
  uint64_t Each = 1;
  auto Look = [&](const Expr *Callable) {
    const FunctionDecl *Body =
        Callable ? F.ownBody(bodyOf(F, Callable)) : nullptr;
    if (Body && Open.try_emplace(Body, nullptr).second) {
      Each = std::max(Each, inside(Body->getBody(), Why));
      Open.erase(Body);
    }
  };
  Look(G.Callable);
  if (!G.Callable)
    for (const Source &From : elementsOf(F, G.Range).From) {
      Look(From.Callable);
      if (From.Made)
        Each = std::max(Each, inside(From.Made, Why));
    }
  if (Each == 1)
    return;
  W.Words = std::to_string(W.Number) + " x " + std::to_string(Each) + " = ";
  W.Number = llvm::SaturatingMultiply(W.Number, Each);
  W.Words += std::to_string(W.Number);
  W.Nested = true;
  W.Because.append(Why.begin(), Why.end());
}

Width Measure::of(const Gather &G) {
  Measured.insert(G.Site);
  Width W = G.Range ? ofRange(G) : fixed(G);
  Measured.erase(G.Site);
  return W;
}

Width Measure::ofRange(const Gather &G) {
  Width W =
      G.Callable ? mapped(G.Callable, count(G.Range, G.Length)) : container(G);
  if (G.Limit) {
    Bound Limit = boundOf(F, G.Limit, Names);
    if (Limit.Is == Bound::Kind::PerItem) {
      W.Because.push_back(
          {G.Limit->getExprLoc(),
           "the limit is as large as the input, one per " + Limit.Of});
    } else {
      Width Most = excused("it has a limit", {});
      if (Limit.isNumber()) {
        Most = fromBound(std::move(Limit));
        Most.Explicit = true;
      }
      W = smaller(std::move(Most), std::move(W));
    }
  }
  multiply(W, G);
  return W;
}

} // namespace

unsigned gravityOf(const Width &Many, unsigned MaxTasks, unsigned MaxBound) {
  switch (Many.Is) {
  case Width::Kind::PerItem:
    return 4;
  case Width::Kind::Number:
    return Many.Number > (Many.Explicit ? MaxBound : MaxTasks) ? 3 : 0;
  case Width::Kind::Unseen:
    return 2;
  case Width::Kind::Unknown:
    return 1;
  case Width::Kind::Excused:
    return 0;
  }
  return 0;
}

Width widthOf(Facts &F, const Gather &G, unsigned MaxTasks,
              const BoundNames &Names) {
  Width W = Measure(F, MaxTasks, Names).of(G);
  if (W.Words.empty())
    W.Words = std::to_string(W.Number);
  return W;
}

} // namespace tidepool
