// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Check.h"
using namespace clang;
using namespace clang::ast_matchers;
namespace tidepool {
namespace {
class UnboundedSpawnInLoop : public Check<UnboundedSpawnInLoop> {
public:
  static constexpr std::string_view Roles[] = {"spawn"};
  static constexpr OptionInfo Options[] = {
      {"MaxTasks", OptionType::Unsigned, "10", "how many tasks may run with no explicit bound"},
  };
  static constexpr MessageInfo Messages[] = {
      {"per-item", Level::Core, "%0"},
  };
  static constexpr CheckInfo Info = {
      .Name = "tidepool-unbounded-spawn-in-loop",
      .Summary = "A loop that starts a task for each item with nothing bounding how many run",
      .Roles = Roles, .Options = Options, .Messages = Messages, .Since = "0.1"};
  using Check::Check;
  void addMatchers(MatchFinder &Finder) override {
    Finder.addMatcher(expr(anyOf(callExpr(), cxxConstructExpr()), hasEntry(&facts())).bind("e"), this);
  }
  void check(const MatchFinder::MatchResult &R) override {
    const auto *E = R.Nodes.getNodeAs<Expr>("e");
    const Entry *En = facts().entry(E);
    if (En->Spawn)
      report("per-item", E->getBeginLoc(), {}, std::nullopt, En->spelling());
    (void)option<unsigned>("MaxTasks");
  }
};
const AddCheck<UnboundedSpawnInLoop> Add;
} // namespace
} // namespace tidepool
