// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Check.h"
#include "analysis/Forwarded.h"
#include "analysis/Growth.h"
#include "analysis/Magnitude.h"
#include "analysis/PoolAdvice.h"
#include "analysis/PoolGrowth.h"
#include "analysis/PoolInstances.h"
#include "analysis/RangeOrigin.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/Support/MathExtras.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace tidepool {
namespace {

class OversizedPool : public Check<OversizedPool> {
public:
  static constexpr std::string_view Roles[] = {"pool", "spawn", "cores"};
  static constexpr std::string_view CandidateRoles[] = {"pool", "spawn"};
  static constexpr OptionInfo Options[] = {
      {"MaxThreads", OptionType::Unsigned, "32",
       "the budget of a pool whose threads compute, or of which nothing says "
       "what they do"},
      {"Cores", OptionType::Unsigned, "0",
       "how many cores the machines have; if it is given, that budget is twice "
       "as many"},
      {"MaxIoThreads", OptionType::Unsigned, "100",
       "the budget of a pool whose threads wait for other devices and "
       "processes"},
      {"MaxConnections", OptionType::Unsigned, "20",
       "the budget of a pool of connections to a database"},
      {"MaxPerCore", OptionType::Unsigned, "4",
       "how many threads a core a pool may have that is sized by the machine"},
  };
  static constexpr MessageInfo Messages[] = {
      {"oversized", Level::Core,
       "%0 gets %1 threads for %2, more than the budget of %3"},
      {"connections", Level::Core,
       "%0 gets %1 connections to a database, more than the budget of %2"},
      {"per-core", Level::Core,
       "%0 gets %1 %2 a core for %3, more than the budget of %4 a core"},
      {"product", Level::Core,
       "%0 pools of %1 %2 each make %3 for %4, more than the budget of %5"},
      {"per-item", Level::Core,
       "%0 gets %1 for %2, one per %3: the input decides how many"},
      {"no-bound", Level::Core,
       "%0 gets %1 %2 at most for %3: that is no bound"},
      {"maximum-never-reached", Level::Core,
       "%0 never has more than %1 %2: the others, up to %3, start only when "
       "its queue is full, and %4"},
      {"no-threads", Level::Core,
       "%0 gets 0 %1: what is handed to it never runs"},
  };
  static constexpr Identifier Identifiers[] = {
      {"CWE", "1176", "Inefficient CPU Computation", /*Exact=*/false},
      {"CWE", "770", "Allocation of Resources Without Limits or Throttling",
       /*Exact=*/false},
      {"C++ Core Guidelines", "CP.40", "Minimize context switching"},
      {"C++ Core Guidelines", "Per.30",
       "Avoid context switches on the critical path"},
  };
  static constexpr CheckInfo Info = {
      .Name = "tidepool-oversized-pool",
      .Summary = "A pool of threads or connections that is far larger than the "
                 "machine or the budget",
      .Roles = Roles,
      .CandidateRoles = CandidateRoles,
      .Options = Options,
      .Messages = Messages,
      .Fix = FixKind::Suggestion,
      .Since = "0.1",
      .Identifiers = Identifiers,
  };

  OversizedPool(StringRef Name, tidy::ClangTidyContext *Context)
      : Check(Name, Context), Cores(option<Budget>("Cores")),
        MaxThreads(option<Budget>("MaxThreads")),
        MaxIoThreads(option<Budget>("MaxIoThreads")),
        MaxConnections(option<Budget>("MaxConnections")),
        MaxPerCore(option<Budget>("MaxPerCore")) {}

private:
  void addMatchers(MatchFinder &Finder) override {
    Finder.addMatcher(
        expr(anyOf(cxxConstructExpr(),
                   binaryOperator(isAssignmentOperator(), hasEntry(&facts())),
                   callExpr(anyOf(hasEntry(&facts()),
                                  callee(cxxMethodDecl(hasName("resize")))))))
            .bind("maker"),
        this);
    Finder.addMatcher(initListExpr().bind("list"), this);
    Finder.addMatcher(ompExecutableDirective().bind("directive"), this);
  }

  void check(const MatchFinder::MatchResult &Result) override {
    if (const auto *Directive =
            Result.Nodes.getNodeAs<OMPExecutableDirective>("directive"))
      return judge(poolAt(Directive));
    if (const auto *List = Result.Nodes.getNodeAs<InitListExpr>("list")) {
      for (const PoolMade &Made : poolsIn(facts(), List))
        judge(Made);
      return;
    }
    const auto *Site = Result.Nodes.getNodeAs<Expr>("maker");
    if (const FunctionDecl *Function = facts().functionOf(Site);
        Function && Function->isDependentContext())
      return;
    if (std::optional<PooledObjects> Objects = pooledObjectsAt(facts(), Site))
      judge(*Objects, Site);
    judge(poolAt(facts(), Site));
  }

  unsigned budget(const PoolMade &Made) const {
    return Made.Role.For == PoolRole::Work::Io         ? MaxIoThreads
           : Made.Role.For == PoolRole::Work::Database ? MaxConnections
           : Cores                                     ? 2 * Cores
                                                       : MaxThreads;
  }

  void judge(const std::optional<PoolMade> &Made) {
    if (!Made)
      return;
    if (const auto *Site = dyn_cast<Expr>(Made->Site);
        Site && letGoAsForwarded(Site))
      return;
    if (!Made->Size && !Made->Starts)
      return letGo(Made->Site->getBeginLoc(), false,
                   "the library chooses the size");
    for (const PoolSize &Size : sizesOf(facts(), *Made))
      // Instantiations of one template are one place.
      if (Judged.insert(Size.Site->getBeginLoc()).second)
        judge(*Made, Size);
  }

  void judge(const PoolMade &Made, const PoolSize &Size) {
    using Meaning = PoolSize::Meaning;
    const SourceLocation Place = Size.Site->getBeginLoc();
    const uint64_t Least = Size.Workers.Least;
    const unsigned Budget = budget(Made);
    if (Size.Means == Meaning::None)
      return tell("no-threads", Made, Size, Made.members());
    if (Size.Means == Meaning::Default)
      return letGo(Place, false,
                   Size.words() + " leaves the size to the library");
    if (std::optional<NeverGrown> Stays = neverGrown(facts(), Made, Size)) {
      Stays->Because.push_back(
          {Place, "bound the queue, and decide what happens when it is full"});
      return report("maximum-never-reached", Size.Site, Stays->Because,
                    std::nullopt, Made.Noun, Stays->Minimum, Made.members(),
                    Size.words(), Stays->Queue);
    }
    if (Size.Means == Meaning::Unlimited)
      return tell("no-bound", Made, Size, Size.words(), Made.members(),
                  Made.work());
    if (decidedByInput(Size.Workers))
      return tell("per-item", Made, Size, Made.members(), Made.work(),
                  Size.Workers.Of);
    if (Size.Workers.LeastPerCore > MaxPerCore)
      return tell("per-core", Made, Size, Size.Workers.LeastPerCore,
                  Made.members(), Made.work(), MaxPerCore);
    // A pool per item: that is what is wrong first, and said elsewhere.
    if (Least > Budget && Made.Starts && startsPerItem(*Made.Starts))
      return letGo(Place, false, "there is a pool for each item");
    if (Least > Budget && Made.Role.For == PoolRole::Work::Database)
      return tell("connections", Made, Size, Size.words(), Budget);
    if (Least > Budget)
      return tell("oversized", Made, Size, Size.words(), Made.work(), Budget);
    const uint64_t Instances = instancesOf(facts(), Made, Size);
    const uint64_t All = llvm::SaturatingMultiply(Instances, Least);
    if (All > Budget)
      return report("product", Size.Site, shared(Size.Because, Size.Site),
                    std::nullopt, Instances, Least, Made.members(), All,
                    Made.work(), Budget);
    if (Size.Workers.Is == Bound::Kind::Sized)
      return letGo(Place, false, "the size is chosen outside of the code",
                   Size.Because);
    if (Size.Workers.isNumber() && Size.Workers.Number <= Budget)
      return letGo(Place, false, within(Size.Workers.Number, Budget),
                   Size.Because);
    letGo(Place, true, "how large the pool is is not seen here", Size.Because);
  }

  bool decidedByInput(const Bound &Workers) {
    return Workers.Is == Bound::Kind::PerItem && Workers.In &&
           isInput(facts(), Workers.In) &&
           (!isKept(facts(), Workers.In) ||
            growsWithInput(facts(), Workers.In));
  }

  /// Many objects, each with a pool of its own.
  void judge(const PooledObjects &Objects, const Expr *Site) {
    const auto &[Many, Each] = Objects;
    const unsigned Budget = budget(Each.Made);
    const uint64_t All = llvm::SaturatingMultiply(Many, Each.Workers);
    // A pool that is too large by itself is reported where it is made.
    if (Each.Workers > Budget ||
        !JudgedObjects.insert(Site->getBeginLoc()).second)
      return;
    if (All <= Budget)
      return letGo(Site->getBeginLoc(), false, within(All, Budget));
    report("product", Site,
           shared({{Each.Made.Site->getBeginLoc(),
                    "each of them makes this pool"}},
                  Site),
           std::nullopt, Many, Each.Workers, Each.Made.members(), All,
           Each.Made.work(), Budget);
  }

  bool startsPerItem(const Spawn &Started) {
    return llvm::any_of(magnitudesOf(facts(), Started, MaxThreads, {}),
                        [](const Magnitude &Many) {
                          return Many.Is == Magnitude::Kind::Unbounded;
                        });
  }

  static std::string within(uint64_t Number, unsigned Budget) {
    return ("at most " + Twine(Number) + " are within the budget of " +
            Twine(Budget))
        .str();
  }

  static Reasons shared(Reasons Because, const Stmt *Site) {
    Because.push_back({Site->getBeginLoc(), "let them share one pool"});
    return Because;
  }

  /// Reports \p Id of \p Made with the reasons, and last which size suits it.
  template <typename... Args>
  void tell(MessageName<OversizedPool> Id, const PoolMade &Made,
            const PoolSize &Size, const Args &...Arguments) {
    Reasons Notes = Size.Because;
    addForwarded(Notes, Size.Site->getBeginLoc(), Made.Api);
    Notes.push_back(adviceFor(facts(), Made, Size, MaxPerCore));
    report(Id, Size.Site, Notes, std::nullopt, Made.Noun, Arguments...);
  }

  const Budget Cores;
  const Budget MaxThreads;
  const Budget MaxIoThreads;
  const Budget MaxConnections;
  const Budget MaxPerCore;
  llvm::DenseSet<SourceLocation> Judged;
  llvm::DenseSet<SourceLocation> JudgedObjects;
};

const AddCheck<OversizedPool> Add;

} // namespace
} // namespace tidepool
