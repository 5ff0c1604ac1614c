// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/Magnitude.h"
#include "Question.h"

using namespace tidepool;

namespace {

std::string words(const Magnitude &M) {
  std::string Words = M.Words.empty() ? "" : " (" + M.Words + ")";
  switch (M.Is) {
  case Magnitude::Kind::Number:
    return (M.Explicit ? "bound " : "") + std::to_string(M.Number) + Words;
  case Magnitude::Kind::Sized:
    return "sized";
  case Magnitude::Kind::Unknown:
    return "unknown";
  case Magnitude::Kind::Unbounded:
    break;
  }
  if (M.Useless.Is == Limiter::Kind::FreedEarly)
    Words += " freed early";
  else if (M.Useless.Is == Limiter::Kind::InsideTask)
    Words += " inside task";
  return "unbounded" + Words;
}

/// Every answer for what \p Name starts, "line: answer; ...".
std::string manyIn(llvm::StringRef Code, llvm::StringRef Name = "start") {
  Question Q(Code);
  std::string All;
  for (const Magnitude &M : magnitudesOf(Q.facts(), Q.spawn(Name), 10, {}))
    All += (All.empty() ? "" : "; ") +
           std::to_string(Q.lineOf(M.Place->getBeginLoc())) + ": " + words(M);
  return All;
}

TEST(Magnitude, NoLoopIsNoAnswer) {
  EXPECT_EQ(manyIn("void f() { lib::start(work); }"), "");
}

TEST(Magnitude, LoopOfANumberIsTheNumber) {
  EXPECT_EQ(
      manyIn("void f() { for (int i = 0; i < 8; ++i) lib::start(work); }"),
      "1: 8 (8)");
}

TEST(Magnitude, NestedLoopsMultiply) {
  EXPECT_EQ(manyIn("void f() { for (int i = 0; i < 40; ++i)\n"
                   "  for (int j = 0; j < 25; ++j)\n"
                   "    lib::start(work); }"),
            "3: 1000 (40 x 25 = 1000)");
}

TEST(Magnitude, InnerLoopThatRepeatsAFailedStartIsNone) {
  EXPECT_EQ(manyIn("void f() { for (;;)\n"
                   "  for (;;) { lib::start(work); break; } }"),
            "2: unbounded (once per turn of a loop without end)");
  EXPECT_EQ(manyIn("void f() { for (;;) { lib::start(work); return; } }"),
            "1: 1");
}

TEST(Magnitude, CallableThatIsCalledOnceIsPartOfTheLoop) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> v) { for (int x : v)\n"
                   "  lib::call([] { lib::start(work); }); }"),
            "2: unbounded (once per element of 'v')");
  EXPECT_EQ(manyIn("void f() { lib::call([] { lib::start(work); }); }"), "");
}

TEST(Magnitude, ProductDoesNotWrapAround) {
  EXPECT_EQ(manyIn("void f() {"
                   "  for (unsigned long i = 0; i < 4294967296; ++i)"
                   "    for (unsigned long j = 0; j < 4294967296; ++j)"
                   "      lib::start(work); }"),
            "1: 18446744073709551615 "
            "(4294967296 x 4294967296 = 18446744073709551615)");
}

TEST(Magnitude, LoopOverInputIsUnbounded) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> urls) {"
                   "  for (int u : urls) lib::start(work, u); }"),
            "1: unbounded (once per element of 'urls')");
}

TEST(Magnitude, InputInsideOfANumberIsUnbounded) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> urls) {"
                   "  for (int i = 0; i < 3; ++i)"
                   "    for (int u : urls) lib::start(work, u); }"),
            "1: unbounded (once per element of 'urls')");
}

TEST(Magnitude, NumberInsideOfInputIsUnbounded) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> urls) {"
                   "  for (int u : urls)"
                   "    for (int i = 0; i < 3; ++i) lib::start(work, u); }"),
            "1: unbounded (once per element of 'urls')");
}

TEST(Magnitude, AcceptedConnectionsComeForEver) {
  EXPECT_EQ(manyIn("void f() { for (;;) {"
                   "  int c = lib::accept(); lib::start(work, c); } }"),
            "1: unbounded (once per accepted connection, for ever)");
}

TEST(Magnitude, MachineInsideOfANumberIsSized) {
  EXPECT_EQ(manyIn("void f() { for (int i = 0; i < 3; ++i)"
                   "  for (unsigned j = 0; j < lib::cores(); ++j)"
                   "    lib::start(work); }"),
            "1: sized");
}

TEST(Magnitude, UnknownStaysUnknown) {
  EXPECT_EQ(manyIn("void f(int n) { for (int i = 0; i < n; ++i)"
                   "  lib::start(work); }"),
            "1: unknown");
}

TEST(Magnitude, WorkersOverOneQueueAreSized) {
  EXPECT_EQ(manyIn("bool more(); void f(int n) {"
                   "  for (int i = 0; i < n; ++i)"
                   "    lib::start([] { while (more()) work(); }); }"),
            "1: sized");
}

TEST(Magnitude, WorkersOnePerItemAreNotSized) {
  EXPECT_EQ(manyIn("bool more(); void f(lib::vector<int> v) {"
                   "  for (int x : v)"
                   "    lib::start([] { while (more()) work(); }); }"),
            "1: unbounded (once per element of 'v')");
}

TEST(Magnitude, HelperInALoopIsTheCallToChange) {
  EXPECT_EQ(manyIn("static void one(int u) { lib::start(work, u); }\n"
                   "void f(lib::vector<int> urls) {\n"
                   "  for (int u : urls)\n"
                   "    one(u); }"),
            "4: unbounded (once per element of 'urls')");
}

TEST(Magnitude, LambdaInALoopIsTheCallToChange) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> urls) {\n"
                   "  auto one = [](int u) { lib::start(work, u); };\n"
                   "  for (int u : urls)\n"
                   "    one(u); }"),
            "4: unbounded (once per element of 'urls')");
}

TEST(Magnitude, ConstructorInALoopIsTheCallToChange) {
  EXPECT_EQ(manyIn("struct One { One() { lib::start(work); } };\n"
                   "void f(lib::vector<int> urls) {\n"
                   "  for (int u : urls)\n"
                   "    One o; }"),
            "4: unbounded (once per element of 'urls')");
}

TEST(Magnitude, EachCallerHasItsAnswer) {
  EXPECT_EQ(manyIn("static void one() { lib::start(work); }\n"
                   "void f(lib::vector<int> v) { for (int x : v) one(); }\n"
                   "void g() { for (int i = 0; i < 3; ++i) one(); }"),
            "2: unbounded (once per element of 'v'); 3: 3 (3)");
}

TEST(Magnitude, LoopsOfHelperAndCallerMultiply) {
  EXPECT_EQ(manyIn("static void some() { for (int i = 0; i < 4; ++i)"
                   "  lib::start(work); }\n"
                   "void f() { for (int i = 0; i < 5; ++i) some(); }"),
            "2: 20 (5 x 4 = 20)");
}

TEST(Magnitude, AlgorithmIsALoopAndTheStartThePlaceToChange) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> urls) {\n"
                   "  lib::for_each(urls.begin(), urls.end(), [](int u) {\n"
                   "    lib::start(work, u); }); }"),
            "3: unbounded (once per element of 'urls')");
}

TEST(Magnitude, LimiterBoundsItsLoop) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> v) { lib::limit s(4);"
                   "  for (int x : v) { s.acquire(); lib::start(work); } }"),
            "1: bound 4 (4)");
}

TEST(Magnitude, LimiterBoundsTheLoopsAroundToo) {
  EXPECT_EQ(manyIn("static lib::limit s(4); void f(lib::vector<int> v) {"
                   "  for (int x : v) for (int y : v) {"
                   "    s.acquire(); lib::start(work); } }"),
            "1: bound 4 (4)");
}

TEST(Magnitude, LimiterMadeInTheOuterLoopDoesNotBoundIt) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> v) { for (int x : v) {"
                   "  lib::limit s(4); for (int y : v) {"
                   "    s.acquire(); lib::start(work); } } }"),
            "1: unbounded (once per element of 'v')");
}

TEST(Magnitude, InnerNumberMultipliesTheOuterLimit) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> v, lib::size_t) {"
                   "  lib::limit s(4); for (int x : v) { s.acquire();"
                   "    for (int i = 0; i < 3; ++i) lib::start(work); } }"),
            "1: bound 12 (4 x 3 = 12)");
}

TEST(Magnitude, LimitAsLargeAsTheInputBoundsNothing) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> v) { lib::limit s(v.size());"
                   "  for (int x : v) { s.acquire(); lib::start(work); } }"),
            "1: unbounded (once per element of 'v')");
}

TEST(Magnitude, LimitOfUnseenCapacityIsNoAccusation) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> v, lib::limit &s) {"
                   "  for (int x : v) { s.acquire(); lib::start(work); } }"),
            "1: sized");
}

TEST(Magnitude, PermitTakenInTheHelperBoundsItsCallers) {
  EXPECT_EQ(manyIn("static lib::limit s(4); static void one() {"
                   "  s.acquire(); lib::start(work); }\n"
                   "void f(lib::vector<int> v) { for (int x : v) one(); }"),
            "");
}

TEST(Magnitude, UselessPermitsAreHandedOn) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> v, lib::limit &s) {"
                   "  for (int x : v) { lib::permit p(s);"
                   "    lib::start(work); } }"),
            "1: unbounded (once per element of 'v') freed early");
  EXPECT_EQ(manyIn("void f(lib::vector<int> v, lib::limit &s) {"
                   "  for (int x : v) lib::start([&] {"
                   "    s.acquire(); work(); s.release(); }); }"),
            "1: unbounded (once per element of 'v') inside task");
}

TEST(Magnitude, DrainInEachTurnLeavesOne) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> v) { for (int x : v) {"
                   "  lib::task t(work); t.join(); } }",
                   "task"),
            "1: 1");
}

TEST(Magnitude, DrainOfTheOuterLoopLeavesTheInner) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> v) { for (int x : v) {"
                   "  lib::vector<lib::task> ts;"
                   "  for (int i = 0; i < 4; ++i) ts.emplace_back(work);"
                   "  for (auto &t : ts) t.join(); } }",
                   "emplace_back"),
            "1: 4 (4)");
}

TEST(Magnitude, FullBatchIsABound) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> v) { lib::vector<lib::task> ts;"
                   "  for (int x : v) { ts.emplace_back(work);"
                   "    if (ts.size() >= 6) {"
                   "      for (auto &t : ts) t.join(); ts.clear(); } } }",
                   "emplace_back"),
            "1: bound 6 (6)");
}

TEST(Magnitude, HandlesGivenAwayAreUnknown) {
  EXPECT_EQ(manyIn("void finish(lib::vector<lib::task> &);"
                   "void f(lib::vector<int> v) {"
                   "  lib::vector<lib::task> ts; for (int x : v) {"
                   "    ts.emplace_back(work); finish(ts); } }",
                   "emplace_back"),
            "1: unknown");
}

TEST(Magnitude, LoopThatIsLeftAtOnceCountsOne) {
  EXPECT_EQ(manyIn("bool free(int); void f(lib::vector<int> v) {"
                   "  for (int x : v) if (free(x)) {"
                   "    lib::start(work); break; } }"),
            "1: 1");
  EXPECT_EQ(manyIn("bool free(int); void f(lib::vector<int> v) {"
                   "  for (int x : v) if (free(x)) {"
                   "    lib::start(work); return; } }"),
            "1: 1");
}

TEST(Magnitude, GotoIsALoop) {
  EXPECT_EQ(manyIn("bool more(); void f() { again: lib::start(work);"
                   "  if (more()) goto again; }"),
            "1: unknown");
  EXPECT_EQ(manyIn("bool bad(); void f() { if (bad()) goto end;"
                   "  lib::start(work); end: work(); }"),
            "");
}

TEST(Magnitude, TasksThatStartTasksMultiply) {
  EXPECT_EQ(manyIn("void f() { for (int i = 0; i < 5; ++i)\n"
                   "  lib::make([] {\n"
                   "    for (int j = 0; j < 4; ++j) lib::start(work); }); }"),
            "3: 20 (5 x 4 = 20)");
}

TEST(Magnitude, OuterTasksAreJudgedWhereTheyStart) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> v) { for (int x : v)\n"
                   "  lib::make([] {\n"
                   "    for (int j = 0; j < 4; ++j) lib::start(work); }); }"),
            "3: 4 (4)");
}

TEST(Magnitude, CallableGivenToUnknownCodeEndsTheClimb) {
  EXPECT_EQ(manyIn("template <class F> void later(F) {}"
                   "void f(lib::vector<int> v) {"
                   "  for (int x : v) later([] { lib::start(work); }); }"),
            "");
}

TEST(Magnitude, RecursionEnds) {
  EXPECT_EQ(manyIn("static void f(int n) { lib::start(work);\n"
                   "  for (int i = 0; i < 3; ++i) f(n - 1); }\n"
                   "void g() { f(3); }"),
            "2: 3 (3)");
}

TEST(Magnitude, AlgorithmThatTakesAFunctionPointerIsALoop) {
  EXPECT_EQ(manyIn("void f(lib::vector<int> v) {"
                   "  lib::each(v, [](int) { lib::start(work); }); }"),
            "1: unbounded (once per element of 'v')");
}

TEST(Magnitude, HalfTypedAndDependentCodeIsSurvived) {
  auto Survives = [](Question &Q) {
    for (const clang::Expr *E : Q.expressions())
      if (std::optional<Spawn> Started = spawnAt(Q.facts(), E)) {
        for (const Magnitude &M : magnitudesOf(Q.facts(), *Started, 10, {}))
          EXPECT_TRUE(M.Place);
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
