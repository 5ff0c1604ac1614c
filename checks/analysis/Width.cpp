// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Width.h"
#include "Elements.h"
#include "Magnitude.h"
#include "Permit.h"
#include "TaskBody.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
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

  Bound rangeCount(const Gather &G);
  Width fixed(const Gather &G);
  Width mapped(const Gather &G, const Expr *Callable, Bound Count);
  Width container(const Gather &G);
  Width made(const Gather &G, const Source &From);
  Width turns(const Magnitude &Many);
  std::optional<Width> limitIn(const Stmt *S, unsigned Depth = 0);
  Width limited(const Expr *Permit, const ValueDecl *Limiter);
  bool startsOneByOne(const Expr *Made);
  uint64_t inside(const Stmt *S, Reasons &Because, unsigned Depth = 0);
  const FunctionDecl *calledBy(const Expr *Task);
  void multiply(Width &W, const Gather &G);

  Facts &F;
  unsigned MaxTasks;
  const BoundNames &Names;
  /// The functions that are being looked into.
  llvm::SmallPtrSet<const FunctionDecl *, 8> Open;
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
  if (Left.Is == Width::Kind::Number && Right.Is == Left.Is)
    return Left.Number < Right.Number ? Right : Left;
  return Left.Is < Right.Is ? Right : Left;
}

/// The function of this unit whose body \p Task runs; null for others.
const FunctionDecl *Measure::calledBy(const Expr *Task) {
  const auto *Call = dyn_cast<CallExpr>(plain(F, Task));
  return Call ? F.ownBody(Call->getDirectCallee()) : nullptr;
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
      // One made by the task itself counts only itself.
      const auto *Local = dyn_cast_or_null<VarDecl>(Limiter);
      if (limitsNothing(F, Limiter) ||
          (Local && Local->isLocalVarDecl() && !Local->isStaticLocal() &&
           llvm::any_of(Open, [&](const FunctionDecl *Function) {
             return Local->getDeclContext() == cast<DeclContext>(Function);
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
    if (Depth < 4 && Callee && Open.insert(Callee).second) {
      std::optional<Width> Deeper = limitIn(Callee->getBody(), Depth + 1);
      Open.erase(Callee);
      if (Deeper)
        return Deeper;
    }
  }
  return Unseen;
}

/// Is \p Made, or what the helper called by it returns, started by an API of
/// its own in a loop? Then the fan-out is found and judged there.
bool Measure::startsOneByOne(const Expr *Made) {
  SmallVector<const Expr *, 4> Parts =
      expressionsIn(Made, /*Lambdas=*/false,
                    [&](const Expr *E) { return spawnAt(F, E).has_value(); });
  if (const FunctionDecl *Helper = calledBy(Made);
      Helper && !isa<CoroutineBodyStmt>(Helper->getBody()))
    Parts.append(
        expressionsIn(Helper->getBody(), /*Lambdas=*/false, [&](const Expr *E) {
          return spawnAt(F, E).has_value();
        }));
  return llvm::any_of(Parts, [&](const Expr *E) {
    return !magnitudesOf(F, *spawnAt(F, E), MaxTasks, Names).empty();
  });
}

Bound Measure::rangeCount(const Gather &G) {
  if (G.Length)
    return betterOf(boundOf(F, G.Length, Names), countOf(F, G.Range, Names));
  return countOf(F, G.Range, Names);
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
    break;
  }
  return W;
}

Width Measure::made(const Gather &G, const Source &From) {
  if (From.Callable) {
    Bound Count = countOf(F, From.Range, Names);
    return mapped(G, From.Callable, std::move(Count));
  }
  if (startsOneByOne(From.Made))
    return excused("its tasks are started one by one, which is judged there",
                   {{From.Made->getExprLoc(), "each task is started here"}});
  if (std::optional<Width> Limit = limitIn(From.Made))
    return *Limit;
  Spawn Task{From.Made, G.Api, {}, From.Made, {}};
  Task.Role.Starts = G.Role.Starts;
  Task.Role.Handle.In = ObjectPlace::Kind::Result;
  Width W;
  for (const Magnitude &Many : magnitudesOf(F, Task, MaxTasks, Names))
    W = worse(std::move(W), turns(Many));
  if (W.Is != Width::Kind::Number)
    W.Because.insert(W.Because.begin(),
                     {From.Made->getExprLoc(), "each task is made here"});
  return W;
}

/// \p Callable makes, or is, a task for each of \p Count elements.
Width Measure::mapped(const Gather &G, const Expr *Callable, Bound Count) {
  const FunctionDecl *Body = bodyOf(F, Callable);
  if (Body && F.ownBody(Body)) {
    Open.insert(Body);
    std::optional<Width> Limit = limitIn(Body->getBody());
    Open.erase(Body);
    if (Limit && Limit->Is == Width::Kind::Number && Count.isNumber())
      Limit->Number = std::min(Limit->Number, Count.Number);
    if (Limit)
      return *Limit;
    // N workers over one queue: N was chosen, whatever it is called.
    if (Count.Is != Bound::Kind::PerItem && isWorkerLoop(F, Body))
      return excused("each of them loops over shared work");
  }
  return fromBound(std::move(Count));
}

Width Measure::container(const Gather &G) {
  Bound Count = rangeCount(G);
  if (Count.Is == Bound::Kind::Sized)
    return fromBound(std::move(Count));
  Elements All = elementsOf(F, G.Range);
  std::optional<Width> Worst;
  for (const Source &From : All.From) {
    Width Next = made(G, From);
    Worst = Worst ? worse(std::move(*Worst), std::move(Next)) : std::move(Next);
  }
  if (Count.isNumber()) {
    if (Worst && Worst->Is == Width::Kind::Excused)
      return *Worst;
    if (Worst && Worst->Is == Width::Kind::Number && Worst->Explicit &&
        Worst->Number < Count.Number)
      return *Worst;
    Width W = fromBound(std::move(Count));
    W.Explicit = G.Length != nullptr || isa<CallExpr>(plain(F, G.Range));
    return W;
  }
  if (!Worst) {
    Width W;
    W.Is = Width::Kind::Unseen;
    W.Because = {{G.Range->getExprLoc(), "what makes the elements of " +
                                             nameOf(F, G.Range) +
                                             " is not in view"}};
    return W;
  }
  // One of them is put in here, but who knows how often.
  if (Worst->Is == Width::Kind::Number && !Worst->Explicit) {
    Worst->Is = Width::Kind::Unseen;
    Worst->Because = {
        {G.Range->getExprLoc(),
         "nothing here says how many are in " + nameOf(F, G.Range)}};
  }
  return *Worst;
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
      if (gatherAround(F, *G))
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
      if (Depth < 4 && Callee && Open.insert(Callee).second) {
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
    const FunctionDecl *Body = Callable ? bodyOf(F, Callable) : nullptr;
    if (Body && F.ownBody(Body) && Open.insert(Body).second) {
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
  if (!G.Range)
    return fixed(G);
  Width W;
  Reasons Wide;
  if (G.Limit) {
    Bound Limit = boundOf(F, G.Limit, Names);
    if (Limit.Is == Bound::Kind::PerItem) {
      Wide.push_back(
          {G.Limit->getExprLoc(),
           "the limit is as large as the input, one per " + Limit.Of});
    } else {
      if (!Limit.isNumber())
        return excused("it has a limit", std::move(Limit.Because));
      Bound Count = rangeCount(G);
      W = fromBound(betterOf(std::move(Limit), Count));
      W.Explicit = true;
      multiply(W, G);
      return W;
    }
  }
  W = G.Callable ? mapped(G, G.Callable, rangeCount(G)) : container(G);
  W.Because.append(Wide.begin(), Wide.end());
  multiply(W, G);
  return W;
}

} // namespace

Width widthOf(Facts &F, const Gather &G, unsigned MaxTasks,
              const BoundNames &Names) {
  Width W = Measure(F, MaxTasks, Names).of(G);
  if (W.Words.empty())
    W.Words = std::to_string(W.Number);
  return W;
}

} // namespace tidepool
