// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Check.h"
#include "analysis/Magnitude.h"
#include "analysis/OpenMP.h"
#include "analysis/PoolSize.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;
using namespace clang::ast_matchers;

namespace tidepool {
namespace {

class OversizedPool : public Check<OversizedPool> {
public:
  static constexpr std::string_view Roles[] = {"pool", "spawn", "cores"};
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
      .Options = Options,
      .Messages = Messages,
      .Fix = FixKind::Suggestion,
      .Since = "0.1",
      .Identifiers = Identifiers,
  };

  OversizedPool(StringRef Name, tidy::ClangTidyContext *Context)
      : Check(Name, Context), Cores(option<unsigned>("Cores")),
        MaxThreads(Cores ? 2 * Cores : option<unsigned>("MaxThreads")),
        MaxIoThreads(option<unsigned>("MaxIoThreads")),
        MaxConnections(option<unsigned>("MaxConnections")),
        MaxPerCore(option<unsigned>("MaxPerCore")) {}

private:
  using Work = PoolRole::Work;
  /// From here on a queue holds all that ever comes, and a size is none.
  static constexpr uint64_t EndlessQueue = 1'000'000;
  static constexpr uint64_t EndlessSize = INT32_MAX;

  /// What is judged: a pool of the vocabulary, workers started by hand, or a
  /// team of a directive.
  struct Pool {
    const Entry *Api = nullptr;
    StringRef Noun = "a pool";
    Work For = Work::Unknown;
    SmallVector<const Expr *, 4> Arguments = {};

    StringRef members() const {
      return For == Work::Database ? "connections" : "threads";
    }
    StringRef work() const {
      switch (For) {
      case Work::Unknown:
        return "work of unknown kind";
      case Work::Cpu:
        return "work that computes";
      case Work::Io:
        return "work that waits";
      case Work::Database:
        return "a database";
      }
      return "";
    }
    const Expr *argument(std::optional<unsigned> Index) const {
      return Index && *Index < Arguments.size() ? Arguments[*Index] : nullptr;
    }
  };

  void addMatchers(MatchFinder &Finder) override {
    Finder.addMatcher(
        expr(anyOf(cxxConstructExpr(),
                   binaryOperator(isAssignmentOperator(), hasEntry(&facts())),
                   callExpr(anyOf(hasEntry(&facts()),
                                  callee(cxxMethodDecl(hasName("resize")))))))
            .bind("maker"),
        this);
    Finder.addMatcher(ompExecutableDirective().bind("directive"), this);
  }

  void check(const MatchFinder::MatchResult &Result) override {
    if (const auto *Directive =
            Result.Nodes.getNodeAs<OMPExecutableDirective>("directive")) {
      if (const Expr *Size = teamSizeOf(Directive))
        for (const PoolSize &One : sizesOf(facts(), Directive, Size))
          judge({nullptr, "a parallel region", Work::Cpu}, One);
      return;
    }
    const auto *Site = Result.Nodes.getNodeAs<Expr>("maker");
    if (const FunctionDecl *Function = facts().functionOf(Site);
        Function && Function->isDependentContext())
      return;
    judgeInstances(Site);
    if (std::optional<Spawn> Started = spawnAt(facts(), Site)) {
      for (const PoolSize &One : sizesOf(facts(), *Started))
        judge({nullptr, "a pool", workOf(facts(), *Started)}, One, &*Started);
      return;
    }
    const Entry *Api = facts().entry(Site);
    Pool Made{Api};
    if (std::optional<Construction> Forwarded = constructionAt(facts(), Site)) {
      Made.Arguments = Forwarded->Arguments;
      if (Api && Api->Constructs)
        Made.Api = facts().roles().ofConstruction(Forwarded->Type,
                                                  Forwarded->Arguments);
    } else if (const auto *Call = dyn_cast<CallExpr>(Site)) {
      Made.Arguments.append(Call->arg_begin(), Call->arg_end());
    } else if (const auto *Assign = dyn_cast<BinaryOperator>(Site)) {
      Made.Arguments.push_back(Assign->getRHS());
    }
    if (!Made.Api || !Made.Api->Pool || !Made.Api->Pool->Size)
      return;
    Made.For = Made.Api->Pool->For;
    const Expr *Size = Made.argument(Made.Api->Pool->Size);
    // task_arena(attach{}): another overload.
    if (Size && !Size->getType()->isIntegralOrEnumerationType())
      return;
    if (!Size || isa<CXXDefaultArgExpr>(Size))
      return letGo(Site->getBeginLoc(), false, "the library chooses the size");
    for (const PoolSize &One : sizesOf(facts(), Site, Size))
      judge(Made, One);
  }

  unsigned budget(Work For) const {
    return For == Work::Io         ? MaxIoThreads
           : For == Work::Database ? MaxConnections
                                   : MaxThreads;
  }

  /// \p Started are the workers of a pool made by hand.
  void judge(const Pool &Made, const PoolSize &Size,
             const Spawn *Started = nullptr) {
    SourceLocation Place = Size.Site->getBeginLoc();
    // Instantiations of one template are one place.
    if (!Judged.insert(Place).second)
      return;
    const uint64_t Least = Size.Workers.Least;
    const unsigned Budget = budget(Made.For);
    const PoolRole Role = Made.Api ? *Made.Api->Pool : PoolRole();
    const std::string Members = Made.members().str(), For = Made.work().str();
    const bool IsEndless =
        Size.Value && llvm::any_of(Role.Unlimited, [&](int64_t Value) {
          return *Size.Value == Value;
        });
    if (Size.Value && *Size.Value == 0 && !IsEndless) {
      if (Role.OnZero == PoolRole::Zero::None)
        return report("no-threads", Size.Site, notes(Made, Size), std::nullopt,
                      Made.Noun, Members);
      return letGo(Place, false, "0 leaves the size to the library");
    }
    if (Size.Value && Size.Value->isNegative() && !IsEndless)
      return letGo(Place, false, "a negative size leaves it to the library");
    if (neverGrows(Made, Size, Place))
      return;
    // Also -1 where a size has no sign.
    if (IsEndless || Least >= EndlessSize ||
        (Size.Value && *Size.Value >= int64_t(EndlessSize)))
      return report(
          "no-bound", Size.Site, notes(Made, Size), std::nullopt, Made.Noun,
          Size.Value ? valueText(*Size.Value) : count(Size), Members, For);
    if (Size.Workers.LeastPerCore > MaxPerCore)
      return report("per-core", Size.Site, notes(Made, Size), std::nullopt,
                    Made.Noun, Size.Workers.LeastPerCore, Members, For,
                    MaxPerCore);
    if (Least > Budget) {
      // A pool per item: that is what is wrong first, and said elsewhere.
      if (Started && startsPerItem(*Started))
        return letGo(Place, false, "there is a pool for each item");
      if (Made.For == Work::Database)
        return report("connections", Size.Site, notes(Made, Size), std::nullopt,
                      Made.Noun, count(Size), Budget);
      return report("oversized", Size.Site, notes(Made, Size), std::nullopt,
                    Made.Noun, count(Size), For, Budget);
    }
    uint64_t Instances = instances(Made, Size);
    if (Instances > 1 && Least &&
        llvm::SaturatingMultiply(Instances, Least) > Budget)
      return report("product", Size.Site, shared(Size.Because, Size.Site),
                    std::nullopt, Instances, Least, Members,
                    llvm::SaturatingMultiply(Instances, Least), For, Budget);
    if (Size.Workers.Is == Bound::Kind::Sized)
      return letGo(Place, false, "the size is chosen outside of the code",
                   Size.Because);
    if (Size.Workers.isNumber() && (Size.Workers.Number <= Budget))
      return letGo(Place, false,
                   ("at most " + Twine(Size.Workers.Number) +
                    " are within the budget of " + Twine(Budget))
                       .str(),
                   Size.Because);
    letGo(Place, true, "how large the pool is is not seen here", Size.Because);
  }

  /// A maximum that only a full queue leads to, and a queue that is never full.
  bool neverGrows(const Pool &Made, const PoolSize &Size,
                  SourceLocation Place) {
    if (!Made.Api || !Made.Api->Pool->Queue)
      return false;
    const Expr *Core = Made.argument(Made.Api->Pool->Minimum);
    if (!Core || !Size.Workers.Least)
      return false;
    const Bound Minimum = boundOf(facts(), Core, Names);
    if (!Minimum.isNumber() || Minimum.Number >= Size.Workers.Least)
      return false;
    std::string Holds = "that has no bound";
    if (Made.Api->Pool->Queue->Argument) {
      const Expr *Queue = Made.argument(Made.Api->Pool->Queue->Argument);
      const uint64_t Capacity =
          Queue ? boundOf(facts(), Queue, Names).Least : 0;
      if (Capacity < EndlessQueue)
        return false;
      Holds = "that holds " + std::to_string(Capacity) + " tasks";
    }
    Reasons Notes = Size.Because;
    Notes.push_back({Core->getExprLoc(), "this many it has at first"});
    Notes.push_back(
        {Place, "bound the queue, and decide what happens when it is full"});
    report("maximum-never-reached", Size.Site, Notes, std::nullopt, Made.Noun,
           Minimum.Number, Made.members(), count(Size), Holds);
    return true;
  }

  uint64_t instances(const Pool &Made, const PoolSize &Size) {
    if (const Expr *Given =
            Made.argument(Made.Api ? Made.Api->Pool->Instances : std::nullopt))
      return boundOf(facts(), Given, Names).Least;
    const auto *Site = dyn_cast<Expr>(Size.Site);
    return Site ? instancesOf(facts(), Site, Size.Around) : 1;
  }

  bool startsPerItem(const Spawn &Started) {
    return llvm::any_of(magnitudesOf(facts(), Started, MaxThreads, Names),
                        [](const Magnitude &Many) {
                          return Many.Is == Magnitude::Kind::Unbounded;
                        });
  }

  /// Many objects, each with a pool of its own.
  void judgeInstances(const Expr *Site) {
    const CXXRecordDecl *Class = madeBy(facts(), Site);
    if (!Class || facts().sources().isInSystemHeader(Class->getLocation()))
      return;
    auto [Known, New] = Members.try_emplace(Class);
    if (New)
      Known->second = memberPoolOf(facts(), Class);
    const std::optional<MemberPool> Each = Members[Class];
    if (!Each)
      return;
    Pool Made{Each->Api};
    if (Each->Api)
      Made.For = Each->Api->Pool->For;
    const unsigned Budget = budget(Made.For);
    const uint64_t Many = instancesOf(facts(), Site);
    const uint64_t All = llvm::SaturatingMultiply(Many, Each->Workers);
    // A pool that is too large by itself is reported where it is made.
    if (Many < 2 || Each->Workers > Budget ||
        !JudgedInstances.insert(Site->getBeginLoc()).second)
      return;
    if (All <= Budget)
      return letGo(Site->getBeginLoc(), false,
                   ("at most " + Twine(All) + " are within the budget of " +
                    Twine(Budget))
                       .str());
    report("product", Site,
           shared({{Each->Place, "each of them makes this pool"}}, Site),
           std::nullopt, Many, Each->Workers, Made.members(), All, Made.work(),
           Budget);
  }

  static std::string valueText(const llvm::APSInt &Value) {
    SmallString<24> Text;
    Value.toString(Text);
    return Text.str().str();
  }

  /// "500", or "at least 500" where more is not seen.
  static std::string count(const PoolSize &Size) {
    const bool Exact =
        Size.Workers.isNumber() && Size.Workers.Number == Size.Workers.Least;
    return (Exact ? "" : "at least ") + std::to_string(Size.Workers.Least);
  }

  static Reasons shared(Reasons Notes, const Stmt *Site) {
    Notes.push_back({Site->getBeginLoc(), "let them share one pool"});
    return Notes;
  }

  /// The reasons, and last what to do.
  Reasons notes(const Pool &Made, const PoolSize &Size) {
    Reasons Notes = Size.Because;
    Reason Advice{Size.Site->getBeginLoc(), ""};
    const CoresText Machine = coresTextFor(facts(), Made.Api);
    if (Made.For == Work::Database) {
      Advice.Words = "10 to 20 connections are enough for most processes; "
                     "more of them wait inside of the database";
    } else if (Made.For == Work::Io) {
      Advice.Words = "begin with 2 to 4 threads a core, and measure";
    } else if (Size.Workers.LeastPerCore > MaxPerCore) {
      Advice.Words = "take one thread a core for work that computes, 2 to 4 "
                     "for work that waits";
    } else {
      Advice.Words = "size it by the machine: ";
      Advice.Words += Made.Api && !Made.Api->Counterpart.empty()
                          ? Made.Api->Counterpart
                          : Machine.Text;
      if (Made.For == Work::Unknown)
        Advice.Words += " for work that computes, 2 to 4 times as many for "
                        "work that waits";
      const auto *Literal = dyn_cast_or_null<IntegerLiteral>(
          Size.Written ? Size.Written->IgnoreParenImpCasts() : nullptr);
      if (Literal && Machine.Resolves && Size.Fits &&
          !Literal->getBeginLoc().isMacroID() && !Literal->getValue().isZero())
        Advice.Fixes.push_back(FixItHint::CreateReplacement(
            Literal->getSourceRange(), Machine.Text));
    }
    Notes.push_back(std::move(Advice));
    return Notes;
  }

  const unsigned Cores;
  const unsigned MaxThreads;
  const unsigned MaxIoThreads;
  const unsigned MaxConnections;
  const unsigned MaxPerCore;
  const BoundNames Names;
  llvm::DenseSet<SourceLocation> Judged;
  llvm::DenseSet<SourceLocation> JudgedInstances;
  llvm::DenseMap<const CXXRecordDecl *, std::optional<MemberPool>> Members;
};

const AddCheck<OversizedPool> Add;

} // namespace
} // namespace tidepool
