// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Magnitude.h"
#include "Branch.h"
#include "Growth.h"
#include "TaskBody.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;

namespace tidepool {

namespace {

/// Code of this unit that calls or starts a function.
struct Caller {
  const Expr *Call;
  /// Set where the function runs as a task of its own.
  std::optional<Spawn> Starts;
};

class Climb {
public:
  Climb(Facts &F, unsigned MaxTasks, const BoundNames &Names)
      : F(F), MaxTasks(MaxTasks), Names(Names) {}

  std::vector<Magnitude> from(const Spawn &Started);

private:
  /// For the tasks that start this one: what is open further in stays open,
  /// so that a task that starts itself ends here.
  Climb(const Climb &Inner)
      : F(Inner.F), MaxTasks(Inner.MaxTasks), Names(Inner.Names),
        Open(Inner.Open), Tasks(Inner.Tasks + 1) {}

  void up(Magnitude Sofar, const Spawn &Started, const Expr *Inside,
          unsigned Depth);
  bool turn(Magnitude &Sofar, const Loop &L, const Spawn &Started,
            const Expr *Inside);
  bool comesBack(const CFGBlock *Site, const Expr *Inside, const Loop *L);
  bool outside(const CFGBlock *Block, const Loop &L);
  const Stmt *gotoLoopAround(const FunctionDecl *Function, const Expr *Inside);
  bool leavesAtOnce(const Loop &L, const Expr *Inside);
  void multiply(Magnitude &Sofar, uint64_t Factor);
  SmallVector<Caller, 4> callersOf(const FunctionDecl *Function);

  Facts &F;
  unsigned MaxTasks;
  const BoundNames &Names;
  llvm::SmallPtrSet<const FunctionDecl *, 8> Open;
  unsigned Tasks = 0;
  unsigned Steps = 0;
  /// What still bounds everything outside the loop where it was found.
  const ValueDecl *InForce = nullptr;
  std::vector<Magnitude> Found;
};

void Climb::multiply(Magnitude &Sofar, uint64_t Factor) {
  if (Factor == 1 && !Sofar.Words.empty())
    return;
  if (!Sofar.Words.empty())
    Sofar.Words = std::to_string(Factor) + " x " + Sofar.Words;
  else
    Sofar.Words = std::to_string(Factor);
  Sofar.Number =
      llvm::SaturatingMultiply(Sofar.Number, std::max<uint64_t>(Factor, 1));
}

/// Is the spawn never reached twice? Then the loop only looks for the
/// place to start from, and starts one.
bool Climb::leavesAtOnce(const Loop &L, const Expr *Inside) {
  if (L.Form == Loop::Kind::Algorithm)
    return false;
  const FunctionDecl *Function = F.functionOf(Inside);
  const CFGBlock *Site = Function ? F.blockOf(Function, Inside) : nullptr;
  return Site && !comesBack(Site, Inside, &L);
}

/// The goto that makes a loop around \p Inside without a loop statement.
const Stmt *Climb::gotoLoopAround(const FunctionDecl *Function,
                                  const Expr *Inside) {
  if (!Function || !Function->getBody())
    return nullptr;
  SmallVector<const Stmt *, 16> Queue = {Function->getBody()};
  const Stmt *Goto = nullptr;
  while (!Queue.empty() && !Goto) {
    const Stmt *S = Queue.pop_back_val();
    if (!S || isa<LambdaExpr>(S))
      continue;
    if (isa<GotoStmt, IndirectGotoStmt>(S))
      Goto = S;
    Queue.append(S->child_begin(), S->child_end());
  }
  const CFGBlock *Site = Goto ? F.blockOf(Function, Inside) : nullptr;
  return Site && comesBack(Site, Inside, nullptr) ? Goto : nullptr;
}

/// Has \p Block something to do that is no part of \p L?
bool Climb::outside(const CFGBlock *Block, const Loop &L) {
  if (const Stmt *Target = Block->getLoopTarget())
    return !contains(F, L.Statement, Target);
  if (const Stmt *Ends = Block->getTerminatorStmt();
      Ends && !contains(F, L.Statement, Ends))
    return true;
  for (const CFGElement &Element : *Block)
    if (std::optional<CFGStmt> S = Element.getAs<CFGStmt>())
      return !contains(F, L.Statement, S->getStmt());
  return false;
}

/// Is there a way from \p Site back to it, without leaving \p L if it is given,
/// once \p Inside has started something?
bool Climb::comesBack(const CFGBlock *Site, const Expr *Inside, const Loop *L) {
  SmallVector<const CFGBlock *, 16> Queue;
  llvm::SmallPtrSet<const CFGBlock *, 32> Seen;
  // `if (pthread_create(...) == 0) break;` comes back only where it failed.
  std::optional<bool> Way;
  QualType Result = Inside->getType();
  if (const Expr *Condition = Site->getLastCondition();
      Condition && isa<CallExpr>(Inside) && Result->isIntegerType() &&
      spawnAt(F, Inside)) {
    Branch Test = branchOn(F, F.functionOf(Inside), Inside,
                           /*ZeroIsSuccess=*/!Result->isBooleanType());
    if (contains(F, Condition, Test.At))
      Way = Test.SuccessIsTrue;
  }
  unsigned Edge = 0;
  for (const CFGBlock *Next : Site->succs()) {
    if (Next && (!Way || *Way == (Edge == 0)))
      Queue.push_back(Next);
    ++Edge;
  }
  while (!Queue.empty()) {
    const CFGBlock *Block = Queue.pop_back_val();
    if (Block == Site)
      return true;
    if (!Seen.insert(Block).second || (L && outside(Block, *L)))
      continue;
    for (const CFGBlock *Next : Block->succs())
      if (Next)
        Queue.push_back(Next);
  }
  return false;
}

/// One loop outwards. False where nothing further out can change the answer.
bool Climb::turn(Magnitude &Sofar, const Loop &L, const Spawn &Started,
                 const Expr *Inside) {
  if (!Sofar.Around) {
    Sofar.Around = L;
    Sofar.Place = Inside;
  }
  if (leavesAtOnce(L, Inside)) {
    Sofar.Because.push_back(
        {L.place(), "the loop is left once one has been started"});
    return true;
  }
  // A limiter found further in bounds this loop too, unless it is made anew in
  // each turn.
  if (InForce) {
    const auto *Local = dyn_cast<VarDecl>(InForce);
    if (!Local || !Local->isLocalVarDecl() || Local->isStaticLocal())
      return false;
    SourceManager &SM = F.context().getSourceManager();
    if (SM.isBeforeInTranslationUnit(
            SM.getExpansionLoc(Local->getLocation()),
            SM.getExpansionLoc(L.Statement->getBeginLoc())))
      return true;
    InForce = nullptr;
  }
  Limiter Limited = limiterInForce(F, &L, Started, Inside, Names);
  if (Limited.Is == Limiter::Kind::InForce &&
      Limited.Capacity.Is == Bound::Kind::PerItem) {
    Sofar.Because.append(Limited.Because.begin(), Limited.Because.end());
    Sofar.Because.push_back(
        {Limited.Decl ? Limited.Decl->getLocation() : L.place(),
         "the limit is as large as the input, one per " + Limited.Capacity.Of});
  } else if (Limited.Is == Limiter::Kind::InForce) {
    Sofar.Because.append(Limited.Because.begin(), Limited.Because.end());
    Sofar.Around = L;
    InForce = Limited.Decl;
    if (Limited.Capacity.isNumber()) {
      Sofar.Explicit = true;
      multiply(Sofar, Limited.Capacity.Number);
    } else if (Sofar.Is == Magnitude::Kind::Number) {
      // A limiter is there; that its capacity is not seen is no accusation.
      Sofar.Is = Magnitude::Kind::Sized;
    }
    return true;
  } else if (Limited.Is == Limiter::Kind::Unseen) {
    Sofar.Is = Magnitude::Kind::Unknown;
    Sofar.Because.append(Limited.Because.begin(), Limited.Because.end());
    return false;
  } else if (Limited.Is != Limiter::Kind::None &&
             Sofar.Useless.Is == Limiter::Kind::None) {
    Sofar.Useless = Limited;
  }

  Drain Waits = drainOf(F, L, Started, Inside, Names);
  if (Waits.Is != Drain::Kind::None)
    Sofar.Because.append(Waits.Because.begin(), Waits.Because.end());
  if (Waits.Is == Drain::Kind::EachTurn)
    return true;
  if (Waits.Is == Drain::Kind::Full && Waits.Limit.Is != Bound::Kind::PerItem) {
    Sofar.Around = L;
    if (Waits.Limit.isNumber()) {
      Sofar.Explicit = true;
      multiply(Sofar, Waits.Limit.Number);
    } else if (Sofar.Is == Magnitude::Kind::Number) {
      Sofar.Is = Magnitude::Kind::Sized;
    }
    return true;
  }
  if (Waits.Is == Drain::Kind::Unknown) {
    Sofar.Is = Magnitude::Kind::Unknown;
    return false;
  }

  TripCount Turns = tripCount(F, L, Inside, Names);
  // for (Worker &worker : workers) worker.start(): each holds its own thread,
  // and how many there are was chosen where they were made.
  if (Turns.Is == TripCount::Kind::PerItem && L.Variable && L.Range &&
      handleIn(F, Started, Inside).Owner == L.Variable &&
      Turns.Of == "element of " + nameOf(F, L.Range)) {
    Turns.Is = TripCount::Kind::Unknown;
    Turns.Because = {{L.Range->getExprLoc(),
                      "each element holds a task of its own; their number was "
                      "chosen where " +
                          nameOf(F, L.Range) + " was made"}};
  }
  // while (threads.size() < urls.size())
  if (Turns.Is == TripCount::Kind::Unknown &&
      Limited.Is == Limiter::Kind::InForce) {
    Turns.Is = TripCount::Kind::PerItem;
    Turns.Of = Limited.Capacity.Of;
  }
  Sofar.Because.append(Turns.Because.begin(), Turns.Because.end());
  // 64 x cores: the machine chooses, but not below the 64.
  if (Turns.Is == TripCount::Kind::Sized && !Turns.Number &&
      Turns.LeastPerCore > MaxTasks) {
    Turns.Is = TripCount::Kind::Number;
    Turns.Number = Turns.Least = Turns.LeastPerCore;
    Sofar.Because.push_back({L.place(), "this is " +
                                            std::to_string(Turns.Number) +
                                            " for each core of the machine"});
  }
  // A number of workers is the size of a pool.
  if (Turns.Number && Turns.Number == Turns.Least &&
      Turns.Is <= TripCount::Kind::Sized && isWorker(F, Started, Names))
    Sofar.Workers = true;
  // N workers over one queue: N was chosen, whatever it is called.
  if ((Turns.Is == TripCount::Kind::Unknown ||
       Turns.Is == TripCount::Kind::Number) &&
      L.Form != Loop::Kind::Goto && isWorkerLoop(F, taskBody(F, Started))) {
    Turns.Is = TripCount::Kind::Sized;
    Sofar.Because.push_back(
        {Started.Site->getExprLoc(),
         "each of them loops over shared work: these are workers"});
  }
  if (Turns.Is == TripCount::Kind::PerItem && !Turns.Accepts)
    if (std::optional<std::string> Why = longLived(F, Started, Names)) {
      Sofar.LongLived = true;
      Sofar.Because.push_back({Started.Site->getExprLoc(), *Why});
    }
  if (Turns.Is == TripCount::Kind::PerItem && !Turns.Accepts && Turns.In &&
      isKept(F, Turns.In) && !growsWithInput(F, Turns.In)) {
    Sofar.OfKept = true;
    Sofar.Because.push_back(
        {Turns.In->getExprLoc(),
         "nothing here says that the input decides how many are in " +
             nameOf(F, Turns.In)});
  }
  switch (Turns.Is) {
  case TripCount::Kind::Number:
    multiply(Sofar, Turns.Number);
    // A thousand times as many as cores is no chosen number any more.
    if (Sofar.Is == Magnitude::Kind::Sized && Turns.Number > MaxTasks)
      Sofar.Is = Magnitude::Kind::Number;
    if (Turns.Number > 1) {
      Sofar.Around = L;
      Sofar.Turns = Turns;
      Sofar.Place = Inside;
    }
    return true;
  case TripCount::Kind::Sized:
    if (Turns.Number) {
      // A constant that is named for workers is a bound that can be read.
      multiply(Sofar, Turns.Number);
      Sofar.Explicit = true;
    } else if (Sofar.Is == Magnitude::Kind::Number &&
               (Sofar.Explicit || Sofar.Number <= MaxTasks)) {
      Sofar.Is = Magnitude::Kind::Sized;
    }
    return true;
  case TripCount::Kind::Unknown:
    Sofar.Is = Magnitude::Kind::Unknown;
    Sofar.Turns = Turns;
    Sofar.Around = L;
    Sofar.Place = Inside;
    return true;
  case TripCount::Kind::PerItem:
  case TripCount::Kind::Endless:
    Sofar.Is = Magnitude::Kind::Unbounded;
    Sofar.Turns = Turns;
    Sofar.Around = L;
    Sofar.Place = Inside;
    Sofar.Words = "once per " + Turns.Of;
    if (Turns.Is == TripCount::Kind::Endless && Turns.Accepts)
      Sofar.Words += ", for ever";
    return false;
  }
  return false;
}

SmallVector<Caller, 4> Climb::callersOf(const FunctionDecl *Function) {
  SmallVector<Caller, 4> Callers;
  auto AddUse = [&](const Expr *Use) {
    const Stmt *Below = Use;
    for (const Stmt *Up = F.parentStmt(Use); Up && isa<Expr>(Up);
         Below = Up, Up = F.parentStmt(Up)) {
      const auto *E = cast<Expr>(Up);
      if (isConversion(E))
        continue; // a lambda that becomes a function pointer
      if (const auto *Call = dyn_cast<CallExpr>(E);
          Call &&
          (contains(F, Call->getCallee(), Use) ||
           (isa<CXXOperatorCallExpr>(Call) && Call->getNumArgs() > 0 &&
            Call->getArg(0) == Below &&
            cast<CXXOperatorCallExpr>(Call)->getOperator() == OO_Call))) {
        Callers.push_back({Call, std::nullopt});
        return;
      }
      if (std::optional<Spawn> Starts = spawnAt(F, E)) {
        if (Starts->Callable && contains(F, Starts->Callable, Use))
          Callers.push_back({E, Starts});
        return;
      }
      const Entry *Api = F.entry(E);
      if (Api && (Api->Iterates || Api->Calls)) {
        Callers.push_back({E, std::nullopt});
        return;
      }
      // Stored, wrapped or handed on: where it runs is not known here.
      if (isa<CallExpr>(E) && !(Api && Api->Passes))
        return;
    }
    // auto start = [&] { ... };
    if (const auto *Lambda = dyn_cast<LambdaExpr>(Use))
      for (const Stmt *Up = F.parentStmt(Lambda); Up; Up = F.parentStmt(Up))
        if (const auto *Declaration = dyn_cast<DeclStmt>(Up)) {
          const auto *Variable = dyn_cast<VarDecl>(*Declaration->decl_begin());
          if (!Variable || !Variable->getType()->getAsCXXRecordDecl() ||
              !Variable->getType()->getAsCXXRecordDecl()->isLambda())
            return;
          for (const Expr *Mention : F.mentionsOf(Variable)) {
            const Stmt *Call = F.userOf(Mention);
            if (const auto *Operator =
                    dyn_cast_or_null<CXXOperatorCallExpr>(Call);
                Operator && Operator->getOperator() == OO_Call &&
                rootOf(F, Operator->getArg(0)) == Variable)
              Callers.push_back({Operator, std::nullopt});
            else if (const auto *E = dyn_cast_or_null<Expr>(Call))
              if (std::optional<Spawn> Starts = spawnAt(F, E))
                Callers.push_back({E, Starts});
          }
          return;
        }
  };
  if (const LambdaExpr *Lambda = F.lambdaOf(Function)) {
    AddUse(Lambda);
    return Callers;
  }
  for (const Expr *Use : F.usesOf(Function)) {
    if (isa<CXXConstructExpr, CallExpr>(Use))
      Callers.push_back({Use, std::nullopt});
    else
      AddUse(Use);
  }
  return Callers;
}

void Climb::up(Magnitude Sofar, const Spawn &Started, const Expr *Inside,
               unsigned Depth) {
  // `static Service service;` runs once, whoever comes by.
  for (const Stmt *S = F.parentStmt(Inside); S; S = F.parentStmt(S))
    if (const auto *Declaration = dyn_cast<DeclStmt>(S))
      if (const auto *Variable = dyn_cast<VarDecl>(*Declaration->decl_begin());
          Variable && Variable->isStaticLocal()) {
        if (Sofar.Around)
          Found.push_back(std::move(Sofar));
        return;
      }
  const ValueDecl *OuterInForce = InForce;
  const FunctionDecl *Function = F.functionOf(Inside);
  bool Goes = true;
  for (const Stmt *S = F.parentStmt(Inside); S && Goes; S = F.parentStmt(S))
    if (std::optional<Loop> L = loopOf(F, S);
        L && L->Form != Loop::Kind::Algorithm && repeats(F, *L, Inside))
      Goes = turn(Sofar, *L, Started, Inside);

  if (!Sofar.Around && Depth == 0)
    if (const Stmt *Goto = gotoLoopAround(Function, Inside))
      Goes = turn(Sofar, {Loop::Kind::Goto, Goto}, Started, Inside);

  SmallVector<Caller, 4> Callers;
  if (Goes && Function && Depth < 4 && Open.insert(Function).second) {
    if (!InForce || !isa<VarDecl>(InForce) ||
        cast<VarDecl>(InForce)->isLocalVarDecl())
      Callers = callersOf(Function);
    // A permit taken in the helper itself, whoever calls it.
    if (!Callers.empty() && !InForce) {
      Limiter Own = limiterInForce(F, nullptr, Started, Inside, Names);
      if (Own.Is == Limiter::Kind::InForce &&
          Own.Capacity.Is != Bound::Kind::PerItem) {
        Sofar.Because.append(Own.Because.begin(), Own.Because.end());
        if (Own.Capacity.isNumber()) {
          Sofar.Explicit = true;
          multiply(Sofar, Own.Capacity.Number);
        } else {
          Sofar.Is = Magnitude::Kind::Sized;
        }
        Callers.clear();
      }
    }
    size_t Before = Found.size();
    for (const Caller &From : Callers) {
      // Code that calls itself in all directions has no number to find.
      if (++Steps > 256)
        break;
      Magnitude Next = Sofar;
      if (From.Starts) {
        // Tasks that start tasks multiply, but what is wrong with the outer
        // ones is said there.
        std::vector<Magnitude> Outer;
        if (Sofar.Around && Tasks < 4)
          Outer = Climb(*this).from(*From.Starts);
        for (const Magnitude &M : Outer)
          if (M.Is == Magnitude::Kind::Number && M.Number <= MaxTasks &&
              M.Number > 1) {
            Next = Sofar;
            multiply(Next, M.Number);
            Found.push_back(Next);
          }
        continue;
      }
      std::optional<Loop> Algorithm = loopOf(F, From.Call);
      if (Algorithm && Algorithm->Form == Loop::Kind::Algorithm) {
        // The algorithm's lambda: the spawn stays the place to change.
        if (!turn(Next, *Algorithm, Started, Inside)) {
          Found.push_back(std::move(Next));
          continue;
        }
        if (Next.Place == nullptr)
          Next.Place = Inside;
      } else if (!Next.Around) {
        Next.Because.push_back({Started.Site->getExprLoc(),
                                (Started.noun() + " is started here").str()});
      }
      up(std::move(Next), Started, From.Call, Depth + 1);
    }
    Open.erase(Function);
    InForce = OuterInForce;
    // Callers that add no loop say nothing new.
    if (Found.size() > Before)
      return;
  }
  InForce = OuterInForce;
  if (Sofar.Around)
    Found.push_back(std::move(Sofar));
}

std::vector<Magnitude> Climb::from(const Spawn &Started) {
  Magnitude One;
  One.Place = Started.Site;
  up(One, Started, Started.Site, 0);
  for (Magnitude &M : Found)
    if (M.Is == Magnitude::Kind::Number && StringRef(M.Words).contains(" x "))
      M.Words += " = " + std::to_string(M.Number);
  return std::move(Found);
}

} // namespace

unsigned gravityOf(const Magnitude &Many, unsigned MaxTasks,
                   unsigned MaxBound) {
  switch (Many.Is) {
  case Magnitude::Kind::Unbounded:
    return 3;
  case Magnitude::Kind::Number:
    return Many.Number > (Many.Explicit ? MaxBound : MaxTasks) ? 2 : 0;
  case Magnitude::Kind::Unknown:
    return 1;
  case Magnitude::Kind::Sized:
    return 0;
  }
  return 0;
}

std::vector<Magnitude> magnitudesOf(Facts &F, const Spawn &Started,
                                    unsigned MaxTasks,
                                    const BoundNames &Names) {
  return Climb(F, MaxTasks, Names).from(Started);
}

} // namespace tidepool
