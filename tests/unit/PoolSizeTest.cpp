// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/PoolSize.h"
#include "Question.h"

using namespace tidepool;

namespace {

/// The sizes found, with the lines of their sites: "2: 8, 3: 2 a core".
std::string words(Question &Q, const std::vector<PoolSize> &All) {
  std::string Words;
  for (const PoolSize &One : All) {
    Words += Words.empty() ? "" : ", ";
    Words += std::to_string(Q.lineOf(One.Site->getBeginLoc())) + ": ";
    if (One.Workers.LeastPerCore)
      Words += std::to_string(One.Workers.LeastPerCore) + " a core";
    else
      Words += One.Workers.Least ? std::to_string(One.Workers.Least) : "?";
  }
  return Words;
}

/// Of the pool that number(...) stands for.
std::string sizesIn(llvm::StringRef Code) {
  Question Q(Code);
  return words(Q, sizesOf(Q.facts(), Q.call("number"), Q.argument("number")));
}

/// Of the workers that task(...) is.
std::string workersIn(const std::string &Code) {
  Question Q("void work() { for (;;) {} }\n"
             "void once() {}\n" +
             Code);
  std::optional<PoolMade> Made = poolAt(Q.facts(), Q.spawn("task").Site);
  return Made ? words(Q, sizesOf(Q.facts(), *Made)) : "";
}

TEST(PoolSize, ConstantStandsAtTheSite) {
  EXPECT_EQ(sizesIn("void f() { number(8); }"), "1: 8");
  EXPECT_EQ(sizesIn("void f() { number(16 * lib::cores()); }"), "1: 16 a core");
}

TEST(PoolSize, EachCallerIsASite) {
  EXPECT_EQ(sizesIn("void g(int n) { number(n); }\n"
                    "void f() {\n"
                    "  g(8);\n"
                    "  g(500);\n"
                    "}"),
            "3: 8, 4: 500");
}

TEST(PoolSize, ConstructorsAndMembersLeadToTheCaller) {
  EXPECT_EQ(sizesIn("class S { int n; public: explicit S(int n) : n(n) {}\n"
                    "  void start() { number(n); } };\n"
                    "S s(500);\n"
                    "S *t = new S(4);\n"),
            "3: 500, 4: 4");
}

TEST(PoolSize, DefaultArgumentIsTheCallers) {
  EXPECT_EQ(sizesIn("void g(int n = 64) { number(n); }\n"
                    "void f() { g(); }"),
            "2: 64");
}

TEST(PoolSize, ParameterOfNoCallerIsUnknown) {
  EXPECT_EQ(sizesIn("void g(int n) { number(n); }"), "1: ?");
}

TEST(PoolSize, RecursionEnds) {
  EXPECT_EQ(sizesIn("void g(int n) { number(n); g(n); }"), "1: ?");
}

TEST(PoolSize, LoopOfWorkersIsAPool) {
  EXPECT_EQ(workersIn("void f(lib::vector<lib::task> &ts) {\n"
                      "  for (int i = 0; i < 500; ++i)\n"
                      "    ts.push_back(lib::task(work));\n"
                      "}"),
            "5: 500");
}

TEST(PoolSize, TasksAreNoWorkers) {
  EXPECT_EQ(workersIn("void f(lib::vector<lib::task> &ts) {\n"
                      "  for (int i = 0; i < 500; ++i)\n"
                      "    ts.push_back(lib::task(once));\n"
                      "}"),
            "");
}

TEST(PoolSize, WorkersOutsideOfALoopAreNoPool) {
  EXPECT_EQ(workersIn("void f() { lib::task t(work); t.join(); }"), "");
}

TEST(PoolSize, WorkersPerItemAreNoPool) {
  EXPECT_EQ(workersIn("void f(lib::vector<lib::task> &ts,\n"
                      "       lib::vector<int> items) {\n"
                      "  for (int item : items)\n"
                      "    ts.push_back(lib::task(work));\n"
                      "}"),
            "");
}

TEST(PoolSize, TurnsThatStartNoneAreNotCounted) {
  EXPECT_EQ(workersIn("void f(lib::vector<lib::task> &ts, bool *wanted) {\n"
                      "  for (int i = 0; i < 500; ++i)\n"
                      "    if (wanted[i])\n"
                      "      ts.push_back(lib::task(work));\n"
                      "}"),
            "6: ?");
}

TEST(PoolSize, HalfTypedAndDependentCodeIsSurvived) {
  auto Survives = [](Question &Q) {
    for (const clang::Expr *E : Q.expressions()) {
      for (const PoolSize &One : sizesOf(Q.facts(), E, E))
        EXPECT_TRUE(One.Site);
      if (std::optional<PoolMade> Made = poolAt(Q.facts(), E)) {
        for (const PoolSize &One : sizesOf(Q.facts(), *Made))
          EXPECT_FALSE(One.words().empty());
      }
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
