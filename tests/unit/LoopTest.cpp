// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/Loop.h"
#include "Question.h"

using namespace tidepool;

namespace {

std::string nameOf(const clang::VarDecl *Variable) {
  return Variable ? Variable->getNameAsString() : "";
}

TEST(Loop, ForHasACounter) {
  Question Q("void f() { for (int i = 0; i < 8; ++i) lib::start(work); }");
  Loop L = Q.loop();
  EXPECT_EQ(L.Form, Loop::Kind::For);
  EXPECT_EQ(nameOf(L.Variable), "i");
  EXPECT_TRUE(L.Condition);
  EXPECT_TRUE(L.Body);
  EXPECT_FALSE(L.Range);
}

TEST(Loop, CounterMayBeSetInsteadOfDeclared) {
  Question Q("void f() { int i; for (i = 0; i < 8; ++i) lib::start(work); }");
  EXPECT_EQ(nameOf(Q.loop().Variable), "i");
}

TEST(Loop, ForWithoutPartsHasNone) {
  Question Q("void f() { for (;;) lib::start(work); }");
  Loop L = Q.loop();
  EXPECT_FALSE(L.Condition);
  EXPECT_FALSE(L.Variable);
}

TEST(Loop, RangeForHasAnElementAndARange) {
  Question Q("void f(lib::vector<int> urls) {"
             "  for (int url : urls) lib::start(work); }");
  Loop L = Q.loop();
  EXPECT_EQ(L.Form, Loop::Kind::RangeFor);
  EXPECT_EQ(nameOf(L.Variable), "url");
  EXPECT_EQ(rootOf(Q.facts(), L.Range), Q.variable("urls"));
}

TEST(Loop, WhileHasWhatItsConditionDeclares) {
  Question Q("int *next(); void f() { while (int *j = next())"
             "  lib::start(work); }");
  Loop L = Q.loop();
  EXPECT_EQ(L.Form, Loop::Kind::While);
  EXPECT_EQ(nameOf(L.Variable), "j");
}

TEST(Loop, DoHasACondition) {
  Question Q("void f(bool b) { do lib::start(work); while (b); }");
  Loop L = Q.loop();
  EXPECT_EQ(L.Form, Loop::Kind::Do);
  EXPECT_TRUE(L.Condition);
}

TEST(Loop, AlgorithmRunsItsCallable) {
  Question Q("void f(lib::vector<int> urls) {"
             "  lib::for_each(urls.begin(), urls.end(),"
             "                [](int) { lib::start(work); }); }");
  Loop L = Q.loop();
  EXPECT_EQ(L.Form, Loop::Kind::Algorithm);
  EXPECT_TRUE(repeats(Q.facts(), L, Q.call("start")));
  EXPECT_EQ(rootOf(Q.facts(), L.Range), Q.variable("urls"));
}

TEST(Loop, CallThatIteratesNothingIsNoLoop) {
  Question Q("namespace mine { template <class I, class F>"
             "  void for_each(I, I, F) {} }"
             "void f(int *p) { mine::for_each(p, p, [] {}); work(); }");
  EXPECT_FALSE(loopOf(Q.facts(), Q.call("for_each")));
  EXPECT_FALSE(loopOf(Q.facts(), Q.call("work")));
}

TEST(Loop, InitialiserDoesNotRepeat) {
  Question Q("int make(); int more(); int next(); void f() {"
             "  for (int i = make(); i < more(); i += next()) work(); }");
  Loop L = Q.loop(Q.call("work"));
  EXPECT_FALSE(repeats(Q.facts(), L, Q.call("make")));
  EXPECT_TRUE(repeats(Q.facts(), L, Q.call("more")));
  EXPECT_TRUE(repeats(Q.facts(), L, Q.call("next")));
  EXPECT_TRUE(repeats(Q.facts(), L, Q.call("work")));
}

TEST(Loop, RangeDoesNotRepeat) {
  Question Q("lib::vector<int> make(); void f() {"
             "  for (int i : make()) work(); }");
  Loop L = Q.loop(Q.call("work"));
  EXPECT_FALSE(repeats(Q.facts(), L, Q.call("make")));
}

TEST(Loop, InnerLoopIsFoundFirst) {
  Question Q("void f(bool b) { while (b) {"
             "  for (int i = 0; i < 8; ++i) lib::start(work); } }");
  EXPECT_EQ(Q.loop(Q.call("start"), 0).Form, Loop::Kind::For);
  EXPECT_EQ(Q.loop(Q.call("start"), 1).Form, Loop::Kind::While);
}

TEST(Loop, ContainsWhatLambdasHold) {
  Question Q("void other(); void f(bool b) {"
             "  while (b) { auto g = [] { work(); }; } other(); }");
  Loop L = Q.loop(Q.call("work"));
  EXPECT_TRUE(contains(Q.facts(), L.Statement, Q.call("work")));
  EXPECT_TRUE(contains(Q.facts(), L.Statement, L.Statement));
  EXPECT_FALSE(contains(Q.facts(), L.Statement, Q.call("other")));
}

TEST(Loop, ExpressionsComeInSourceOrderAndLambdasOnRequest) {
  Question Q("void a(); void b(); void c(int); int d();"
             "void f() { a(); auto g = [x = d()] { b(); }; c(d()); }");
  auto Calls = [&](bool Lambdas) {
    std::string Names;
    for (const clang::Expr *E : expressionsIn(
             Q.function("f")->getBody(), Lambdas, [](const clang::Expr *E) {
               return llvm::isa<clang::CallExpr>(E);
             }))
      Names +=
          llvm::cast<clang::CallExpr>(E)->getDirectCallee()->getNameAsString();
    return Names;
  };
  EXPECT_EQ(Calls(false), "adcd");
  EXPECT_EQ(Calls(true), "adbcd");
}

TEST(Loop, HalfTypedAndDependentLoopsHaveTheirParts) {
  auto Survives = [](Question &Q) {
    for (const Loop &L : Q.loops())
      for (const clang::Expr *E : Q.expressions()) {
        EXPECT_TRUE(L.Statement);
        repeats(Q.facts(), L, E);
      }
  };
  for (llvm::StringRef Code : halfTyped()) {
    Question Q(Code, Question::Source::HalfTyped);
    Survives(Q);
  }
  Question Q(DependentCode);
  EXPECT_EQ(Q.loops().size(), 4u);
  Survives(Q);
}

} // namespace
