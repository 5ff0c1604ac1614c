// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/LimiterInForce.h"
#include "Question.h"

using namespace tidepool;

namespace {

std::string words(const Limiter &L) {
  switch (L.Is) {
  case Limiter::Kind::None:
    return "none";
  case Limiter::Kind::Unseen:
    return "unseen";
  case Limiter::Kind::FreedEarly:
    return "freed early";
  case Limiter::Kind::InsideTask:
    return "inside task";
  case Limiter::Kind::InForce:
    break;
  }
  switch (L.Capacity.Is) {
  case Bound::Kind::Number:
    return "in force: " + std::to_string(L.Capacity.Number);
  case Bound::Kind::Sized:
    return "in force: sized";
  case Bound::Kind::Unknown:
    return "in force: unknown";
  case Bound::Kind::PerItem:
    return "in force: per " + L.Capacity.Of;
  }
  return "";
}

/// What bounds the loop \p Out loops outside the one around \p Name.
std::string limiterIn(llvm::StringRef Code, llvm::StringRef Name = "start",
                      unsigned Out = 0) {
  Question Q(Code);
  Spawn Started = Q.spawn(Name);
  Loop L = Q.loop(Started.Site, Out);
  return words(limiterInForce(Q.facts(), &L, Started, Started.Site, {}));
}

/// The same for \p Turn, run in an endless loop, under `lib::limit s(4)`.
std::string inTurn(const std::string &Turn) {
  return limiterIn("bool odd(); int next(); void f(bool b) {"
                   "  lib::limit s(4); for (;;) {" +
                   Turn + "} }");
}

TEST(LimiterInForce, NothingIsNone) {
  EXPECT_EQ(inTurn("lib::start(work);"), "none");
}

TEST(LimiterInForce, PermitTakenBeforeTheStartIsInForce) {
  EXPECT_EQ(inTurn("s.acquire(); lib::start(work);"), "in force: 4");
}

TEST(LimiterInForce, HouseSemaphoreOutOfViewIsUnseen) {
  const std::string Out = "struct Semaphore { void wait(); void post();"
                          "  bool tryWait(); };"
                          "struct Event { void wait(); };";
  EXPECT_EQ(limiterIn(Out + "void f(Semaphore &g) { for (;;) {"
                            "  g.wait(); lib::start(work); } }"),
            "unseen");
  EXPECT_EQ(limiterIn(Out + "void f(Semaphore &g) { for (;;) {"
                            "  g.post(); lib::start(work); } }"),
            "none");
  EXPECT_EQ(limiterIn(Out + "void f(Event &g) { for (;;) {"
                            "  g.wait(); lib::start(work); } }"),
            "none");
  // Not on every path.
  EXPECT_EQ(limiterIn(Out + "void f(Semaphore &g, bool b) { for (;;) {"
                            "  if (b) g.wait(); lib::start(work); } }"),
            "none");
  EXPECT_EQ(limiterIn("void waitForSlot(); void waitForWork();"
                      "void f() { for (;;) { waitForSlot();"
                      "  lib::start(work); } }"),
            "unseen");
  EXPECT_EQ(limiterIn("void waitForSlot(); void waitForWork();"
                      "void f() { for (;;) { waitForWork();"
                      "  lib::start(work); } }"),
            "none");
}

TEST(LimiterInForce, CountInAHelperRefuses) {
  const std::string Helpers =
      "static int running; static const int most = 8;"
      "static bool enter() { if (running < most) { ++running; return true; }"
      "  return false; }"
      "static void leave() { --running; }"
      "struct Client { Client() { if (!enter()) throw 1; } ~Client() {"
      "  leave(); } };"
      "void task() { work(); leave(); }";
  EXPECT_EQ(limiterIn(Helpers + "void f() { for (;;) { if (!enter()) continue;"
                                "  lib::start(task); } }"),
            "in force: 8");
  // Nobody asks whether it worked.
  EXPECT_EQ(limiterIn(Helpers + "void f() { for (;;) { enter();"
                                "  lib::start(task); } }"),
            "none");
  EXPECT_EQ(limiterIn(Helpers + "void f() { for (;;) { try { Client c;"
                                "  lib::start(task); } catch (int) {} } }"),
            "in force: 8");
}

TEST(LimiterInForce, QueueWithACapacityIsInForce) {
  EXPECT_EQ(inTurn("static lib::queue q; q.set_capacity(8); q.push(0);"
                   "lib::start([] { work(); int i; q.pop(i); });"),
            "in force: 8");
  EXPECT_EQ(limiterIn("void f(lib::queue &q) { for (;;) {"
                      "  if (!q.try_push(0)) continue; lib::start(work); } }"),
            "in force: unknown");
}

TEST(LimiterInForce, QueueThatNeverGetsACapacityIsNone) {
  EXPECT_EQ(inTurn("static lib::queue q; q.push(0); lib::start(work);"),
            "none");
  EXPECT_EQ(limiterIn("class C { lib::queue q; void f() { for (;;) {"
                      "  q.push(0); lib::start(work); } } };"),
            "none");
}

TEST(LimiterInForce, QueueThatOthersMaySetIsInForce) {
  EXPECT_EQ(
      limiterIn("void setUp(lib::queue &); void f() { lib::queue q;"
                "  setUp(q); for (;;) { q.push(0); lib::start(work); } }"),
      "in force: unknown");
  EXPECT_EQ(limiterIn("class C { public: lib::queue q; void f() { for (;;) {"
                      "  q.push(0); lib::start(work); } } };"),
            "in force: unknown");
}

TEST(LimiterInForce, TakingAnItemOutOfAQueueIsNoWaitForACount) {
  EXPECT_EQ(limiterIn("int active; bool odd(); void f(lib::queue &q) {"
                      "  for (;;) { int i; q.pop(i);"
                      "    if (odd() && active >= 8) continue;"
                      "    ++active; lib::start([] { work(); --active; });"
                      "  } }"),
            "none");
}

TEST(LimiterInForce, RefusalMayBeNamedFirst) {
  EXPECT_EQ(limiterIn("int active; void f() { for (;;) {"
                      "  bool full = active >= 8; if (full) continue;"
                      "  ++active; lib::start([] { work(); --active; }); } }"),
            "in force: 8");
  EXPECT_EQ(limiterIn("int active; bool odd(); void f() { for (;;) {"
                      "  bool full = active >= 8; if (odd()) full = false;"
                      "  if (full) continue;"
                      "  ++active; lib::start([] { work(); --active; }); } }"),
            "none");
}

TEST(LimiterInForce, PermitTakenAfterTheStartIsInForce) {
  EXPECT_EQ(inTurn("lib::start(work); s.acquire();"), "in force: 4");
}

TEST(LimiterInForce, PermitTakenBeforeTheLoopIsNone) {
  EXPECT_EQ(limiterIn("void f() { lib::limit s(4); s.acquire();"
                      "  for (;;) lib::start(work); }"),
            "none");
}

TEST(LimiterInForce, PermitTakenAfterTheLoopIsNone) {
  EXPECT_EQ(limiterIn("void f(int n) { lib::limit s(4);"
                      "  for (int i = 0; i < n; ++i) lib::start(work);"
                      "  s.acquire(); }"),
            "none");
}

TEST(LimiterInForce, PermitInTheConditionIsInForce) {
  EXPECT_EQ(limiterIn("void f() { lib::limit s(4);"
                      "  while (s.try_acquire()) lib::start(work); }"),
            "in force: 4");
}

TEST(LimiterInForce, PermitInOneBranchOnlyIsNotInForce) {
  EXPECT_EQ(inTurn("if (odd()) s.acquire(); lib::start(work);"), "none");
}

TEST(LimiterInForce, PermitInBothBranchesIsInForce) {
  EXPECT_EQ(inTurn("if (odd()) s.acquire(); else s.acquire();"
                   "lib::start(work);"),
            "in force: 4");
}

TEST(LimiterInForce, PermitThatContinueGoesAroundIsInForce) {
  EXPECT_EQ(inTurn("if (odd()) continue; s.acquire(); lib::start(work);"),
            "in force: 4");
}

TEST(LimiterInForce, PermitSkippedByContinueAfterTheStartIsNot) {
  EXPECT_EQ(inTurn("lib::start(work); if (odd()) continue; s.acquire();"),
            "none");
}

TEST(LimiterInForce, RefusalByContinueIsInForce) {
  EXPECT_EQ(inTurn("if (!s.try_acquire()) continue; lib::start(work);"),
            "in force: 4");
}

TEST(LimiterInForce, RefusalByBreakIsInForce) {
  EXPECT_EQ(inTurn("if (!s.try_acquire()) break; lib::start(work);"),
            "in force: 4");
}

TEST(LimiterInForce, RefusalByBranchIsInForce) {
  EXPECT_EQ(inTurn("if (s.try_acquire()) lib::start(work); else work();"),
            "in force: 4");
}

TEST(LimiterInForce, StartInTheRefusedBranchIsNone) {
  EXPECT_EQ(inTurn("if (s.try_acquire()) work(); else lib::start(work);"),
            "none");
}

TEST(LimiterInForce, RefusalWhoseAnswerIsDroppedIsNone) {
  EXPECT_EQ(inTurn("s.try_acquire(); lib::start(work);"), "none");
  EXPECT_EQ(inTurn("(void)s.try_acquire_for(1); lib::start(work);"), "none");
  EXPECT_EQ(inTurn("bool ok = s.try_acquire(); lib::start(work, ok);"), "none");
  EXPECT_EQ(inTurn("s.try_acquire(); if (odd()) lib::start(work);"), "none");
  EXPECT_EQ(inTurn("if (odd()) work(); s.try_acquire(); while (odd()) work();"
                   "lib::start(work);"),
            "none");
}

TEST(LimiterInForce, RefusalKeptInAVariableIsInForce) {
  EXPECT_EQ(inTurn("bool ok = s.try_acquire(); if (!ok) continue;"
                   "lib::start(work);"),
            "in force: 4");
}

TEST(LimiterInForce, RefusalComparedIsInForce) {
  EXPECT_EQ(inTurn("if (s.try_acquire() == false) continue;"
                   "lib::start(work);"),
            "in force: 4");
  EXPECT_EQ(inTurn("if (s.try_acquire() == true) continue; lib::start(work);"),
            "none");
}

TEST(LimiterInForce, RefusalRetriedIsInForce) {
  EXPECT_EQ(inTurn("while (!s.try_acquire_for(10)) work(); lib::start(work);"),
            "in force: 4");
}

TEST(LimiterInForce, RefusalAndMoreIsInForce) {
  EXPECT_EQ(inTurn("if (odd() && s.try_acquire()) lib::start(work);"),
            "in force: 4");
}

TEST(LimiterInForce, RefusalOrMoreIsNone) {
  EXPECT_EQ(inTurn("if (s.try_acquire() || odd()) lib::start(work);"), "none");
}

TEST(LimiterInForce, ZeroMeansSuccessWhereTheEntrySaysSo) {
  EXPECT_EQ(limiterIn("void f(lib::c_limit *s) { lib::c_limit_init(s, 3);"
                      "  for (;;) { if (lib::c_limit_try(s) != 0) continue;"
                      "    lib::start(work); } }"),
            "in force: 3");
  EXPECT_EQ(limiterIn("void f(lib::c_limit *s) {"
                      "  for (;;) { if (lib::c_limit_try(s)) "
                      "    lib::start(work); } }"),
            "none");
}

TEST(LimiterInForce, CapacityIsWhatItWasMadeWith) {
  EXPECT_EQ(limiterIn("void f() { lib::limit s(lib::cores());"
                      "  for (;;) { s.acquire(); lib::start(work); } }"),
            "in force: sized");
  EXPECT_EQ(limiterIn("void f(lib::vector<int> v) { lib::limit s(v.size());"
                      "  for (int x : v) { s.acquire(); lib::start(work); } }"),
            "in force: per element of 'v'");
}

TEST(LimiterInForce, CapacityOfAMemberIsWhatItsConstructorGave) {
  EXPECT_EQ(limiterIn("class C { lib::limit s; public: C() : s(6) {}"
                      "  void f() { for (;;) {"
                      "    s.acquire(); lib::start(work); } } };"),
            "in force: 6");
  EXPECT_EQ(limiterIn("class C { lib::limit s{5}; void f() { for (;;) {"
                      "  s.acquire(); lib::start(work); } } };"),
            "in force: 5");
}

TEST(LimiterInForce, CapacityThatIsNotSeenIsInForceAllTheSame) {
  EXPECT_EQ(limiterIn("void f(lib::limit &s) { for (;;) {"
                      "  s.acquire(); lib::start(work); } }"),
            "in force: unknown");
}

TEST(LimiterInForce, LimiterMadeAnewInEachTurnIsNone) {
  EXPECT_EQ(limiterIn("void f() { for (;;) { lib::limit s(4);"
                      "  s.acquire(); lib::start(work); } }"),
            "none");
  EXPECT_EQ(limiterIn("void f() { for (;;) { static lib::limit s(4);"
                      "  s.acquire(); lib::start(work); } }"),
            "in force: 4");
}

TEST(LimiterInForce, RateLimiterIsNone) {
  EXPECT_EQ(limiterIn("void f(lib::rate &r) { for (;;) {"
                      "  r.acquire(); lib::start(work); } }"),
            "none");
}

TEST(LimiterInForce, GuardThatEndsWithTheTurnIsFreedEarly) {
  EXPECT_EQ(inTurn("lib::permit p(s); lib::start(work);"), "freed early");
}

TEST(LimiterInForce, GuardMovedIntoTheTaskIsInForce) {
  EXPECT_EQ(inTurn("lib::permit p(s);"
                   "lib::start([p = lib::move(p)] { work(); });"),
            "in force: 4");
  EXPECT_EQ(inTurn("lib::permit p(s); lib::start(work, lib::move(p));"),
            "in force: 4");
}

TEST(LimiterInForce, GuardThatTheTaskOnlyRefersToIsFreedEarly) {
  EXPECT_EQ(inTurn("lib::permit p(s); lib::start([&p] { work(); });"),
            "freed early");
}

TEST(LimiterInForce, GuardOfThisUnitIsKnownByWhatItDoes) {
  const std::string Guard = "struct Slot { lib::limit &s;"
                            "  Slot(lib::limit &s) : s(s) { s.acquire(); }"
                            "  ~Slot() { s.release(); } };";
  EXPECT_EQ(limiterIn(Guard + "void f(lib::limit &s) { for (;;) {"
                              "  Slot p(s); lib::start(work); } }"),
            "freed early");
}

TEST(LimiterInForce, PermitGivenBackInTheSameTurnIsFreedEarly) {
  EXPECT_EQ(inTurn("s.acquire(); lib::start(work); s.release();"),
            "freed early");
}

TEST(LimiterInForce, PermitGivenBackByTheTaskIsInForce) {
  EXPECT_EQ(inTurn("s.acquire();"
                   "lib::start([&] { work(); s.release(); });"),
            "in force: 4");
}

TEST(LimiterInForce, PermitGivenBackByTheTasksHelperIsInForce) {
  EXPECT_EQ(limiterIn("static lib::limit s(4);"
                      "static void done() { s.release(); }"
                      "void f(bool b) { for (;;) { s.acquire();"
                      "  if (b) { s.release(); continue; }"
                      "  lib::start([] { work(); done(); }); } }"),
            "in force: 4");
}

TEST(LimiterInForce, PermitTakenByTheTaskIsInside) {
  EXPECT_EQ(inTurn("lib::start([&] { s.acquire(); work(); s.release(); });"),
            "inside task");
}

TEST(LimiterInForce, PermitThatTheStarterGivesBackAfterTheLoopIsNone) {
  const std::string Loop = "lib::limit s(4); while (odd())"
                           "  lib::start([&] { work(); s.acquire(); });";
  EXPECT_EQ(limiterIn("bool odd(); void f() {" + Loop +
                      "  while (odd()) s.release(); }"),
            "none");
  // Somebody else may well be the task's own callback.
  EXPECT_EQ(limiterIn("bool odd(); void done(lib::limit &s) { s.release(); }"
                      "void f() {" +
                      Loop + "}"),
            "inside task");
}

TEST(LimiterInForce, TokenThatTheTaskPutsBackIsInside) {
  EXPECT_EQ(inTurn("s.release(); lib::start([&] { work(); s.acquire(); });"),
            "inside task");
}

TEST(LimiterInForce, LimiterOfTheTasksOwnIsNone) {
  EXPECT_EQ(inTurn("lib::start([] { lib::limit own(1); own.acquire(); });"),
            "none");
}

TEST(LimiterInForce, HelperThatTakesThePermitIsInForce) {
  EXPECT_EQ(limiterIn("static lib::limit s(4);"
                      "static void enter() { s.acquire(); }"
                      "void f() { for (;;) { enter(); lib::start(work); } }"),
            "in force: 4");
}

TEST(LimiterInForce, HelperThatGivesItBackIsNone) {
  EXPECT_EQ(limiterIn("static lib::limit s(4); static void once() {"
                      "  s.acquire(); work(); s.release(); }"
                      "void f() { for (;;) { once(); lib::start(work); } }"),
            "none");
}

TEST(LimiterInForce, HelperThatRefusesIsInForceWhereItIsAsked) {
  const std::string Helper = "static lib::limit s(4); static bool enter() {"
                             "  return s.try_acquire(); }";
  EXPECT_EQ(limiterIn(Helper + "void f() { for (;;) {"
                               "  if (!enter()) continue;"
                               "  lib::start(work); } }"),
            "in force: 4");
  EXPECT_EQ(limiterIn(Helper + "void f() { for (;;) {"
                               "  enter(); lib::start(work); } }"),
            "none");
}

TEST(LimiterInForce, CountOfTheRunningIsInForce) {
  EXPECT_EQ(
      limiterIn("static lib::counter running;"
                "void f() { for (;;) { if (running >= 8) continue;"
                "  ++running; lib::start([] { work(); --running; }); } }"),
      "in force: 8");
  EXPECT_EQ(limiterIn("static int running;"
                      "void f() { for (;;) { if (running < 8) {"
                      "  running++; lib::start([] { running--; }); } } }"),
            "in force: 8");
  EXPECT_EQ(limiterIn("static lib::counter running;"
                      "void f() { for (;;) { if (!(running < 8)) continue;"
                      "  running.fetch_add(1);"
                      "  lib::start([] { running.fetch_sub(1); }); } }"),
            "in force: 8");
}

TEST(LimiterInForce, CountThatNeverGoesDownIsNone) {
  EXPECT_EQ(limiterIn("static lib::counter started;"
                      "void f() { for (;;) { if (started >= 8) work();"
                      "  ++started; lib::start(work); } }"),
            "none");
}

TEST(LimiterInForce, CountThatRefusesNothingIsNone) {
  EXPECT_EQ(limiterIn("static lib::counter running;"
                      "void f() { for (;;) { if (running >= 8) work();"
                      "  ++running; lib::start([] { --running; }); } }"),
            "none");
}

TEST(LimiterInForce, CountOfTheStartedIsInForceWhereItEndsThem) {
  EXPECT_EQ(limiterIn("void f(lib::vector<int> v) { int started = 0;"
                      "  for (int x : v) { if (started >= 8) break;"
                      "    ++started; lib::start(work); } }"),
            "in force: 8");
}

TEST(LimiterInForce, FreeSlotsAreInForce) {
  EXPECT_EQ(limiterIn("static int slots = 6;"
                      "void f() { for (;;) { if (slots == 0) continue;"
                      "  slots--; lib::start([] { slots++; }); } }"),
            "in force: 6");
  EXPECT_EQ(limiterIn("void f(lib::vector<int> v) { int budget = 6;"
                      "  for (int x : v) { if (budget-- <= 0) break;"
                      "    lib::start(work); } }"),
            "in force: 6");
}

TEST(LimiterInForce, SizeOfTheHandlesIsInForce) {
  EXPECT_EQ(limiterIn("void f() { lib::vector<lib::task> ts; for (;;) {"
                      "  if (ts.size() >= 8) continue;"
                      "  ts.emplace_back(work); } }",
                      "emplace_back"),
            "in force: 8");
}

TEST(LimiterInForce, SizeOfSomethingElseIsNone) {
  EXPECT_EQ(limiterIn("void f(lib::vector<int> v) {"
                      "  lib::vector<lib::task> ts; for (;;) {"
                      "  if (v.size() >= 8) continue;"
                      "  ts.emplace_back(work); } }",
                      "emplace_back"),
            "none");
}

TEST(LimiterInForce, WaitForACountIsInForce) {
  const std::string State = "static int running; static lib::condition c;"
                            "static lib::lock l;";
  EXPECT_EQ(limiterIn(State + "void f() { for (;;) {"
                              "  c.wait(l, [] { return running < 8; });"
                              "  running++;"
                              "  lib::start([] { running--; }); } }"),
            "in force: 8");
  EXPECT_EQ(limiterIn(State + "void f() { for (;;) {"
                              "  while (running >= 8) c.wait(l); running++;"
                              "  lib::start([] { running--; }); } }"),
            "in force: 8");
}

TEST(LimiterInForce, OuterPermitBoundsTheOuterLoopAlone) {
  const char *Code = "void f() { lib::limit s(4); for (;;) { s.acquire();"
                     "  for (int i = 0; i < 9; ++i) lib::start(work); } }";
  EXPECT_EQ(limiterIn(Code, "start", 0), "none");
  EXPECT_EQ(limiterIn(Code, "start", 1), "in force: 4");
}

TEST(LimiterInForce, PermitInTheCallableOfAnAlgorithmIsInForce) {
  EXPECT_EQ(limiterIn("void f(lib::vector<int> v, lib::limit &s) {"
                      "  lib::for_each(v.begin(), v.end(), [&](int) {"
                      "    s.acquire(); lib::start(work); }); }"),
            "in force: unknown");
  EXPECT_EQ(limiterIn("void f(lib::vector<int> v, lib::limit &s) {"
                      "  s.acquire();"
                      "  lib::for_each(v.begin(), v.end(), [&](int) {"
                      "    lib::start(work); }); }"),
            "none");
}

TEST(LimiterInForce, OneCallIsAskedWithoutALoop) {
  Question Q("static lib::limit s(4); static void one() {"
             "  s.acquire(); lib::start(work); }"
             "static void other() { lib::make(work); }");
  auto Ask = [&](llvm::StringRef Name) {
    Spawn Started = Q.spawn(Name);
    return words(limiterInForce(Q.facts(), nullptr, Started, Started.Site, {}));
  };
  EXPECT_EQ(Ask("start"), "in force: 4");
  EXPECT_EQ(Ask("make"), "none");
}

TEST(LimiterInForce, ReasonPointsAtThePermit) {
  Question Q("void f(lib::limit &s) {\n  for (;;) {\n    s.acquire();\n"
             "    lib::start(work);\n  }\n}");
  Spawn Started = Q.spawn();
  Loop L = Q.loop();
  Limiter Found = limiterInForce(Q.facts(), &L, Started, Started.Site, {});
  ASSERT_FALSE(Found.Because.empty());
  EXPECT_EQ(Q.lineOf(Found.Because[0].Place), 3u);
  EXPECT_EQ(Found.Decl, Q.variable("s"));
}

TEST(LimiterInForce, GuardThatEndsEarlyComesWithItsRepair) {
  Question Q("void f(lib::limit &s) { for (;;) { lib::permit p(s);"
             "  lib::start([] { work(); }); } }");
  Spawn Started = Q.spawn();
  Loop L = Q.loop();
  Limiter Found = limiterInForce(Q.facts(), &L, Started, Started.Site, {});
  ASSERT_EQ(Found.Is, Limiter::Kind::FreedEarly);
  ASSERT_EQ(Found.Because.size(), 2u);
  ASSERT_EQ(Found.Because[1].Fixes.size(), 1u);
  EXPECT_EQ(Found.Because[1].Fixes[0].CodeToInsert, "p = std::move(p)");
}

TEST(LimiterInForce, GuardOfTheTurnGivesBackWhatWasTakenBefore) {
  EXPECT_EQ(inTurn("s.acquire(); lib::permit p(s); lib::start(work);"),
            "freed early");
}

TEST(LimiterInForce, HalfTypedAndDependentCodeIsSurvived) {
  auto Survives = [](Question &Q) {
    for (const clang::Expr *E : Q.expressions())
      if (std::optional<Spawn> Started = spawnAt(Q.facts(), E)) {
        limiterInForce(Q.facts(), nullptr, *Started, E, {});
        for (const Loop &L : Q.loops())
          EXPECT_NE(words(limiterInForce(Q.facts(), &L, *Started, E, {})), "");
      }
  };
  for (llvm::StringRef Code : halfTyped()) {
    Question Q(Code, Question::Source::HalfTyped);
    Survives(Q);
  }
  Question Q(DependentCode);
  Survives(Q);
}

} // namespace
