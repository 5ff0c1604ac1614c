// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "OpenMP.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/OpenMPClause.h"
#include "clang/Basic/OpenMPKinds.h"
#include "llvm/ADT/SmallPtrSet.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;

namespace tidepool {

static const Entry &taskEntry() {
  static const Entry Task = [] {
    Entry E;
    E.Spawn = SpawnRole();
    E.Spawn->Starts = SpawnRole::What::Pooled;
    E.Counterpart = "a taskloop with num_tasks, or a taskgroup around each "
                    "batch";
    E.Library = "OpenMP";
    return E;
  }();
  return Task;
}

static bool startsTasks(const OMPExecutableDirective *D) {
  OpenMPDirectiveKind Kind = D->getDirectiveKind();
  return Kind == llvm::omp::OMPD_task || isOpenMPTaskLoopDirective(Kind);
}

/// Is nothing that was started inside \p D still running behind it?
static bool waitsAtItsEnd(const OMPExecutableDirective *D) {
  OpenMPDirectiveKind Kind = D->getDirectiveKind();
  if (isOpenMPParallelDirective(Kind) || isOpenMPTeamsDirective(Kind) ||
      isOpenMPTargetExecutionDirective(Kind))
    return true;
  if (isOpenMPTaskLoopDirective(Kind))
    return !D->hasClausesOfKind<OMPNogroupClause>();
  if (isOpenMPWorksharingDirective(Kind))
    return !D->hasClausesOfKind<OMPNowaitClause>();
  return Kind == llvm::omp::OMPD_taskgroup;
}

/// The code that \p D is written before; null where it has none.
static const Stmt *bodyOf(const OMPExecutableDirective *D) {
  if (!D->hasAssociatedStmt() || !D->getAssociatedStmt())
    return nullptr;
  const Stmt *Body = D->getAssociatedStmt();
  while (const auto *Captured = dyn_cast_or_null<CapturedStmt>(Body))
    Body = Captured->getCapturedStmt();
  return Body;
}

/// The condition of the clause that can run a task at once; null if there is
/// none. \p Deferred is the value with which it is queued all the same.
static const Expr *conditionOf(const OMPExecutableDirective *D,
                               bool &Deferred) {
  for (const OMPIfClause *If : D->getClausesOfKind<OMPIfClause>()) {
    Deferred = true;
    return If->getCondition();
  }
  for (const OMPFinalClause *Final : D->getClausesOfKind<OMPFinalClause>()) {
    Deferred = false;
    return Final->getCondition();
  }
  return nullptr;
}

std::optional<Spawn> tasksOf(Facts &F, const OMPExecutableDirective *D) {
  if (!startsTasks(D))
    return std::nullopt;
  const FunctionDecl *Function = F.functionOf(D);
  const Stmt *Body = bodyOf(D);
  if (!Function || Function->isDependentContext() || !Body)
    return std::nullopt;
  // A taskloop makes some tasks a thread of the team, unless it is told how
  // many.
  if (isOpenMPTaskLoopDirective(D->getDirectiveKind()) &&
      !D->hasClausesOfKind<OMPGrainsizeClause>() &&
      !D->hasClausesOfKind<OMPNumTasksClause>())
    return std::nullopt;
  bool Deferred = true, Value = true;
  if (const Expr *Condition = conditionOf(D, Deferred))
    if (!Condition->isValueDependent() &&
        Condition->EvaluateAsBooleanCondition(Value, F.context()) &&
        Value != Deferred)
      return std::nullopt;
  SmallVector<const Expr *, 4> Parts =
      expressionsIn(Body, false, [](const Expr *) { return true; });
  if (Parts.empty())
    return std::nullopt;
  const Entry &Api = taskEntry();
  return Spawn{Parts.front(), &Api, *Api.Spawn, nullptr, {}};
}

namespace {

class Regions {
public:
  Regions(Facts &F, const OMPExecutableDirective *D, const Spawn &Started,
          unsigned MaxTasks, const BoundNames &Names)
      : F(F), Directive(D), Started(Started), MaxTasks(MaxTasks), Names(Names) {
  }

  std::vector<Magnitude> answer();

private:
  void up(Magnitude Sofar, const Stmt *Inside, unsigned Depth);
  bool turn(Magnitude &Sofar, const Loop &L, const Stmt *Inside);
  bool limited(Magnitude &Sofar, const Loop &L, const Stmt *Inside);
  Drain drained(const Loop &L, const Stmt *Inside);
  bool cutOff(Magnitude &Sofar);
  bool chunked(Magnitude &Sofar);
  static void multiply(Magnitude &Sofar, uint64_t Factor);
  static void count(Magnitude &Sofar, const Bound &Most);
  SmallVector<const Expr *, 4> callersOf(const FunctionDecl *Function);

  Facts &F;
  const OMPExecutableDirective *Directive;
  const Spawn &Started;
  unsigned MaxTasks;
  const BoundNames &Names;
  llvm::SmallPtrSet<const FunctionDecl *, 8> Open;
  unsigned Steps = 0;
  std::vector<Magnitude> Found;
};

void Regions::multiply(Magnitude &Sofar, uint64_t Factor) {
  Sofar.Number =
      llvm::SaturatingMultiply(Sofar.Number, std::max<uint64_t>(Factor, 1));
  Sofar.Words = std::to_string(Sofar.Number);
}

/// What is bounded by something that was put there for it.
void Regions::count(Magnitude &Sofar, const Bound &Most) {
  if (Most.isNumber()) {
    Sofar.Explicit = true;
    multiply(Sofar, Most.Number);
  } else if (Sofar.Is == Magnitude::Kind::Number) {
    Sofar.Is = Magnitude::Kind::Sized;
  }
}

/// A permit or a refusal before each task.
bool Regions::limited(Magnitude &Sofar, const Loop &L, const Stmt *Inside) {
  const Expr *Site =
      Inside == Directive ? Started.Site : dyn_cast<Expr>(Inside);
  if (!Site)
    return false;
  Limiter Limited = limiterInForce(F, &L, Started, Site, Names);
  // The task's end is no lambda's, so ask here who gives the permit back.
  bool InTask =
      Limited.Decl &&
      llvm::any_of(F.mentionsOf(Limited.Decl), [&](const Expr *Mention) {
        return contains(F, Directive, Mention);
      });
  if (Limited.Is == Limiter::Kind::FreedEarly && !InTask) {
    Sofar.Useless = Limited;
    return false;
  }
  if (Limited.Is == Limiter::Kind::None ||
      Limited.Capacity.Is == Bound::Kind::PerItem)
    return false;
  Sofar.Because.append(Limited.Because.begin(), Limited.Because.end());
  Sofar.Around = L;
  count(Sofar, Limited.Capacity);
  return true;
}

/// The taskwaits and barriers below \p S, but not those of other tasks.
static void waitsIn(const Stmt *S, SmallVectorImpl<const Stmt *> &Into) {
  if (!S || isa<LambdaExpr>(S))
    return;
  if (const auto *D = dyn_cast<OMPExecutableDirective>(S)) {
    if (isa<OMPTaskwaitDirective, OMPBarrierDirective>(D))
      Into.push_back(D);
    else if (!startsTasks(D))
      waitsIn(bodyOf(D), Into);
    return;
  }
  for (const Stmt *Child : S->children())
    waitsIn(Child, Into);
}

Drain Regions::drained(const Loop &L, const Stmt *Inside) {
  SmallVector<const Stmt *, 4> Waits;
  waitsIn(L.Body, Waits);
  if (Waits.empty())
    return {};
  const Stmt *Wait = Waits.front();
  for (const Stmt *Up = F.parentStmt(Wait); Up && Up != L.Statement;
       Up = F.parentStmt(Up)) {
    const auto *If = dyn_cast<IfStmt>(Up);
    if (!If || contains(F, If, Inside))
      continue;
    for (const Expr *E :
         expressionsIn(If->getCond(), false, [](const Expr *Part) {
           const auto *Compare = dyn_cast<BinaryOperator>(Part);
           return Compare && Compare->isComparisonOp();
         })) {
      const auto *Compare = cast<BinaryOperator>(E);
      std::optional<Bound> Limit = batchLimit(F, Compare, Names);
      if (!Limit)
        continue;
      return {Drain::Kind::Full,
              *Limit,
              {{Wait->getBeginLoc(), "waits here once the batch is full"}}};
    }
    return {Drain::Kind::Unknown,
            {},
            {{Wait->getBeginLoc(),
              "the tasks are waited for here, under a condition that does not "
              "tell how many are in flight"}}};
  }
  return {Drain::Kind::EachTurn,
          {},
          {{Wait->getBeginLoc(), "what a turn starts is waited for here"}}};
}

/// One loop outwards. False where nothing further out can change the answer.
bool Regions::turn(Magnitude &Sofar, const Loop &L, const Stmt *Inside) {
  if (!Sofar.Around) {
    Sofar.Around = L;
    Sofar.Place = Inside;
  }
  if (limited(Sofar, L, Inside))
    return false;
  Drain Waits = drained(L, Inside);
  Sofar.Because.append(Waits.Because.begin(), Waits.Because.end());
  if (Waits.Is == Drain::Kind::EachTurn)
    return true;
  if (Waits.Is == Drain::Kind::Full && Waits.Limit.Is != Bound::Kind::PerItem) {
    Sofar.Around = L;
    count(Sofar, Waits.Limit);
    return true;
  }
  if (Waits.Is == Drain::Kind::Unknown) {
    Sofar.Is = Magnitude::Kind::Unknown;
    return false;
  }
  TripCount Turns = tripCount(F, L, dyn_cast<Expr>(Inside), Names);
  Sofar.Because.append(Turns.Because.begin(), Turns.Because.end());
  if (Turns.Is == TripCount::Kind::Number && Turns.Number <= 1)
    return true;
  Sofar.Around = L;
  Sofar.Place = Inside;
  Sofar.Turns = Turns;
  switch (Turns.Is) {
  case TripCount::Kind::Number:
    multiply(Sofar, Turns.Number);
    if (Sofar.Is == Magnitude::Kind::Sized && Turns.Number > MaxTasks)
      Sofar.Is = Magnitude::Kind::Number;
    return true;
  case TripCount::Kind::Sized:
    count(Sofar, {Turns.Number ? Bound::Kind::Number : Bound::Kind::Sized,
                  Turns.Number,
                  "",
                  {}});
    return true;
  case TripCount::Kind::Unknown:
    Sofar.Is = Magnitude::Kind::Unknown;
    return true;
  case TripCount::Kind::PerItem:
  case TripCount::Kind::Endless:
    Sofar.Is = Magnitude::Kind::Unbounded;
    Sofar.Words = "once per " + Turns.Of;
    return false;
  }
  return false;
}

/// In code that calls itself: are there no more tasks past some depth, by a
/// clause of the task's own or by an if around it?
bool Regions::cutOff(Magnitude &Sofar) {
  bool Deferred;
  if (const Expr *Condition = conditionOf(Directive, Deferred)) {
    bool Value;
    // A constant that lets all of them be queued cuts nothing off.
    if (!Condition->EvaluateAsBooleanCondition(Value, F.context())) {
      Sofar.Because.push_back({Condition->getExprLoc(),
                               "past this condition a task is run at once"});
      return true;
    }
  }
  const FunctionDecl *Function = F.functionOf(Directive);
  if (llvm::none_of(F.usesOf(Function), [&](const Expr *Use) {
        return contains(F, Function->getBody(), Use);
      }))
    return false;
  for (const Stmt *Up = F.parentStmt(Directive); Up; Up = F.parentStmt(Up)) {
    const auto *If = dyn_cast<IfStmt>(Up);
    if (!If)
      continue;
    for (const Expr *E :
         expressionsIn(If->getCond(), false, [](const Expr *Part) {
           const auto *Compare = dyn_cast<BinaryOperator>(Part);
           return Compare && Compare->isRelationalOp();
         })) {
      const auto *Compare = cast<BinaryOperator>(E);
      auto IsDepth = [&](const Expr *Side) {
        const auto *Parameter = dyn_cast_or_null<ParmVarDecl>(rootOf(F, Side));
        return Parameter && Parameter->getType()->isIntegerType();
      };
      const Expr *Limit = IsDepth(Compare->getLHS())   ? Compare->getRHS()
                          : IsDepth(Compare->getRHS()) ? Compare->getLHS()
                                                       : nullptr;
      if (!Limit || boundOf(F, Limit, Names).Is >= Bound::Kind::Unknown)
        continue;
      Sofar.Because.push_back(
          {Compare->getExprLoc(), "past this depth no more tasks are started"});
      return true;
    }
  }
  return false;
}

/// The tasks of a taskloop itself. False where it waits for them.
bool Regions::chunked(Magnitude &Sofar) {
  std::optional<Loop> L = loopOf(F, bodyOf(Directive));
  if (!L) {
    Sofar.Is = Magnitude::Kind::Unknown;
    return false;
  }
  Sofar.Around = L;
  Bound Most;
  if (const auto *Tasks = Directive->getSingleClause<OMPNumTasksClause>()) {
    Most = boundOf(F, Tasks->getNumTasks(), Names);
  } else {
    const auto *Grain = Directive->getSingleClause<OMPGrainsizeClause>();
    Bound Size = boundOf(F, Grain->getGrainsize(), Names);
    // A grain that was chosen is a batch; of one item each it is none.
    Most.Is = Bound::Kind::Sized;
    if (Size.isNumber() && Size.Number <= 1) {
      Sofar.Turns = tripCount(F, *L, nullptr, Names);
      Most = {Bound::Kind::PerItem, 0, Sofar.Turns.Of, {}};
      if (!Sofar.Turns.unbounded())
        Most.Is = Bound::Kind::Unknown;
    }
  }
  if (Most.Is == Bound::Kind::PerItem) {
    Sofar.Is = Magnitude::Kind::Unbounded;
    Sofar.Words = "once per " + Most.Of;
    Sofar.Turns.Is = TripCount::Kind::PerItem;
  } else if (Most.Is == Bound::Kind::Unknown) {
    Sofar.Is = Magnitude::Kind::Unknown;
  } else {
    count(Sofar, Most);
  }
  return Sofar.Is != Magnitude::Kind::Unbounded && !waitsAtItsEnd(Directive);
}

/// Calls of \p Function by its name, and the algorithm that a lambda is for.
SmallVector<const Expr *, 4> Regions::callersOf(const FunctionDecl *Function) {
  SmallVector<const Expr *, 4> Callers;
  if (const LambdaExpr *Lambda = F.lambdaOf(Function)) {
    for (const Stmt *Up = F.parentStmt(Lambda); isa_and_nonnull<Expr>(Up);
         Up = F.parentStmt(Up))
      if (std::optional<Loop> L = loopOf(F, Up)) {
        Callers.push_back(cast<Expr>(Up));
        break;
      }
    return Callers;
  }
  for (const Expr *Use : F.usesOf(Function)) {
    const Stmt *User = F.userOf(Use);
    if (const auto *Call = dyn_cast_or_null<CallExpr>(User);
        Call && contains(F, Call->getCallee(), Use))
      Callers.push_back(Call);
  }
  return Callers;
}

void Regions::up(Magnitude Sofar, const Stmt *Inside, unsigned Depth) {
  bool Goes = true;
  for (const Stmt *S = F.parentStmt(Inside); S && Goes; S = F.parentStmt(S)) {
    if (const auto *Region = dyn_cast<OMPExecutableDirective>(S))
      // What is wrong with a task around this one is said there.
      Goes = !startsTasks(Region) && !waitsAtItsEnd(Region);
    else if (std::optional<Loop> L = loopOf(F, S);
             L && L->Form != Loop::Kind::Algorithm && repeats(F, *L, Inside))
      Goes = turn(Sofar, *L, Inside);
  }
  const FunctionDecl *Function = F.functionOf(Inside);
  size_t Before = Found.size();
  if (Goes && Function && Depth < 4 && Open.insert(Function).second) {
    for (const Expr *Call : callersOf(Function)) {
      if (++Steps > 64)
        break;
      Magnitude Next = Sofar;
      std::optional<Loop> Algorithm = loopOf(F, Call);
      if (Algorithm && !turn(Next, *Algorithm, Inside)) {
        Found.push_back(std::move(Next));
        continue;
      }
      if (!Algorithm && !Next.Around)
        Next.Because.push_back(
            {Directive->getBeginLoc(), "a pooled task is started here"});
      up(std::move(Next), Call, Depth + 1);
    }
    Open.erase(Function);
  }
  // Callers that add no loop say nothing new.
  if (Sofar.Around && Found.size() == Before)
    Found.push_back(std::move(Sofar));
}

std::vector<Magnitude> Regions::answer() {
  Magnitude One;
  One.Place = Directive;
  if (cutOff(One)) {
    One.Is = Magnitude::Kind::Sized;
    return {std::move(One)};
  }
  if (isOpenMPTaskLoopDirective(Directive->getDirectiveKind()) && !chunked(One))
    return {std::move(One)};
  up(std::move(One), Directive, 0);
  return std::move(Found);
}

} // namespace

std::vector<Magnitude> magnitudesOf(Facts &F, const OMPExecutableDirective *D,
                                    const Spawn &Started, unsigned MaxTasks,
                                    const BoundNames &Names) {
  return Regions(F, D, Started, MaxTasks, Names).answer();
}

const Expr *teamSizeOf(const OMPExecutableDirective *Directive) {
  for (const OMPNumThreadsClause *Clause :
       Directive->getClausesOfKind<OMPNumThreadsClause>()) {
    const Expr *Size = Clause->getNumThreads();
    return Size && !Size->isValueDependent() ? Size : nullptr;
  }
  return nullptr;
}

} // namespace tidepool
