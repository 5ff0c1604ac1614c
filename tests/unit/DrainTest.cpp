// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/Drain.h"
#include "Question.h"

using namespace tidepool;

namespace {

std::string words(const Drain &D) {
  switch (D.Is) {
  case Drain::Kind::None:
    return "none";
  case Drain::Kind::EachTurn:
    return "each turn";
  case Drain::Kind::Unknown:
    return "unknown";
  case Drain::Kind::Full:
    break;
  }
  switch (D.Limit.Is) {
  case Bound::Kind::Number:
    return "full: " + std::to_string(D.Limit.Number);
  case Bound::Kind::Sized:
    return "full: sized";
  case Bound::Kind::Unknown:
    return "full: unknown";
  case Bound::Kind::PerItem:
    return "full: per " + D.Limit.Of;
  }
  return "";
}

/// How the loop \p Out loops outside the one around \p Name waits.
std::string drainIn(llvm::StringRef Code, llvm::StringRef Name = "task",
                    unsigned Out = 0) {
  Question Q(Code);
  Spawn Started = Q.spawn(Name);
  Loop L = Q.loop(Started.Site, Out);
  return words(drainOf(Q.facts(), L, Started, Started.Site, {}));
}

/// The same for \p Turn, once per element of 'v', with tasks in 'ts'.
std::string inTurn(const std::string &Turn, llvm::StringRef Name = "task") {
  return drainIn("bool odd(); void f(lib::vector<int> v) { int i = 0;"
                 "  lib::vector<lib::task> ts; for (int x : v) {" +
                     Turn + "} for (auto &t : ts) t.join(); }",
                 Name);
}

TEST(Drain, WaitAfterTheLoopIsNone) {
  EXPECT_EQ(inTurn("ts.push_back(lib::task(work));"), "none");
}

TEST(Drain, DetachedTaskIsNone) {
  EXPECT_EQ(inTurn("lib::task(work).detach();"), "none");
  EXPECT_EQ(inTurn("lib::task t(work); t.detach();"), "none");
}

TEST(Drain, TaskWaitedForWhereItStartsIsEachTurn) {
  EXPECT_EQ(inTurn("lib::task(work).join();"), "each turn");
  EXPECT_EQ(inTurn("lib::async(work).get();", "async"), "each turn");
}

TEST(Drain, TaskJoinedInItsTurnIsEachTurn) {
  EXPECT_EQ(inTurn("lib::task t(work); t.join();"), "each turn");
}

TEST(Drain, TaskJoinedUnderAConditionIsUnknown) {
  EXPECT_EQ(inTurn("lib::task t(work); if (odd()) t.join(); else t.detach();"),
            "none");
  EXPECT_EQ(inTurn("ts.emplace_back(work); if (odd()) ts.back().join();",
                   "emplace_back"),
            "unknown");
}

TEST(Drain, TimedWaitIsNone) {
  EXPECT_EQ(
      inTurn("ts.emplace_back(work); ts.back().join_for(1);", "emplace_back"),
      "none");
}

TEST(Drain, HandleThatJoinsWhenDroppedIsEachTurn) {
  EXPECT_EQ(inTurn("lib::async(work);", "async"), "each turn");
  EXPECT_EQ(inTurn("auto r = lib::async(work);", "async"), "each turn");
  EXPECT_EQ(inTurn("lib::scoped_task t(work);", "scoped_task"), "each turn");
}

TEST(Drain, HandleThatDropsSilentlyIsNone) {
  EXPECT_EQ(inTurn("lib::start(work);", "start"), "none");
}

TEST(Drain, ContainerThatEndsWithTheTurnIsEachTurn) {
  EXPECT_EQ(inTurn("lib::vector<lib::scoped_task> own;"
                   "own.emplace_back(work);",
                   "emplace_back"),
            "each turn");
}

TEST(Drain, OneVariableHoldsOneTask) {
  EXPECT_EQ(inTurn("static lib::scoped_task t; t = lib::scoped_task(work);",
                   "scoped_task"),
            "each turn");
}

TEST(Drain, MovedHandleIsFollowed) {
  EXPECT_EQ(inTurn("lib::task t(work); ts.push_back(lib::move(t));"), "none");
  EXPECT_EQ(inTurn("lib::scoped_task t(work);"
                   "static lib::vector<lib::scoped_task> all;"
                   "all.push_back(lib::move(t));",
                   "scoped_task"),
            "none");
}

TEST(Drain, WhatAPointerPointsToDoesNotEndWithIt) {
  EXPECT_EQ(inTurn("auto *t = new lib::scoped_task(work);", "scoped_task"),
            "none");
  EXPECT_EQ(inTurn("static lib::scoped_task *t;"
                   "t = new lib::scoped_task(work);",
                   "scoped_task"),
            "none");
}

TEST(Drain, ObjectThatCancelsItsTaskEndsIt) {
  EXPECT_EQ(inTurn("lib::process p; p.start();", "start"), "each turn");
  EXPECT_EQ(inTurn("auto *p = new lib::process; p->start();", "start"), "none");
}

TEST(Drain, ObjectThatIsTheTaskIsOneHoweverOftenItIsStarted) {
  EXPECT_EQ(inTurn("static lib::worker w; w.start();", "start"), "each turn");
  EXPECT_EQ(inTurn("static lib::worker *w; w->start();", "start"), "each turn");
  EXPECT_EQ(inTurn("static lib::worker *w; w = new lib::worker; w->start();",
                   "start"),
            "none");
  EXPECT_EQ(inTurn("lib::worker w; w.start();", "start"), "none");
}

TEST(Drain, PointerIsFollowedIntoItsContainer) {
  EXPECT_EQ(
      inTurn("static lib::vector<lib::worker *> all;"
             "auto *w = new lib::worker; all.push_back(w); w->start();"
             "if (all.size() == 8) { for (lib::worker *o : all) o->wait();"
             "  all.clear(); }",
             "start"),
      "full: 8");
  EXPECT_EQ(inTurn("static lib::vector<lib::worker *> all;"
                   "auto *w = new lib::worker; all.push_back(w); w->start();",
                   "start"),
            "none");
}

TEST(Drain, PoolIsWaitedForAsAWhole) {
  EXPECT_EQ(inTurn("lib::shared_pool::instance().submit(work);"
                   "if (++i % 8 == 0) lib::shared_pool::instance().drain();",
                   "submit"),
            "full: 8");
}

TEST(Drain, GroupThatJoinsEndsWithTheTurn) {
  EXPECT_EQ(inTurn("lib::collector g; g.add(lib::async(work));", "async"),
            "each turn");
  EXPECT_EQ(
      inTurn("static lib::collector g; g.add(lib::async(work));", "async"),
      "none");
}

TEST(Drain, FullBatchIsWaitedFor) {
  EXPECT_EQ(inTurn("ts.emplace_back(work); if (ts.size() >= 8) {"
                   "  for (auto &t : ts) t.join(); ts.clear(); }",
                   "emplace_back"),
            "full: 8");
}

TEST(Drain, FullBatchOfTheMachinesSizeIsSized) {
  EXPECT_EQ(inTurn("ts.emplace_back(work); if (ts.size() >= lib::cores()) {"
                   "  for (auto &t : ts) t.join(); ts.clear(); }",
                   "emplace_back"),
            "full: sized");
}

TEST(Drain, BatchByModulo) {
  EXPECT_EQ(inTurn("ts.emplace_back(work); if (++i % 8 == 0) {"
                   "  for (auto &t : ts) t.join(); ts.clear(); }",
                   "emplace_back"),
            "full: 8");
}

TEST(Drain, WindowWaitsForItsOldest) {
  EXPECT_EQ(inTurn("if (ts.size() == 4) { ts.front().join();"
                   "  ts.pop_front(); } ts.emplace_back(work);",
                   "emplace_back"),
            "full: 4");
  EXPECT_EQ(inTurn("while (ts.size() >= 4) { ts.front().join();"
                   "  ts.pop_front(); } ts.emplace_back(work);",
                   "emplace_back"),
            "full: 4");
}

TEST(Drain, OldestMayHaveANameOfItsOwn) {
  EXPECT_EQ(inTurn("if (ts.size() == 4) { auto &oldest = ts.front();"
                   "  oldest.join(); ts.pop_front(); } ts.emplace_back(work);",
                   "emplace_back"),
            "full: 4");
}

TEST(Drain, WaitForAllInEachTurnIsEachTurn) {
  EXPECT_EQ(inTurn("ts.emplace_back(work); while (!ts.empty()) {"
                   "  ts.front().join(); ts.pop_front(); }",
                   "emplace_back"),
            "each turn");
}

TEST(Drain, ContainerThatJoinsIsDrainedByWhatRemoves) {
  EXPECT_EQ(drainIn("void f(lib::vector<int> v) {"
                    "  lib::vector<lib::scoped_task> ts; for (int x : v) {"
                    "    ts.emplace_back(work);"
                    "    if (ts.size() >= 8) ts.clear(); } }",
                    "emplace_back"),
            "full: 8");
}

TEST(Drain, JoinOfAnotherContainerIsNone) {
  EXPECT_EQ(inTurn("static lib::vector<lib::task> us;"
                   "ts.emplace_back(work); for (auto &u : us) u.join();",
                   "emplace_back"),
            "none");
}

TEST(Drain, OuterLoopDrainsWhatTheInnerStarted) {
  const char *Code = "void f(lib::vector<int> v) { for (int x : v) {"
                     "  lib::vector<lib::task> ts;"
                     "  for (int i = 0; i < 4; ++i) ts.emplace_back(work);"
                     "  for (auto &t : ts) t.join(); } }";
  EXPECT_EQ(drainIn(Code, "emplace_back", 0), "none");
  EXPECT_EQ(drainIn(Code, "emplace_back", 1), "each turn");
}

TEST(Drain, HelperThatWaitsIsSeenInto) {
  EXPECT_EQ(drainIn("static void finish(lib::vector<lib::task> &all) {"
                    "  for (auto &t : all) t.join(); }"
                    "void f(lib::vector<int> v) {"
                    "  lib::vector<lib::task> ts; for (int x : v) {"
                    "    ts.emplace_back(work);"
                    "    if (ts.size() == 8) finish(ts); } }",
                    "emplace_back"),
            "full: 8");
}

TEST(Drain, HandlesGivenToUnknownCodeAreUnknown) {
  EXPECT_EQ(drainIn("void finish(lib::vector<lib::task> &);"
                    "void f(lib::vector<int> v) {"
                    "  lib::vector<lib::task> ts; for (int x : v) {"
                    "    ts.emplace_back(work); finish(ts); } }",
                    "emplace_back"),
            "unknown");
}

TEST(Drain, HandleReturnedByAHelperIsItsCallers) {
  Question Q("static lib::task open() { return lib::task(work); }"
             "void f(lib::vector<int> v) {"
             "  for (int x : v) { open().join(); } }"
             "void g(lib::vector<int> v) { lib::vector<lib::task> ts;"
             "  for (int x : v) ts.push_back(open()); }");
  Spawn Started = Q.spawn("task");
  auto Ask = [&](const clang::Expr *Inside) {
    Loop L = Q.loop(Inside);
    return words(drainOf(Q.facts(), L, Started, Inside, {}));
  };
  EXPECT_EQ(Ask(Q.call("open")), "each turn");
  EXPECT_EQ(Ask(Q.call("open", 1)), "none");
}

TEST(Drain, HandleByAddressIsWaitedForByAddress) {
  EXPECT_EQ(inTurn("lib::task t; lib::start_at(&t, work); lib::join_at(&t);",
                   "start_at"),
            "each turn");
  EXPECT_EQ(inTurn("lib::task t; lib::start_at(&t, work); lib::detach_at(&t);",
                   "start_at"),
            "none");
}

TEST(Drain, GroupIsWaitedForAsAWhole) {
  auto Ask = [](const std::string &Before, const std::string &Turn,
                const std::string &After) {
    return drainIn("void f(lib::vector<int> v) { int i = 0;" + Before +
                       "for (int x : v) {" + Turn + "}" + After + "}",
                   "run");
  };
  EXPECT_EQ(Ask("", "lib::group g; g.run(work); g.wait();", ""), "each turn");
  EXPECT_EQ(Ask("lib::group g;", "g.run(work); if (++i % 8 == 0) g.wait();",
                "g.wait();"),
            "full: 8");
  EXPECT_EQ(Ask("lib::group g;", "g.run(work);", "g.wait();"), "none");
  EXPECT_EQ(Ask("lib::group g, h;", "g.run(work); h.wait();", "g.wait();"),
            "none");
}

TEST(Drain, LatchOfTheTurnIsEachTurn) {
  EXPECT_EQ(inTurn("lib::latch done(1);"
                   "lib::start([&] { work(); done.count_down(); });"
                   "done.wait();",
                   "start"),
            "each turn");
}

TEST(Drain, LatchThatTheTaskDoesNotKnowIsNone) {
  EXPECT_EQ(inTurn("lib::latch done(1); lib::start([&] { work(); });"
                   "done.wait();",
                   "start"),
            "none");
}

TEST(Drain, LatchOfTheWholeLoopIsNone) {
  EXPECT_EQ(drainIn("void f(lib::vector<int> v) { lib::latch done(v.size());"
                    "  for (int x : v)"
                    "    lib::start([&] { work(); done.count_down(); });"
                    "  done.wait(); }",
                    "start"),
            "none");
}

/// The same as inTurn for a task of a group 'g'.
std::string inGroup(const std::string &Turn, llvm::StringRef Name = "run") {
  return drainIn("bool odd(); void f(lib::vector<int> v, lib::pool &p) {"
                 "  lib::crew g, other; int i = 0; for (int x : v) {" +
                     Turn + "} g.wait(); }",
                 Name);
}

TEST(Drain, GroupAwaitedAfterTheLoopIsNone) {
  EXPECT_EQ(inGroup("g.run(work);"), "none");
}

TEST(Drain, GroupAwaitedInItsTurnIsEachTurn) {
  EXPECT_EQ(inGroup("g.run(work); g.wait();"), "each turn");
  EXPECT_EQ(inGroup("lib::run_in(g, work); g.wait();", "run_in"), "each turn");
}

TEST(Drain, GroupAwaitedOnceSoManyWereStartedIsABatch) {
  EXPECT_EQ(inGroup("g.run(work); if (++i % 16 == 0) g.wait();"), "full: 16");
}

TEST(Drain, GroupAwaitedUnderAConditionIsUnknown) {
  EXPECT_EQ(inGroup("g.run(work); if (odd()) g.wait();"), "unknown");
}

TEST(Drain, AnotherGroupAwaitedIsNone) {
  EXPECT_EQ(inGroup("g.run(work); other.wait();"), "none");
}

TEST(Drain, GroupThatJoinsAtItsEndIsEachTurn) {
  EXPECT_EQ(inGroup("lib::scoped_crew s(p); s.run(work);"), "each turn");
  EXPECT_EQ(inGroup("lib::crew s; s.run(work);"), "none");
}

TEST(Drain, CallThatWaitsForItsTaskIsEachTurn) {
  EXPECT_EQ(inGroup("g.run_and_wait(work);", "run_and_wait"), "each turn");
}

/// How the loop that calls g() waits for what g() starts by \p Name.
std::string throughHelper(const std::string &Helper,
                          llvm::StringRef Name = "task") {
  Question Q(Helper + "void f(lib::vector<int> v) { for (int x : v) g(); }");
  Spawn Started = Q.spawn(Name);
  const clang::Expr *Call = Q.call("g");
  return words(drainOf(Q.facts(), Q.loop(Call), Started, Call, {}));
}

TEST(Drain, LocalThatAHelperAwaitsIsEachTurn) {
  EXPECT_EQ(throughHelper("void g() { lib::vector<lib::task> ts;"
                          "  ts.push_back(lib::task(work));"
                          "  for (auto &t : ts) t.join(); }"),
            "each turn");
  EXPECT_EQ(throughHelper("void g() { lib::crew ts; ts.run(work);"
                          "  ts.wait(); }",
                          "run"),
            "each turn");
  EXPECT_EQ(throughHelper("void g() { lib::vector<lib::scoped_task> ts;"
                          "  ts.emplace_back(work); }",
                          "emplace_back"),
            "each turn");
}

TEST(Drain, WhatAHelperKeepsOrGivesAwayIsNone) {
  EXPECT_EQ(throughHelper("static lib::vector<lib::task> ts;"
                          "void g() { ts.push_back(lib::task(work)); }"),
            "none");
  EXPECT_EQ(throughHelper("lib::vector<lib::scoped_task> g() {"
                          "  lib::vector<lib::scoped_task> ts;"
                          "  ts.emplace_back(work); return ts; }",
                          "emplace_back"),
            "none");
  EXPECT_EQ(throughHelper("void g() { lib::vector<lib::result> rs;"
                          "  rs.push_back(lib::run_in(*new lib::crew, work));"
                          "}",
                          "run_in"),
            "none");
}

TEST(Drain, HelperThatAwaitsSometimesIsNone) {
  EXPECT_EQ(throughHelper("bool odd(); void g() { lib::crew ts; ts.run(work);"
                          "  if (odd()) ts.wait(); }",
                          "run"),
            "none");
}

TEST(Drain, HandlesThatALoopFillsInAreAwaitedWithTheirContainer) {
  EXPECT_EQ(drainIn("void f(lib::vector<int> v) { for (int x : v) {"
                    "  lib::array<lib::task, 2> ts;"
                    "  for (auto &t : ts) t = lib::task(work);"
                    "  for (auto &t : ts) t.join(); } }",
                    "task", 1),
            "each turn");
}

TEST(Drain, LoopOfAnAlgorithmDrainsToo) {
  EXPECT_EQ(drainIn("void f(lib::vector<int> v) {"
                    "  lib::for_each(v.begin(), v.end(), [](int) {"
                    "    lib::task t(work); t.join(); }); }"),
            "each turn");
}

TEST(Drain, ReasonPointsAtTheWait) {
  Question Q("void f(lib::vector<int> v) {\n  for (int x : v) {\n"
             "    lib::task t(work);\n    t.join();\n  }\n}");
  Spawn Started = Q.spawn("task");
  Drain D = drainOf(Q.facts(), Q.loop(Started.Site), Started, Started.Site, {});
  ASSERT_EQ(D.Because.size(), 1u);
  EXPECT_EQ(Q.lineOf(D.Because[0].Place), 4u);
}

TEST(Drain, HalfTypedAndDependentCodeIsSurvived) {
  auto Survives = [](Question &Q) {
    for (const clang::Expr *E : Q.expressions())
      if (std::optional<Spawn> Started = spawnAt(Q.facts(), E)) {
        for (const Loop &L : Q.loops())
          EXPECT_NE(words(drainOf(Q.facts(), L, *Started, E, {})), "");
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
