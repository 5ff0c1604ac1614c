// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/Elements.h"
#include "Question.h"

using namespace tidepool;

namespace {

/// What makes the elements of elements()'s argument, by line: "3", "4: each of
/// 'v'"; "..." where more may come from elsewhere.
std::string makersIn(llvm::StringRef Code) {
  Question Q(Code);
  Elements All = elementsOf(Q.facts(), Q.argument("elements"));
  std::string Text;
  for (const Elements::Source &From : All.From) {
    const clang::Expr *Place = From.Made ? From.Made : From.Callable;
    Text += (Text.empty() ? "" : "; ") +
            std::to_string(Q.lineOf(Place->getExprLoc()));
    if (From.Callable)
      Text += ": each of " + nameOf(Q.facts(), From.Range);
  }
  if (All.Outside)
    Text += Text.empty() ? "..." : "; ...";
  return Text;
}

TEST(Elements, WhatIsPutIn) {
  EXPECT_EQ(makersIn("void f() { lib::vector<lib::lazy> ts;\n"
                     "  ts.push_back(lib::fetch(1));\n"
                     "  ts.emplace_back(lib::fetch(2));\n"
                     "  elements(ts); }"),
            "2; 3");
}

TEST(Elements, WhatIsPutInByAVariable) {
  EXPECT_EQ(makersIn("void f() { lib::vector<lib::lazy> ts;\n"
                     "  lib::lazy t = lib::fetch(1);\n"
                     "  ts.push_back(lib::move(t));\n"
                     "  elements(ts); }"),
            "2");
}

TEST(Elements, WhatIsAssigned) {
  EXPECT_EQ(makersIn("void f() { lib::vector<lib::lazy> ts(2);\n"
                     "  ts[0] = lib::fetch(1);\n"
                     "  elements(ts); }"),
            "2");
}

TEST(Elements, List) {
  EXPECT_EQ(makersIn("void f() { lib::vector<lib::lazy> ts{\n"
                     "  lib::fetch(1),\n"
                     "  lib::fetch(2)};\n"
                     "  elements(ts); }"),
            "2; 3");
}

TEST(Elements, FunctionThatReturnsThem) {
  EXPECT_EQ(makersIn("static lib::vector<lib::lazy> all() {\n"
                     "  lib::vector<lib::lazy> ts;\n"
                     "  ts.push_back(lib::fetch(1));\n"
                     "  return ts; }\n"
                     "void f() { elements(all()); }"),
            "3");
}

TEST(Elements, FunctionThatFillsThem) {
  EXPECT_EQ(makersIn("static void fill(lib::vector<lib::lazy> &ts) {\n"
                     "  ts.push_back(lib::fetch(1)); }\n"
                     "void f() { lib::vector<lib::lazy> ts;\n"
                     "  fill(ts); elements(ts); }"),
            "2");
}

TEST(Elements, FunctionOutOfViewThatMayFillThem) {
  EXPECT_EQ(makersIn("void fill(lib::vector<lib::lazy> &ts);\n"
                     "void f() { lib::vector<lib::lazy> ts;\n"
                     "  fill(ts); elements(ts); }"),
            "...");
}

TEST(Elements, FunctionThatOnlyLooksAtThem) {
  EXPECT_EQ(makersIn("void count(const lib::vector<lib::lazy> &ts);\n"
                     "void f() { lib::vector<lib::lazy> ts;\n"
                     "  count(ts); elements(ts); }"),
            "");
}

TEST(Elements, ParameterOfThisUnit) {
  EXPECT_EQ(makersIn("static void g(lib::vector<lib::lazy> ts) {\n"
                     "  elements(ts); }\n"
                     "void f() { lib::vector<lib::lazy> ts;\n"
                     "  ts.push_back(lib::fetch(1));\n"
                     "  g(ts); }"),
            "4");
}

TEST(Elements, ParameterOfAnyUnit) {
  EXPECT_EQ(makersIn("void g(lib::vector<lib::lazy> ts) { elements(ts); }"),
            "...");
  EXPECT_EQ(makersIn("void g(lib::vector<lib::lazy> ts) {\n"
                     "  elements(ts); }\n"
                     "void f() { lib::vector<lib::lazy> ts;\n"
                     "  ts.push_back(lib::fetch(1));\n"
                     "  g(ts); }"),
            "4; ...");
}

TEST(Elements, Member) {
  EXPECT_EQ(makersIn("struct S { lib::vector<lib::lazy> ts;\n"
                     "  void add(int i) { ts.push_back(lib::fetch(i)); }\n"
                     "  void all() { elements(ts); } };"),
            "2; ...");
}

TEST(Elements, ViewThatCallsForEach) {
  EXPECT_EQ(makersIn("template <class F> struct mapper {};\n"
                     "template <class F> mapper<F> map(F);\n"
                     "template <class T, class F>\n"
                     "T operator|(const T &, mapper<F>);\n"
                     "void f(lib::vector<int> v) {\n"
                     "  elements(v | map(lib::fetch)); }"),
            "6: each of 'v'");
}

TEST(Elements, AssignedToItselfEnds) {
  EXPECT_EQ(makersIn("void f(lib::vector<int> v) { v = v; elements(v); }"),
            "...");
  EXPECT_EQ(makersIn("static lib::vector<int> again() { return again(); }\n"
                     "void f() { elements(again()); }"),
            "...");
}

TEST(Elements, HalfTypedAndDependentCodeIsSurvived) {
  auto Survives = [](Question &Q) {
    for (const clang::Expr *E : Q.expressions())
      for (const Elements::Source &From : elementsOf(Q.facts(), E).From)
        EXPECT_TRUE(From.Made || From.Range);
  };
  for (llvm::StringRef Code : halfTyped()) {
    Question Q(Code, Question::Source::HalfTyped);
    Survives(Q);
  }
  Question Q(DependentCode);
  Survives(Q);
}

} // namespace
