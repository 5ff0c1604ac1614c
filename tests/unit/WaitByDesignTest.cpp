// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/WaitByDesign.h"
#include "Question.h"

using namespace tidepool;

namespace {

std::string loopOfWait(llvm::StringRef Code, llvm::StringRef Name) {
  Question Q(Code);
  switch (serverLoop(Q.facts(), Q.call(Name))) {
  case ServerLoop::No:
    return "no";
  case ServerLoop::Yes:
    return "yes";
  case ServerLoop::Perhaps:
    return "perhaps";
  }
  return "";
}

/// Where `lib::watch_for(w, -1)` stands in \p Body.
std::string watching(const std::string &Body) {
  return loopOfWait("bool odd(); void f(lib::watch *w, int l) {" + Body + "}",
                    "watch_for");
}

TEST(WaitByDesign, NoLoopIsNone) {
  EXPECT_EQ(watching("lib::watch_for(w, -1);"), "no");
  EXPECT_EQ(watching("for (int i = 0; i < 3; ++i) work();"
                     "lib::watch_for(w, -1);"),
            "no");
}

TEST(WaitByDesign, EndlessLoopIsAServers) {
  EXPECT_EQ(watching("for (;;) lib::watch_for(w, -1);"), "yes");
  EXPECT_EQ(watching("while (true) { if (odd()) lib::watch_for(w, -1); }"),
            "yes");
}

TEST(WaitByDesign, LoopThatEndsMayBe) {
  EXPECT_EQ(watching("while (odd()) { lib::watch_for(w, -1); work(); }"),
            "perhaps");
}

TEST(WaitByDesign, TryingAgainAfterAnInterruptionIsNoLoop) {
  EXPECT_EQ(watching("int n; do n = lib::watch_for(w, -1); while (n < 0);"),
            "no");
  EXPECT_EQ(watching("while (lib::watch_for(w, -1) < 0) ;"), "no");
}

TEST(WaitByDesign, OtherWaitsDoNotMakeAServer) {
  EXPECT_EQ(
      loopOfWait("void f(int l) { for (;;) lib::receive(l); }", "receive"),
      "no");
}

TEST(WaitByDesign, LoopOfTheCallerMayBe) {
  EXPECT_EQ(loopOfWait("static void next(lib::watch *w) {"
                       "  lib::watch_for(w, -1); }"
                       "void f(lib::watch *w) { for (;;) next(w); }",
                       "watch_for"),
            "perhaps");
  EXPECT_EQ(loopOfWait("static void next(lib::watch *w) {"
                       "  lib::watch_for(w, -1); }"
                       "void f(lib::watch *w) { next(w); }",
                       "watch_for"),
            "no");
}

TEST(WaitByDesign, NamesAndDestructorsSayThatCodeCleansUp) {
  auto Cleans = [](llvm::StringRef Code) {
    Question Q(Code);
    return cleansUp(Q.facts(), Q.call("receive")).value_or("no");
  };
  EXPECT_EQ(Cleans("void read(int l) { lib::receive(l); }"), "no");
  EXPECT_EQ(Cleans("void closest(int l) { lib::receive(l); }"), "no");
  EXPECT_EQ(Cleans("void closeAll(int l) { lib::receive(l); }"),
            "'closeAll' cleans up");
  EXPECT_EQ(Cleans("void stop(int l) { lib::call([=] { lib::receive(l); }); }"),
            "'stop' cleans up");
  EXPECT_EQ(Cleans("struct S { ~S() { lib::receive(0); } };"),
            "it stands in a destructor");
}

TEST(WaitByDesign, HalfTypedAndDependentCodeIsSurvived) {
  auto Survives = [](Question &Q) {
    for (const clang::Expr *E : Q.expressions()) {
      serverLoop(Q.facts(), E);
      cleansUp(Q.facts(), E);
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
