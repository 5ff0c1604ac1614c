// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Check.h"
#include "analysis/ExecutionContext.h"
#include "analysis/Magnitude.h"
#include "analysis/OpenMP.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace tidepool {
namespace {

class UnboundedSpawnInLoop : public Check<UnboundedSpawnInLoop> {
public:
  static constexpr std::string_view Roles[] = {"spawn"};
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
      .Options = Options,
      .Messages = Messages,
      .Fix = FixKind::Suggestion,
      .Since = "0.1",
      .Identifiers = Identifiers,
  };

  UnboundedSpawnInLoop(StringRef Name, tidy::ClangTidyContext *Context)
      : Check(Name, Context), MaxTasks(option<unsigned>("MaxTasks")),
        MaxBound(option<unsigned>("MaxBound")),
        AllConnections(option<StringRef>("AcceptedConnections") == "all"),
        PooledTasks(option<StringRef>("PooledTasks")),
        Names{option<std::vector<std::string>>("AllowedBoundNames")} {}

private:
  void addMatchers(MatchFinder &Finder) override {
    Finder.addMatcher(
        expr(anyOf(callExpr(), cxxConstructExpr()), hasEntry(&facts()))
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
          keep(*Started, Many, false);
      return;
    }
    const auto *Site = Result.Nodes.getNodeAs<Expr>("spawn");
    std::optional<Spawn> Started = spawnAt(facts(), Site);
    if (!Started || !Asked.insert(Site).second)
      return;
    const auto Functions = facts().functionsOf(Site);
    for (const FunctionDecl *Function : Functions) {
      Facts::Look Here(facts(), Functions.size() > 1 ? Function : nullptr);
      const bool Pattern = Function && Function->isDependentContext();
      if (!Pattern)
        Told.insert(Site->getExprLoc());
      for (const Magnitude &Many :
           magnitudesOf(facts(), *Started, MaxTasks, Names))
        keep(*Started, Many, Pattern);
    }
  }

  struct Verdict {
    Spawn Started;
    Magnitude Many;
    bool Pattern;
  };

  /// A template is one place. Its instantiations tell more than its pattern,
  /// and the worst of them decides.
  void keep(const Spawn &Started, const Magnitude &Many, bool Pattern) {
    Verdict Next{Started, Many, Pattern};
    auto [Known, New] = Verdicts.insert({Many.Place->getBeginLoc(), Next});
    Verdict &Last = Known->second;
    const bool Worse =
        Last.Started.Site->getExprLoc() == Started.Site->getExprLoc() &&
        gravity(Many) > gravity(Last.Many);
    if (!Next.Pattern && (Last.Pattern || Worse))
      Last = std::move(Next);
  }

  unsigned gravity(const Magnitude &Many) const {
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

  void onEndOfTranslationUnit() override {
    for (const auto &[Place, Said] : Verdicts)
      if (!Said.Pattern || !Told.contains(Said.Started.Site->getExprLoc()))
        judge(Said.Started, Said.Many);
    Verdicts.clear();
  }

  void judge(const Spawn &Started, const Magnitude &Many) {
    SourceLocation Place = Many.Place->getBeginLoc();
    // The call itself waits, throws or fails at a bound.
    if (Started.Role.WaitsForCapacity)
      return letGo(Place, false, "starting one waits for capacity");
    switch (Many.Is) {
    case Magnitude::Kind::Sized:
      return letGo(Place, false, "the number is chosen, not the input's",
                   Many.Because);
    case Magnitude::Kind::Unknown:
      if (Many.Around && Many.Turns.Is == TripCount::Kind::Unknown &&
          Many.Around->Form != Loop::Kind::Goto &&
          Started.Role.Starts == SpawnRole::What::Thread &&
          shows("unknown-bound"))
        return report("unknown-bound", Many.Place, notes(Started, Many),
                      std::nullopt, Started.noun());
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
    if (Many.Workers && Started.Role.Starts == SpawnRole::What::Thread)
      return letGo(Place, false, "these are the workers of a pool",
                   Many.Because);
    if (Many.Number <= (Many.Explicit ? MaxBound : MaxTasks))
      return letGo(Place, false,
                   ("at most " + Twine(Many.Number) + " run at once").str(),
                   Many.Because);
    // A fixed number in a fixed pool waits its turn.
    if (Started.Role.Starts == SpawnRole::What::Pooled && PooledTasks != "all")
      return letGo(Place, false, "a fixed number of tasks for a pool");
    if (Many.Explicit)
      return report("above-budget", Many.Place, notes(Started, Many),
                    std::nullopt, Started.noun(), Many.Words, MaxBound);
    report("fixed", Many.Place, notes(Started, Many), std::nullopt,
           Started.noun(), Many.Words, MaxTasks);
  }

  void judgeUnbounded(const Spawn &Started, const Magnitude &Many,
                      SourceLocation Place) {
    const bool Thread = Started.Role.Starts == SpawnRole::What::Thread;
    Reasons Notes = notes(Started, Many);
    if (Many.Useless.Is == Limiter::Kind::FreedEarly)
      return report("permit-freed-early", Many.Place, Notes, std::nullopt,
                    Started.noun(), Many.Words);
    if (Many.Useless.Is == Limiter::Kind::InsideTask) {
      // Waiting inside costs a coroutine or a queued task next to nothing.
      if (!Thread)
        return letGo(Place, false, "the task itself takes a permit", Notes);
      return report("permit-inside-task", Many.Place, Notes, std::nullopt,
                    Started.noun(), Many.Words);
    }
    if (Many.Turns.Accepts) {
      if (Thread)
        return report("accepted-connection", Many.Place, Notes, std::nullopt,
                      Started.noun(), Many.Words);
      return report("task-per-connection", Many.Place, Notes,
                    AllConnections ? Level::Core : Level::Strict,
                    Started.noun(), Many.Words);
    }
    // A thread per configured peer is how it is done; the code does not tell.
    if (Many.LongLived)
      return report("per-item", Many.Place, Notes, Level::Strict,
                    Started.noun(), Many.Words);
    if (Started.Role.Starts != SpawnRole::What::Pooled)
      return report("per-item", Many.Place, Notes, std::nullopt, Started.noun(),
                    Many.Words);
    if (PooledTasks == "off")
      return letGo(Place, false, "pooled tasks are not asked for", Notes);
    const ExecutionContext Runs = contextOf(facts(), Many.Place);
    if (Many.Turns.Is == TripCount::Kind::Endless ||
        Runs == ExecutionContext::Handler ||
        Runs == ExecutionContext::Coroutine || Runs == ExecutionContext::Task)
      return report("pooled-per-request", Many.Place, Notes, std::nullopt,
                    Started.noun(), Many.Words);
    report("pooled", Many.Place, Notes,
           PooledTasks == "all" ? Level::Core : Level::Strict, Started.noun(),
           Many.Words);
  }

  /// The loop, the reasons, and last what to do.
  Reasons notes(const Spawn &Started, const Magnitude &Many) {
    Reasons Notes;
    if (Many.Around)
      Notes.push_back({Many.Around->place(), "in this loop"});
    Notes.append(Many.Because.begin(), Many.Because.end());
    Notes.append(Many.Useless.Because.begin(), Many.Useless.Because.end());
    SourceLocation Place = Many.Place->getBeginLoc();
    if (Many.Explicit)
      Notes.push_back({Place,
                       "lower the bound: some tasks a core for work that "
                       "waits, one a core for work that computes"});
    else if (Many.Useless.Is == Limiter::Kind::FreedEarly)
      Notes.push_back({Place, "let the task itself give the permit back, when "
                              "it ends"});
    else if (Many.Useless.Is == Limiter::Kind::InsideTask)
      Notes.push_back({Place, "take the permit before the start, and let the "
                              "task give it back"});
    else if (!Started.Api->Counterpart.empty())
      Notes.push_back({Place, "bound it with " + Started.Api->Counterpart});
    return Notes;
  }

  const unsigned MaxTasks;
  const unsigned MaxBound;
  const bool AllConnections;
  const StringRef PooledTasks;
  const BoundNames Names;
  llvm::DenseSet<const Expr *> Asked;
  llvm::DenseSet<SourceLocation> Told;
  llvm::MapVector<SourceLocation, Verdict> Verdicts;
};

const AddCheck<UnboundedSpawnInLoop> Add;

} // namespace
} // namespace tidepool
