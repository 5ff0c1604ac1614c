// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Check.h"
#include "analysis/Forwarded.h"
#include "analysis/Gather.h"
#include "analysis/WaitByDesign.h"
#include "analysis/Width.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace tidepool {
namespace {

class UnlimitedGather : public Check<UnlimitedGather> {
public:
  static constexpr std::string_view Roles[] = {"gather", "limiter", "spawn"};
  static constexpr std::string_view CandidateRoles[] = {"gather"};
  static constexpr OptionInfo Options[] = {
      {"MaxTasks", OptionType::Unsigned, "10",
       "how many tasks may run at once with no explicit bound"},
      {"MaxBound", OptionType::Unsigned, "100",
       "up to here an explicit bound counts: a gather's own limit, a limiter's "
       "capacity, a batch, a cut range"},
      {"AllowedBoundNames", OptionType::List, "",
       "names of numbers that are sized by choice, beside those that speak of "
       "threads, workers, cores or shards"},
  };
  static constexpr MessageInfo Messages[] = {
      {"dynamic", Level::Core,
       "'%0' waits for a task per %1, all started at once with nothing "
       "bounding how many run"},
      {"fixed", Level::Core,
       "'%0' waits for %1 tasks, all started at once; more than %2 need an "
       "explicit bound"},
      {"nested", Level::Core,
       "'%0' and the gathers inside its tasks wait for %1 tasks at once; more "
       "than %2 need an explicit bound"},
      {"above-budget", Level::Core,
       "'%0' lets %1 tasks run at once, more than the budget of %2"},
      {"unknown-range", Level::Strict,
       "'%0' waits for all of %1 at once, and nothing here says how many there "
       "are"},
  };
  static constexpr Identifier Identifiers[] = {
      {"CWE", "770", "Allocation of Resources Without Limits or Throttling"},
      {"C++ Core Guidelines", "CP.40", "Minimize context switching",
       /*Exact=*/false},
  };
  static constexpr CheckInfo Info = {
      .Name = "tidepool-unlimited-gather",
      .Summary = "A wait for many tasks at once with nothing bounding how many "
                 "run",
      .Roles = Roles,
      .CandidateRoles = CandidateRoles,
      .Options = Options,
      .Messages = Messages,
      .Fix = FixKind::Suggestion,
      .Since = "0.1",
      .Identifiers = Identifiers,
  };

  UnlimitedGather(StringRef Name, tidy::ClangTidyContext *Context)
      : Check(Name, Context), MaxTasks(option<Budget>("MaxTasks")),
        MaxBound(option<Budget>("MaxBound")),
        Names{option<std::vector<std::string>>("AllowedBoundNames")} {}

private:
  void addMatchers(MatchFinder &Finder) override {
    Finder.addMatcher(
        expr(anyOf(callExpr(), cxxConstructExpr()), hasEntry(&facts()))
            .bind("gather"),
        this);
  }

  void check(const MatchFinder::MatchResult &Result) override {
    const auto *Site = Result.Nodes.getNodeAs<Expr>("gather");
    std::optional<Gather> Waits = gatherAt(facts(), Site);
    if (!Waits || letGoAsForwarded(Site))
      return;
    eachInstantiation(Site, [&] {
      const Width Many = widthOf(facts(), *Waits, MaxTasks, Names);
      // Of `a && b` the begin is that of `a`.
      keep(Site->getExprLoc(), gravityOf(Many, MaxTasks, MaxBound),
           [this, Waits, Many] { judge(*Waits, Many); });
    });
  }

  void judge(const Gather &Waits, const Width &Many) {
    const Expr *Site = Waits.Site;
    SourceLocation Place = Site->getBeginLoc();
    const FunctionDecl *Function = facts().functionOf(Site);
    if (Function && isGather(facts(), Function))
      return letGo(Place, false, "the callers of this gather are asked");
    // Closing all that is open, once, at the end.
    if (std::optional<std::string> Cleans = cleansUp(facts(), Site))
      return letGo(Place, false, *Cleans);
    const Entry &Api = *Waits.Api;
    const std::string Name = Api.Constructor ? Api.Class : Api.spelling();
    switch (Many.Is) {
    case Width::Kind::Excused:
      return letGo(Place, false, Many.Why, Many.Because);
    case Width::Kind::Unknown:
      return letGo(Place, true, Many.Why, Many.Because);
    case Width::Kind::Unseen:
      return report("unknown-range", Site, notes(Waits, Many), std::nullopt,
                    Name, nameOf(facts(), Waits.Range));
    case Width::Kind::PerItem:
      return report("dynamic", Site, notes(Waits, Many), std::nullopt, Name,
                    Many.Of);
    case Width::Kind::Number:
      break;
    }
    const Expr *Around = gatherAround(facts(), Waits);
    // Of `a && b && c` the whole chain is the gather, however long.
    if (Around &&
        (Many.Number <= MaxTasks || (isa<CXXOperatorCallExpr>(Site) &&
                                     facts().entry(Around) == Waits.Api)))
      return letGo(Place, false, "it is counted in the gather around it",
                   Many.Because);
    if (!gravityOf(Many, MaxTasks, MaxBound))
      return letGo(Place, false,
                   ("at most " + Twine(Many.Number) + " run at once").str(),
                   Many.Because);
    if (Many.Explicit)
      return report("above-budget", Site, notes(Waits, Many), std::nullopt,
                    Name, Many.Words, MaxBound);
    if (Many.Nested)
      return report("nested", Site, notes(Waits, Many), std::nullopt, Name,
                    Many.Words, MaxTasks);
    report("fixed", Site, notes(Waits, Many), std::nullopt, Name, Many.Words,
           MaxTasks);
  }

  /// The reasons, and last what to do.
  Reasons notes(const Gather &Waits, const Width &Many) {
    Reasons Notes = Many.Because;
    SourceLocation Place = Waits.Site->getBeginLoc();
    addForwarded(Notes, Place, Waits.Api);
    if (Many.Explicit)
      Notes.push_back({Place,
                       "lower the bound: some tasks a core for work that "
                       "waits, one a core for work that computes"});
    else if (!Waits.Api->Counterpart.empty())
      Notes.push_back({Place, "bound it with " + Waits.Api->Counterpart,
                       limitedForm(facts(), Waits, MaxTasks)});
    return Notes;
  }

  const Budget MaxTasks;
  const Budget MaxBound;
  const BoundNames Names;
};

const AddCheck<UnlimitedGather> Add;

} // namespace
} // namespace tidepool
