// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/TripCount.h"
#include "Question.h"

using namespace tidepool;

namespace {

std::string words(const TripCount &T) {
  switch (T.Is) {
  case TripCount::Kind::Number:
    return std::to_string(T.Number);
  case TripCount::Kind::Sized:
    return "sized";
  case TripCount::Kind::Unknown:
    return "unknown";
  case TripCount::Kind::PerItem:
    return "per " + T.Of;
  case TripCount::Kind::Endless:
    return T.Accepts ? "accepts" : "endless";
  }
  return "";
}

/// The turns of the loop around the call of \p Name.
std::string turnsIn(llvm::StringRef Code, llvm::StringRef Name = "start") {
  Question Q(Code);
  const clang::Expr *Inside = Q.call(Name);
  return words(tripCount(Q.facts(), Q.loop(Inside), Inside, {}));
}

TEST(TripCount, ConstantBoundIsANumber) {
  EXPECT_EQ(
      turnsIn("void f() { for (int i = 0; i < 8; ++i) lib::start(work); }"),
      "8");
}

TEST(TripCount, CountsFromWhereTheCounterStarts) {
  EXPECT_EQ(
      turnsIn("void f() { for (int i = 2; i < 8; ++i) lib::start(work); }"),
      "6");
}

TEST(TripCount, InclusiveBoundIsOneMore) {
  EXPECT_EQ(
      turnsIn("void f() { for (int i = 0; i <= 8; ++i) lib::start(work); }"),
      "9");
}

TEST(TripCount, UnequalCountsLikeLess) {
  EXPECT_EQ(
      turnsIn("void f() { for (int i = 0; i != 8; ++i) lib::start(work); }"),
      "8");
}

TEST(TripCount, BoundMayStandOnTheLeft) {
  EXPECT_EQ(
      turnsIn("void f() { for (int i = 0; 8 > i; ++i) lib::start(work); }"),
      "8");
}

TEST(TripCount, StepDividesTheTurns) {
  EXPECT_EQ(turnsIn("void f() { for (int i = 0; i < 1000; i += 300)"
                    "  lib::start(work); }"),
            "4");
}

TEST(TripCount, CallThatIsAskedForAnotherEachTurnIsPerItem) {
  EXPECT_EQ(turnsIn("struct S { int next(); int left() const; };"
                    "void f(S &s) { while (s.next() != -1)"
                    "  lib::start(work); }"),
            "per item read by this loop");
  EXPECT_EQ(turnsIn("struct S { int next(); int left() const; };"
                    "void f(S &s) { while (s.left() > 0) lib::start(work); }"),
            "unknown");
  EXPECT_EQ(turnsIn("struct S { int next(); };"
                    "void f(S &s) { while (s.next() != 5) lib::start(work); }"),
            "unknown");
}

TEST(TripCount, ValueOfACallIsNoCounter) {
  EXPECT_EQ(turnsIn("int next(); void f() { for (int i = 1;; ++i) {"
                    "  int s; s = next(); if (s == -1) break;"
                    "  lib::start(work); } }"),
            "endless");
}

TEST(TripCount, StepMultiplies) {
  EXPECT_EQ(turnsIn("void f() { for (int i = 1; i < 1024; i *= 2)"
                    "  lib::start(work); }"),
            "10");
  EXPECT_EQ(turnsIn("void f() { for (int i = 1; i <= 8; i <<= 1)"
                    "  lib::start(work); }"),
            "4");
}

TEST(TripCount, ListReturnedByAFunctionInViewHasItsSize) {
  EXPECT_EQ(turnsIn("lib::vector<int> few() { return {1, 2, 3}; }"
                    "void f() { for (int i : few()) lib::start(work); }"),
            "3");
  EXPECT_EQ(turnsIn("lib::vector<int> some(); "
                    "void f() { for (int i : some()) lib::start(work); }"),
            "per element of 'some()'");
}

TEST(TripCount, CountdownBeganAtItsBound) {
  EXPECT_EQ(
      turnsIn("void f() { for (int i = 8; i > 0; --i) lib::start(work); }"),
      "8");
  EXPECT_EQ(turnsIn("void f(lib::vector<int> v) {"
                    "  for (int i = v.size(); i > 0; --i) lib::start(work); }"),
            "per element of 'v'");
}

TEST(TripCount, CountdownInTheConditionBeganAtItsBound) {
  EXPECT_EQ(turnsIn("void f() { int n = 8;"
                    "  while (n-- > 0) lib::start(work); }"),
            "8");
  EXPECT_EQ(turnsIn("void f() { int n = 8; while (n--) lib::start(work); }"),
            "8");
  EXPECT_EQ(turnsIn("void f(int n) { while (n--) lib::start(work); }"),
            "unknown");
}

TEST(TripCount, CountdownToZeroInclusiveIsOneMore) {
  EXPECT_EQ(
      turnsIn("void f() { for (int i = 7; i >= 0; --i) lib::start(work); }"),
      "8");
}

TEST(TripCount, WhileCountsLikeFor) {
  EXPECT_EQ(turnsIn("void f() { int i = 0;"
                    "  while (i < 8) { lib::start(work); i++; } }"),
            "8");
}

TEST(TripCount, FalseConditionTurnsOnce) {
  EXPECT_EQ(turnsIn("void f() { do lib::start(work); while (false); }"), "1");
}

TEST(TripCount, CoresAreSized) {
  EXPECT_EQ(turnsIn("void f() { for (unsigned i = 0; i < lib::cores(); ++i)"
                    "  lib::start(work); }"),
            "sized");
}

TEST(TripCount, SizeOfInputIsPerItem) {
  EXPECT_EQ(turnsIn("void f(lib::vector<int> v) {"
                    "  for (unsigned i = 0; i < v.size(); ++i)"
                    "    lib::start(work); }"),
            "per element of 'v'");
}

TEST(TripCount, ParameterIsUnknown) {
  EXPECT_EQ(turnsIn("void f(int n) { for (int i = 0; i < n; ++i)"
                    "  lib::start(work); }"),
            "unknown");
}

TEST(TripCount, NamedConstantForWorkersIsSized) {
  EXPECT_EQ(turnsIn("constexpr int kThreads = 64;"
                    "void f() { for (int i = 0; i < kThreads; ++i)"
                    "  lib::start(work); }"),
            "sized");
  EXPECT_EQ(turnsIn("#define NUM_WORKERS 64\n"
                    "void f() { for (int i = 0; i < NUM_WORKERS; ++i)"
                    "  lib::start(work); }"),
            "sized");
  EXPECT_EQ(turnsIn("constexpr int kItems = 64;"
                    "void f() { for (int i = 0; i < kItems; ++i)"
                    "  lib::start(work); }"),
            "64");
}

TEST(TripCount, RangeForTurnsOnceAnElement) {
  EXPECT_EQ(turnsIn("void f(lib::vector<int> v) {"
                    "  for (int x : v) lib::start(work); }"),
            "per element of 'v'");
  EXPECT_EQ(turnsIn("void f() { for (int x : {1, 2, 3}) lib::start(work); }"),
            "3");
}

TEST(TripCount, RangeThatIsCutIsANumber) {
  EXPECT_EQ(turnsIn("void f(lib::vector<int> v) {"
                    "  for (int x : v | lib::take(8)) lib::start(work); }"),
            "8");
}

TEST(TripCount, HandlesFilledInWereSizedWhereTheyWereMade) {
  EXPECT_EQ(turnsIn("void f(lib::vector<lib::task> &pool) {"
                    "  for (auto &t : pool) t = lib::task(work); }",
                    "task"),
            "sized");
  EXPECT_EQ(turnsIn("void f(lib::vector<int> &pool) {"
                    "  lib::vector<lib::task> ts;"
                    "  for (auto &t : pool) ts.push_back(lib::task(work)); }",
                    "task"),
            "per element of 'pool'");
}

TEST(TripCount, IteratorsTurnOnceAnElement) {
  EXPECT_EQ(turnsIn("void f(lib::vector<int> v) {"
                    "  for (auto i = v.begin(); i != v.end(); ++i)"
                    "    lib::start(work); }"),
            "per element of 'v'");
  EXPECT_EQ(turnsIn("void f(const lib::vector<int> &v) {"
                    "  for (auto i = v.begin(); i != v.end(); ++i)"
                    "    lib::start(work); }"),
            "per element of 'v'");
  EXPECT_EQ(turnsIn("void f(lib::vector<int> v) { auto i = v.begin();"
                    "  while (!(i == v.end())) { lib::start(work); ++i; } }"),
            "per element of 'v'");
}

TEST(TripCount, ChainOfPointersIsPerItem) {
  EXPECT_EQ(turnsIn("struct Node { Node *next; };"
                    "void f(Node *n) { while (n) {"
                    "  lib::start(work); n = n->next; } }"),
            "per element that 'n' points to");
  EXPECT_EQ(turnsIn("struct Node { Node *next; };"
                    "void f(Node *head) {"
                    "  for (Node *n = head; n != nullptr; n = n->next)"
                    "    lib::start(work); }"),
            "per element that 'n' points to");
}

TEST(TripCount, NoConditionIsEndless) {
  EXPECT_EQ(turnsIn("void f() { for (;;) lib::start(work); }"), "endless");
  EXPECT_EQ(turnsIn("void f() { while (true) lib::start(work); }"), "endless");
}

TEST(TripCount, FlagLoopIsEndless) {
  EXPECT_EQ(turnsIn("void f(bool &on) { while (on) lib::start(work); }"),
            "endless");
  EXPECT_EQ(turnsIn("void f(lib::flag &stop) {"
                    "  while (!stop.load()) lib::start(work); }"),
            "endless");
  EXPECT_EQ(turnsIn("void f(lib::flag &stop) {"
                    "  while (!stop) lib::start(work); }"),
            "endless");
}

TEST(TripCount, FlagClearedInTheLoopIsUnknown) {
  EXPECT_EQ(turnsIn("void f(bool last) { bool on = true;"
                    "  while (on) { lib::start(work); on = !last; } }"),
            "unknown");
}

TEST(TripCount, BreakAtABoundEndsIt) {
  EXPECT_EQ(turnsIn("void f() { int i = 0; for (;;) {"
                    "  if (i >= 8) break; lib::start(work); ++i; } }"),
            "8");
  EXPECT_EQ(turnsIn("void f() { int i = 0; while (true) {"
                    "  if (i == 8) { return; } lib::start(work); ++i; } }"),
            "8");
}

TEST(TripCount, BreakAfterTheStartEndsItToo) {
  EXPECT_EQ(turnsIn("void f() { int i = 0; for (;;) {"
                    "  lib::start(work); if (++i >= 8) break; } }"),
            "8");
}

TEST(TripCount, BreakOnAnotherConditionDoesNotEndIt) {
  EXPECT_EQ(turnsIn("bool odd(); void f() { for (;;) {"
                    "  if (odd()) break; lib::start(work); } }"),
            "endless");
}

TEST(TripCount, BothConditionsMustHold) {
  EXPECT_EQ(turnsIn("void f(bool &on) { for (int i = 0; i < 8 && on; ++i)"
                    "  lib::start(work); }"),
            "8");
}

TEST(TripCount, EitherConditionIsTheLarger) {
  EXPECT_EQ(turnsIn("void f(bool &on) { for (int i = 0; i < 8 || on; ++i)"
                    "  lib::start(work); }"),
            "endless");
}

TEST(TripCount, AcceptedConnectionsAreEndless) {
  EXPECT_EQ(turnsIn("void f() { for (;;) {"
                    "  int c = lib::accept(); lib::start(work, c); } }"),
            "accepts");
  EXPECT_EQ(turnsIn("void f() { int c;"
                    "  while ((c = lib::accept()) >= 0)"
                    "    lib::start(work, c); }"),
            "accepts");
  EXPECT_EQ(turnsIn("void f() { while (int c = lib::accept())"
                    "  lib::start(work, c); }"),
            "accepts");
}

TEST(TripCount, AcceptInATaskIsNotTheLoops) {
  EXPECT_EQ(turnsIn("void f() { for (;;)"
                    "  lib::start([] { lib::accept(); }); }"),
            "endless");
}

TEST(TripCount, ItemReadByTheConditionIsPerItem) {
  EXPECT_EQ(turnsIn("int read(); void f() { int n;"
                    "  while ((n = read()) > 0) lib::start(work, n); }"),
            "per item read by this loop");
  EXPECT_EQ(turnsIn("struct Job; Job *next(); void f() {"
                    "  while (Job *j = next()) lib::start(work, j); }"),
            "per item that 'j' receives");
  EXPECT_EQ(turnsIn("struct Job { explicit operator bool() const; };"
                    "Job next(); void f() {"
                    "  while (Job j = next()) lib::start(work, &j); }"),
            "per item that 'j' receives");
}

TEST(TripCount, ItemReceivedByReferenceIsPerItem) {
  EXPECT_EQ(turnsIn("struct Queue { bool pop(int &); };"
                    "void f(Queue &q) { int job;"
                    "  while (q.pop(job)) lib::start(work, job); }"),
            "per item that 'job' receives");
  EXPECT_EQ(turnsIn("enum class State { good, over };"
                    "struct Queue { State pop(int &); };"
                    "void f(Queue &q) { int job;"
                    "  while (q.pop(job) == State::good)"
                    "    lib::start(work, job); }"),
            "per item that 'job' receives");
  EXPECT_EQ(turnsIn("enum class State { good, over };"
                    "State next(); void f() {"
                    "  while (next() == State::good) lib::start(work); }"),
            "unknown");
  EXPECT_EQ(turnsIn("bool pop(int *); void f() { int job;"
                    "  while (pop(&job)) lib::start(work, job); }"),
            "per item that 'job' receives");
}

TEST(TripCount, ItemThatIsNotUsedIsNoItem) {
  EXPECT_EQ(turnsIn("struct Queue { bool pop(int &); };"
                    "void f(Queue &q) { int job;"
                    "  while (q.pop(job)) lib::start(work); }"),
            "unknown");
}

TEST(TripCount, QueueUntilEmptyIsPerItem) {
  EXPECT_EQ(turnsIn("void f(lib::vector<int> q) { while (!q.empty()) {"
                    "  lib::start(work, q.front()); q.pop_front(); } }"),
            "per element of 'q'");
}

TEST(TripCount, SpanIsItsWidth) {
  EXPECT_EQ(turnsIn("void f(int i) { for (int j = i; j < i + 8; ++j)"
                    "  lib::start(work); }"),
            "8");
  EXPECT_EQ(turnsIn("void f(int i, int n) {"
                    "  for (int j = i; j < lib::min(i + 8, n); ++j)"
                    "    lib::start(work); }"),
            "8");
  EXPECT_EQ(turnsIn("void f(int i, int n) { int end = lib::min(i + 8, n);"
                    "  for (int j = i; j < end; ++j) lib::start(work); }"),
            "8");
}

TEST(TripCount, IndexIntoInputCountsItems) {
  EXPECT_EQ(turnsIn("void f(int *urls, int n) {"
                    "  for (int i = 0; i < n; ++i)"
                    "    lib::start(work, urls[i]); }"),
            "per element of 'urls'");
}

TEST(TripCount, IndexIntoSlotsMadeHereDoesNot) {
  EXPECT_EQ(turnsIn("void f(int n) { lib::vector<int> slots(n);"
                    "  for (int i = 0; i < n; ++i)"
                    "    lib::start(work, slots[i]); }"),
            "unknown");
}

TEST(TripCount, AlgorithmTurnsOnceAnElement) {
  EXPECT_EQ(turnsIn("void f(lib::vector<int> v) {"
                    "  lib::for_each(v.begin(), v.end(),"
                    "                [](int) { lib::start(work); }); }"),
            "per element of 'v'");
}

TEST(TripCount, AlgorithmOverANumberTurnsSoOften) {
  EXPECT_EQ(turnsIn("void f() { lib::for_n(8, [] { lib::start(work); }); }"),
            "8");
}

TEST(TripCount, GotoIsUnknown) {
  Question Q("void f() { again: lib::start(work); goto again; }");
  const clang::Expr *Inside = Q.call("start");
  Loop L{Loop::Kind::Goto, Inside};
  EXPECT_EQ(words(tripCount(Q.facts(), L, Inside, {})), "unknown");
}

TEST(TripCount, InstantiationHasItsOwnNumber) {
  Question Q("template <int N> void f() {"
             "  for (int i = 0; i < N; ++i) lib::start(work); }"
             "void g() { f<5>(); }");
  std::vector<std::string> Turns;
  for (const Loop &L : Q.loops())
    Turns.push_back(words(tripCount(Q.facts(), L, nullptr, {})));
  // What both share is the instantiation's.
  EXPECT_EQ(Turns, (std::vector<std::string>{"5", "unknown"}));
}

TEST(TripCount, DependentLoopsAreUnknown) {
  Question Q(DependentCode);
  for (const Loop &L : Q.loops())
    EXPECT_FALSE(tripCount(Q.facts(), L, nullptr, {}).Is ==
                 TripCount::Kind::Number);
}

TEST(TripCount, LoopOfAMacroIsOncePerElement) {
  EXPECT_EQ(turnsIn("void f(lib::vector<int> v) {"
                    "  LIB_FOREACH(int x, v) lib::start(work); }"),
            "per element of 'v'");
}

TEST(TripCount, AcceptedInTheBodyOfAnUnknownLoop) {
  EXPECT_EQ(turnsIn("void f() { while (lib::pending()) {"
                    "  int c = lib::accept(); lib::start(work); } }"),
            "accepts");
  EXPECT_EQ(turnsIn("void f() { while (lib::pending()) lib::start(work); }"),
            "unknown");
}

TEST(TripCount, HandlesThatAreIndexedAreSized) {
  EXPECT_EQ(turnsIn("void f(lib::vector<lib::worker> &ws) {"
                    "  for (lib::size_t i = 0; i < ws.size(); ++i)"
                    "    ws[i].start(); }"),
            "sized");
  EXPECT_EQ(turnsIn("void f(lib::vector<int> v) {"
                    "  lib::vector<lib::worker *> ws;"
                    "  for (int x : v) ws.push_back(new lib::worker);"
                    "  for (lib::worker *w : ws) w->start(); }"),
            "per element of 'v'");
}

TEST(TripCount, HalfTypedCodeIsSurvived) {
  for (llvm::StringRef Code : halfTyped()) {
    Question Q(Code, Question::Source::HalfTyped);
    for (const Loop &L : Q.loops())
      for (const clang::Expr *E : Q.expressions())
        EXPECT_NE(words(tripCount(Q.facts(), L, E, {})), "");
  }
}

} // namespace
