// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Check.h"
#include "analysis/ExecutionContext.h"
#include "analysis/Gather.h"
#include "analysis/Magnitude.h"
#include "analysis/OpenMP.h"
#include "analysis/SpawnAdvice.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace tidepool {
namespace {

AST_MATCHER_P(Expr, isEagerCoroutine, Facts *, Unit) {
  return Unit->roles().ofEager(&Node) != nullptr;
}

class UnboundedSpawnInLoop : public Check<UnboundedSpawnInLoop> {
public:
  static constexpr std::string_view Roles[] = {"spawn"};
  static constexpr std::string_view CandidateRoles[] = {"spawn"};
  static constexpr OptionInfo Options[] = {
      {"MaxTasks", OptionType::Unsigned, "10",
       "how many tasks may run at once with no explicit bound"},
      {"MaxBound", OptionType::Unsigned, "100",
       "up to here an explicit bound counts: a limiter's capacity, a batch, a "
       "window, a refusal"},
      {"AcceptedConnections", OptionType::Choice, "threads",
       "which tasks per accepted connection are core: a thread each, or all, "
       "coroutines and pooled tasks included",
       "threads|all"},
      {"PooledTasks", OptionType::Choice, "requests",
       "which pooled tasks per item are core: none, those of a handler, "
       "coroutine, task or endless loop, or all",
       "off|requests|all"},
      {"AllowedBoundNames", OptionType::List, "",
       "names of numbers that are sized by choice, beside those that speak of "
       "threads, workers, cores or shards"},
  };
  static constexpr MessageInfo Messages[] = {
      {"per-item", Level::Core,
       "%0 is started %1, with nothing bounding how many run at once"},
      {"accepted-connection", Level::Core,
       "%0 is started %1: clients decide how many run at once"},
      {"fixed", Level::Core,
       "%0 is started %1 times; more than %2 at once need an explicit bound"},
      {"above-budget", Level::Core,
       "the bound lets %1 run at once, more than the budget of %2: %0 is "
       "started for each"},
      {"permit-freed-early", Level::Core,
       "%0 is started %1, and the permit is given back before it ends: the "
       "limiter bounds nothing"},
      {"permit-inside-task", Level::Core,
       "%0 is started %1; the permit that it takes bounds how many work, not "
       "how many are started"},
      {"pooled-per-request", Level::Core,
       "%0 is queued %1 in each run of this code, and nothing bounds how many "
       "wait in the pool"},
      {"pooled", Level::Strict,
       "%0 is queued %1, with nothing bounding how many wait in the pool"},
      {"task-per-connection", Level::Strict,
       "%0 is started %1: clients decide how many there are"},
      {"unknown-bound", Level::Strict,
       "%0 is started in a loop, and nothing here says how often it turns"},
  };
  static constexpr Identifier Identifiers[] = {
      {"CWE", "770", "Allocation of Resources Without Limits or Throttling"},
      {"CWE", "1050", "Excessive Platform Resource Consumption within a Loop"},
      {"C++ Core Guidelines", "CP.41",
       "Minimize thread creation and destruction"},
      {"C++ Core Guidelines", "CP.40", "Minimize context switching"},
      {"MISRA C:2012", "Dir 5.3", "There shall be no dynamic thread creation",
       /*Exact=*/false},
      {"SEI CERT Java", "TPS00-J",
       "Use thread pools to enable graceful degradation of service during "
       "traffic bursts",
       /*Exact=*/false},
  };
  static constexpr CheckInfo Info = {
      .Name = "tidepool-unbounded-spawn-in-loop",
      .Summary = "A loop that starts a task for each item with nothing "
                 "bounding how many run",
      .Roles = Roles,
      .CandidateRoles = CandidateRoles,
      .Options = Options,
      .Messages = Messages,
      .Fix = FixKind::Suggestion,
      .Since = "0.1",
      .Identifiers = Identifiers,
  };

  UnboundedSpawnInLoop(StringRef Name, tidy::ClangTidyContext *Context)
      : Check(Name, Context), MaxTasks(option<Budget>("MaxTasks")),
        MaxBound(option<Budget>("MaxBound")),
        AllConnections(option<StringRef>("AcceptedConnections") == "all"),
        PooledTasks(option<StringRef>("PooledTasks")),
        Names{option<std::vector<std::string>>("AllowedBoundNames")} {}

private:
  void addMatchers(MatchFinder &Finder) override {
    Finder.addMatcher(
        expr(anyOf(callExpr(), cxxConstructExpr()),
             anyOf(hasEntry(&facts()), isEagerCoroutine(&facts())))
            .bind("spawn"),
        this);
    Finder.addMatcher(ompExecutableDirective().bind("directive"), this);
  }

  void check(const MatchFinder::MatchResult &Result) override {
    if (const auto *Directive =
            Result.Nodes.getNodeAs<OMPExecutableDirective>("directive")) {
      if (std::optional<Spawn> Started = tasksOf(facts(), Directive))
        for (const Magnitude &Many :
             magnitudesOf(facts(), Directive, *Started, MaxTasks, Names))
          judgeLater(*Started, Many);
      return;
    }
    const auto *Site = Result.Nodes.getNodeAs<Expr>("spawn");
    std::optional<Spawn> Started = spawnAt(facts(), Site);
    if (!Started || letGoAsForwarded(Site))
      return;
    eachInstantiation(Site, [&] {
      for (const Magnitude &Many :
           magnitudesOf(facts(), *Started, MaxTasks, Names))
        if (Many.Place == Site || !isCalledByEager(*Started))
          judgeLater(*Started, Many);
    });
  }

  /// Of a coroutine that an eager one calls, the callers' loops start the outer
  /// one, which is asked there.
  bool isCalledByEager(const Spawn &Started) {
    const FunctionDecl *Caller = facts().functionOf(Started.Site);
    const Entry *Type =
        Caller ? facts().roles().ofType(Caller->getReturnType()) : nullptr;
    return Started.Eager && Type && Type->startsWhereReturned();
  }

  void judgeLater(const Spawn &Started, const Magnitude &Many) {
    keep(Many.Place->getBeginLoc(), gravityOf(Many, MaxTasks, MaxBound),
         [this, Started, Many] { judge(Started, Many); });
  }

  void judge(const Spawn &Started, const Magnitude &Many) {
    SourceLocation Place = Many.Place->getBeginLoc();
    // The call itself waits, throws or fails at a bound.
    if (Started.Role.WaitsForCapacity)
      return letGo(Place, false, "starting one waits for capacity");
    if (Started.Eager) {
      const auto *Inside = dyn_cast<Expr>(Many.Place);
      const Handle Kept =
          handleIn(facts(), Started, Inside ? Inside : Started.Site);
      if (Kept.Decl && isGathered(facts(), Kept.Decl))
        return letGo(Place, false, "what waits for all of them is asked");
      if (Kept.In == Handle::Place::Elsewhere)
        return letGo(Place, true, "what becomes of the coroutine is not seen");
    }
    switch (Many.Is) {
    case Magnitude::Kind::Sized:
      return letGo(Place, false, "the number is chosen, not the input's",
                   Many.Because);
    case Magnitude::Kind::Unknown:
      if (Many.Around && Many.Turns.Is == TripCount::Kind::Unknown &&
          Many.Around->Form != Loop::Kind::Goto && isThread(Started) &&
          shows("unknown-bound"))
        return tell("unknown-bound", Started, Many);
      return letGo(Place, true, "how many there are is not seen here",
                   Many.Because);
    case Magnitude::Kind::Number:
      return judgeNumber(Started, Many, Place);
    case Magnitude::Kind::Unbounded:
      return judgeUnbounded(Started, Many, Place);
    }
  }

  void judgeNumber(const Spawn &Started, const Magnitude &Many,
                   SourceLocation Place) {
    if (Many.Workers && isThread(Started))
      return letGo(Place, false, "these are the workers of a pool",
                   Many.Because);
    if (!gravityOf(Many, MaxTasks, MaxBound))
      return letGo(Place, false,
                   ("at most " + Twine(Many.Number) + " run at once").str(),
                   Many.Because);
    // A fixed number in a fixed pool waits its turn.
    if (isPooled(Started) && PooledTasks != "all")
      return letGo(Place, false, "a fixed number of tasks for a pool");
    if (Many.Explicit)
      return tell("above-budget", Started, Many, std::nullopt, MaxBound);
    tell("fixed", Started, Many,
         Many.Number > FewThreads ? Level::Core : Level::Strict, MaxTasks);
  }

  void judgeUnbounded(const Spawn &Started, const Magnitude &Many,
                      SourceLocation Place) {
    if (Many.Useless.Is == Limiter::Kind::FreedEarly)
      return tell("permit-freed-early", Started, Many);
    // Waiting inside costs a coroutine or a queued task next to nothing.
    if (Many.Useless.Is == Limiter::Kind::InsideTask && !isThread(Started))
      return letGo(Place, false, "the task itself takes a permit",
                   reasonsFor(Started, Many));
    if (Many.Useless.Is == Limiter::Kind::InsideTask)
      return tell("permit-inside-task", Started, Many);
    if (Many.Turns.Accepts && isThread(Started))
      return tell("accepted-connection", Started, Many);
    if (Many.Turns.Accepts)
      return tell("task-per-connection", Started, Many,
                  AllConnections ? Level::Core : Level::Strict);
    // A thread per configured peer is how it is done; the code does not tell.
    if (Many.LongLived)
      return tell("per-item", Started, Many, Level::Strict);
    const ExecutionContext Runs = contextOf(facts(), Many.Place);
    // Nor does it of what an object keeps, unless requests run the loop.
    if (!isPooled(Started))
      return tell("per-item", Started, Many,
                  (Many.OfKept && Runs != ExecutionContext::Handler) ||
                          mayEndAtOnce(Started)
                      ? Level::Strict
                      : Level::Core);
    if (PooledTasks == "off")
      return letGo(Place, false, "pooled tasks are not asked for",
                   reasonsFor(Started, Many));
    if (Many.Turns.Is == TripCount::Kind::Endless ||
        Runs == ExecutionContext::Handler ||
        Runs == ExecutionContext::Coroutine || Runs == ExecutionContext::Task)
      return tell("pooled-per-request", Started, Many);
    tell("pooled", Started, Many,
         PooledTasks == "all" ? Level::Core : Level::Strict);
  }

  /// A coroutine that runs once it is called, and nothing here says for how
  /// long.
  bool mayEndAtOnce(const Spawn &Started) {
    return Started.Eager && !suspends(facts(), Started);
  }

  static bool isThread(const Spawn &Started) {
    return Started.Role.Starts == SpawnRole::What::Thread;
  }
  static bool isPooled(const Spawn &Started) {
    return Started.Role.Starts == SpawnRole::What::Pooled;
  }

  template <typename... Args>
  void tell(MessageName<UnboundedSpawnInLoop> Id, const Spawn &Started,
            const Magnitude &Many, std::optional<Level> Override = std::nullopt,
            const Args &...More) {
    report(Id, Many.Place, reasonsFor(Started, Many), Override, Started.noun(),
           Many.Words, More...);
  }

  /// A fixed number up to here is somebody's choice, and a matter of opinion:
  /// in public code the 16 and 20 threads were demonstrations, the 200 and more
  /// were mistakes.
  static constexpr unsigned FewThreads = 32;

  const Budget MaxTasks;
  const Budget MaxBound;
  const bool AllConnections;
  const StringRef PooledTasks;
  const BoundNames Names;
};

const AddCheck<UnboundedSpawnInLoop> Add;

} // namespace
} // namespace tidepool
