// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/RangeOrigin.h"
#include "Question.h"

using namespace tidepool;

namespace {

/// Is the argument of elements() the input's?
bool inputIn(llvm::StringRef Code) {
  Question Q(Code);
  return isInput(Q.facts(), Q.argument("elements"));
}

TEST(RangeOrigin, Parameter) {
  EXPECT_TRUE(inputIn("void f(lib::vector<int> v) { elements(v); }"));
  EXPECT_TRUE(inputIn("void f(lib::vector<int> *v) { elements(*v); }"));
  EXPECT_FALSE(inputIn("struct R { lib::vector<int> v; };\n"
                       "void f(const R &r) { elements(r.v); }"));
}

TEST(RangeOrigin, NumberThatIsGiven) {
  EXPECT_TRUE(inputIn("void f(int n) { elements(n + 1); }"));
  EXPECT_FALSE(inputIn("void f() { elements(8); }"));
}

TEST(RangeOrigin, FilledInALoop) {
  EXPECT_TRUE(inputIn("void f(lib::vector<int> v) { lib::vector<int> w;\n"
                      "  for (int i : v) w.push_back(i);\n"
                      "  elements(w); }"));
  EXPECT_FALSE(inputIn("extern lib::vector<int> all;\n"
                       "void f() { lib::vector<int> w;\n"
                       "  for (int i : all) w.push_back(i);\n"
                       "  elements(w); }"));
  EXPECT_TRUE(inputIn("int next();\n"
                      "void f() { lib::vector<int> w;\n"
                      "  while (next() > 0) w.push_back(1);\n"
                      "  elements(w); }"));
  EXPECT_FALSE(inputIn("int next(); extern int most;\n"
                       "void f() { lib::vector<int> w;\n"
                       "  for (int i = 0; i < most && next(); ++i)\n"
                       "    w.push_back(i);\n"
                       "  elements(w); }"));
}

TEST(RangeOrigin, CallersOfItsOwn) {
  EXPECT_TRUE(inputIn("static void g(lib::vector<int> v) { elements(v); }\n"
                      "void f(lib::vector<int> v) { g(v); }"));
  EXPECT_FALSE(inputIn("extern lib::vector<int> all;\n"
                       "static void g(lib::vector<int> v) { elements(v); }\n"
                       "void f() { g(all); }"));
  EXPECT_TRUE(inputIn("static void g(lib::vector<int> v) { elements(v); }"));
}

TEST(RangeOrigin, DependsOnItselfEnds) {
  EXPECT_FALSE(inputIn("static void g(lib::vector<int> v) {\n"
                       "  elements(v); g(v); }"));
}

TEST(RangeOrigin, HalfTypedAndDependentCodeIsSurvived) {
  unsigned Asked = 0;
  auto Survives = [&](Question &Q) {
    for (const clang::Expr *E : Q.expressions()) {
      isInput(Q.facts(), E);
      ++Asked;
    }
    for (const Loop &L : Q.loops())
      isInput(Q.facts(), L);
  };
  for (llvm::StringRef Code : halfTyped()) {
    Question Q(Code, Question::Source::HalfTyped);
    Survives(Q);
  }
  Question Q(DependentCode);
  Survives(Q);
  EXPECT_GT(Asked, 0u);
}

} // namespace
