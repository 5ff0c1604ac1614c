// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Also what a gather is: its width says which form of the call was understood.

#include "analysis/Width.h"
#include "Question.h"

using namespace tidepool;

namespace {

std::string words(const Width &W) {
  switch (W.Is) {
  case Width::Kind::Excused:
    return "excused";
  case Width::Kind::Number:
    return W.Words + (W.Explicit ? ", explicit" : "") +
           (W.Nested ? ", nested" : "");
  case Width::Kind::Unknown:
    return "unknown";
  case Width::Kind::Unseen:
    return "unseen";
  case Width::Kind::PerItem:
    return "per " + W.Of;
  }
  return "";
}

/// How wide the last gather that \p Code writes is.
std::string widthIn(llvm::StringRef Code) {
  Question Q(Code);
  std::string Text = "no gather";
  for (const clang::Expr *E : Q.expressions())
    if (std::optional<Gather> G = gatherAt(Q.facts(), E))
      Text = words(widthOf(Q.facts(), *G, 10, {}));
  return Text;
}

/// The same of `lib::gather(ts)` behind \p Filling.
std::string filledBy(const std::string &Filling) {
  return widthIn("void f(lib::vector<int> v, int n, lib::limit &outer) {"
                 "  lib::vector<lib::lazy> ts;" +
                 Filling + "  lib::gather(lib::move(ts)); }");
}

TEST(Width, ArgumentsThatAreTasks) {
  EXPECT_EQ(widthIn("void f() { lib::gather_each(lib::fetch(1)); }"), "1");
  EXPECT_EQ(widthIn("void f() {"
                    "  lib::gather_each(lib::fetch(1), lib::fetch(2)); }"),
            "2");
}

TEST(Width, ChainOfAnOperator) {
  EXPECT_EQ(widthIn("void f() { lib::chained(3); }"), "no gather");
  Question Q(
      "void f() { lib::chained(1) && lib::chained(2) && lib::chained(3); }");
  std::vector<size_t> Sizes;
  for (const clang::Expr *E : Q.expressions())
    if (std::optional<Gather> G = gatherAt(Q.facts(), E))
      Sizes.push_back(G->Tasks.size());
  EXPECT_EQ(Sizes, (std::vector<size_t>{3, 2}));
}

TEST(Width, OperatorOfNoLibrary) {
  EXPECT_EQ(widthIn("struct own {}; own operator&&(own, own);"
                    "own f(own a, own b) { return a && b; }"),
            "no gather");
}

TEST(Width, PairOfIterators) {
  EXPECT_EQ(widthIn("void f(lib::vector<int> v) {"
                    "  lib::vector<lib::lazy> ts;"
                    "  for (int i : v) ts.push_back(lib::fetch(i));"
                    "  lib::gather_between(ts.begin(), ts.end()); }"),
            "per element of 'v'");
  EXPECT_EQ(widthIn("void f(lib::lazy *ts) {"
                    "  lib::gather_between(ts, ts + 4); }"),
            "4, explicit");
}

TEST(Width, CallableForEachElement) {
  EXPECT_EQ(widthIn("void f(lib::vector<int> v) {"
                    "  lib::gather_of(v, lib::fetch); }"),
            "per element of 'v'");
  EXPECT_EQ(widthIn("void f() { int v[3]; lib::gather_of(v, lib::fetch); }"),
            "3");
}

TEST(Width, TasksMadeInALoop) {
  EXPECT_EQ(filledBy("for (int i : v) ts.push_back(lib::fetch(i));"),
            "per element of 'v'");
  EXPECT_EQ(filledBy("for (int i = 0; i < 8; ++i)"
                     "  ts.push_back(lib::fetch(i));"),
            "8");
  EXPECT_EQ(filledBy("for (int i = 0; i < n; ++i)"
                     "  ts.push_back(lib::fetch(i));"),
            "unseen");
  EXPECT_EQ(filledBy("for (unsigned i = 0; i < lib::cores(); ++i)"
                     "  ts.push_back(lib::fetch(i));"),
            "excused");
}

TEST(Width, TasksMadeInSeveralPlacesAddUp) {
  EXPECT_EQ(filledBy("for (int i = 0; i < 8; ++i) ts.push_back(lib::fetch(i));"
                     "for (int i = 0; i < 4; ++i) ts.push_back(lib::fetch(i));"
                     "ts.push_back(lib::fetch(0));"),
            "13");
}

TEST(Width, TasksStartedOneByOneAreNotAsked) {
  EXPECT_EQ(widthIn("void f(lib::vector<int> v) {"
                    "  lib::vector<decltype(lib::async(work))> ts;"
                    "  for (int i : v) ts.push_back(lib::async(work));"
                    "  lib::gather(lib::move(ts)); }"),
            "excused");
}

TEST(Width, OwnLimit) {
  auto Limited = [](const std::string &Limit) {
    return widthIn("void f(lib::vector<int> v, int n) {"
                   "  lib::vector<lib::lazy> ts;"
                   "  for (int i : v) ts.push_back(lib::fetch(i));"
                   "  lib::gather_limited(lib::move(ts), " +
                   Limit + "); }");
  };
  EXPECT_EQ(Limited("8"), "8, explicit");
  EXPECT_EQ(Limited("n"), "excused");
  EXPECT_EQ(Limited("v.size()"), "per element of 'v'");
}

const std::string Limited =
    "lib::limit shared(8);"
    "void limited(int) { shared.acquire(); work(); shared.release(); }"
    "void through(lib::limit &l) { l.acquire(); work(); l.release(); }";

TEST(Width, PermitTakenByEachTask) {
  EXPECT_EQ(widthIn(Limited + "void f(lib::vector<int> v) {"
                              "  lib::gather_of(v, limited); }"),
            "8, explicit");
  EXPECT_EQ(widthIn(Limited + "void f(lib::vector<int> v) {"
                              "  lib::gather_of(v, [](int i) {"
                              "    limited(i); }); }"),
            "8, explicit");
  EXPECT_EQ(widthIn(Limited + "void f(lib::vector<int> v) {"
                              "  lib::limit own(4);"
                              "  lib::gather_of(v, [&](int) {"
                              "    through(own); }); }"),
            "4, explicit");
}

TEST(Width, PermitOfALimiterOfTheTaskItself) {
  EXPECT_EQ(widthIn(Limited + "void f(lib::vector<int> v) {"
                              "  lib::gather_of(v, [&](int) {"
                              "    lib::limit own(4); through(own); }); }"),
            "per element of 'v'");
}

TEST(Width, PermitsAsManyAsElements) {
  EXPECT_EQ(widthIn(Limited + "void f(lib::vector<int> v) {"
                              "  lib::limit own(v.size());"
                              "  lib::gather_of(v, [&](int) {"
                              "    through(own); }); }"),
            "per element of 'v'");
}

TEST(Width, FewElementsUnderManyPermits) {
  EXPECT_EQ(widthIn("lib::limit many(500);"
                    "void limited(int) { many.acquire(); many.release(); }"
                    "void f() { int v[3]; lib::gather_of(v, limited); }"),
            "3");
}

TEST(Width, GathersInsideMultiply) {
  const std::string Three =
      "lib::lazy three(int) {"
      "  lib::gather_each(lib::fetch(1), lib::fetch(2), lib::fetch(3));"
      "  return {}; }";
  EXPECT_EQ(widthIn(Three + "void f() {"
                            "  lib::gather_each(three(1), three(2)); }"),
            "2 x 3 = 6, nested");
  EXPECT_EQ(widthIn(Three + "void f() {"
                            "  lib::gather_each(three(1), lib::fetch(2)); }"),
            "4, nested");
  EXPECT_EQ(widthIn(Three + "void f() { int v[4];"
                            "  lib::gather_of(v, three); }"),
            "4 x 3 = 12, nested");
}

TEST(Width, GatherInsideThatIsTooWideAlone) {
  EXPECT_EQ(widthIn("void wide(int) { int v[40];"
                    "  lib::gather_of(v, lib::fetch); }"
                    "void f() { int v[2]; lib::gather_of(v, wide); }"),
            "2");
}

TEST(Width, TaskThatGathersItselfEnds) {
  EXPECT_EQ(widthIn("void again(int) { int v[3];"
                    "  lib::gather_of(v, again); }"),
            "3");
}

TEST(Width, HalfTypedAndDependentCodeIsSurvived) {
  auto Survives = [](Question &Q) {
    for (const clang::Expr *E : Q.expressions())
      if (std::optional<Gather> G = gatherAt(Q.facts(), E)) {
        EXPECT_TRUE(G->Range || !G->Tasks.empty());
        widthOf(Q.facts(), *G, 10, {});
      }
  };
  for (llvm::StringRef Code : halfTyped()) {
    Question Q(Code, Question::Source::HalfTyped);
    Survives(Q);
  }
  for (const char *Code :
       {"void f(lib::vector<int> v) { lib::gather(",
        "void f(lib::vector<int> v) { lib::gather_of(v, [](int i) { work(",
        "void f() { lib::chained(1) && lib::chained(",
        "void f() { lib::gather_each(); }",
        "void f(lib::vector<int> v) { v.push_back(; lib::gather(v); }",
        "void f(lib::lazy *p) { lib::gather_between(p, p + ); }"}) {
    Question Q(Code, Question::Source::HalfTyped);
    Survives(Q);
  }
  Question Q(DependentCode);
  Survives(Q);
}

} // namespace
