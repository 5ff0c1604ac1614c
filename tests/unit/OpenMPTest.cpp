// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/OpenMP.h"
#include "Question.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace tidepool;

namespace {

class Directives : public clang::RecursiveASTVisitor<Directives> {
public:
  bool shouldVisitTemplateInstantiations() const { return true; }
  bool VisitOMPExecutableDirective(clang::OMPExecutableDirective *D) {
    if (!llvm::is_contained(All, D))
      All.push_back(D);
    return true;
  }
  std::vector<const clang::OMPExecutableDirective *> All;
};

std::string words(const Magnitude &M) {
  switch (M.Is) {
  case Magnitude::Kind::Number:
    return (M.Explicit ? "bound " : "") + std::to_string(M.Number);
  case Magnitude::Kind::Sized:
    return "sized";
  case Magnitude::Kind::Unknown:
    return "unknown";
  case Magnitude::Kind::Unbounded:
    break;
  }
  return M.Words +
         (M.Useless.Is == Limiter::Kind::FreedEarly ? ", freed early" : "");
}

/// The answers for each directive that starts tasks, "line: answer; ...".
std::string tasksIn(llvm::StringRef Code,
                    Question::Source As = Question::Source::Correct) {
  Question Q(Code, As);
  Directives Found;
  Found.TraverseAST(Q.facts().context());
  std::string All;
  for (const clang::OMPExecutableDirective *D : Found.All)
    if (std::optional<Spawn> Started = tasksOf(Q.facts(), D))
      for (const Magnitude &M : magnitudesOf(Q.facts(), D, *Started, 10, {}))
        All += (All.empty() ? "" : "; ") +
               std::to_string(Q.lineOf(M.Place->getBeginLoc())) + ": " +
               words(M);
  return All;
}

/// The same for \p Turn, a line below, once per element of 'v'.
std::string inTurn(const std::string &Turn) {
  return tasksIn("bool odd(); void f(lib::vector<int> v) { int n = 0;"
                 "  for (int x : v) {\n" +
                 Turn + "\n} }");
}

const std::string PerItem = "2: once per element of 'v'";

TEST(OpenMP, TaskOfALoopIsOncePerItem) {
  EXPECT_EQ(inTurn("#pragma omp task\nwork();"), PerItem);
}

TEST(OpenMP, TaskWithoutALoopIsNoAnswer) {
  EXPECT_EQ(tasksIn("void f() {\n#pragma omp task\nwork(); }"), "");
}

TEST(OpenMP, EmptyTaskIsNoAnswer) {
  EXPECT_EQ(inTurn("#pragma omp task\n;"), "");
}

TEST(OpenMP, NumbersMultiply) {
  EXPECT_EQ(tasksIn("void f() { for (int i = 0; i < 40; ++i)"
                    "  for (int j = 0; j < 25; ++j)\n"
                    "#pragma omp task\nwork(); }"),
            "2: 1000");
}

TEST(OpenMP, TaskThatIsRunAtOnceIsNoAnswer) {
  EXPECT_EQ(inTurn("#pragma omp task if(0)\nwork();"), "");
  EXPECT_EQ(inTurn("#pragma omp task final(true)\nwork();"), "");
  EXPECT_EQ(inTurn("#pragma omp task if(1)\nwork();"), PerItem);
  EXPECT_EQ(inTurn("#pragma omp task final(0)\nwork();"), PerItem);
}

TEST(OpenMP, ConditionOfATaskIsItsCutOff) {
  EXPECT_EQ(inTurn("#pragma omp task if(n < 8)\nwork();"), "2: sized");
  EXPECT_EQ(inTurn("#pragma omp task final(n > 8)\nwork();"), "2: sized");
}

TEST(OpenMP, WaitInTheLoopIsOneAtATime) {
  EXPECT_EQ(inTurn("#pragma omp task\nwork();\n#pragma omp taskwait\n"),
            "2: 1");
  EXPECT_EQ(inTurn("#pragma omp task\nwork();\n#pragma omp barrier\n"), "2: 1");
}

TEST(OpenMP, WaitOnceABatchIsFullIsItsSize) {
  EXPECT_EQ(inTurn("#pragma omp task\nwork();\n"
                   "if (++n % 32 == 0) {\n#pragma omp taskwait\n}"),
            "2: bound 32");
  EXPECT_EQ(inTurn("#pragma omp task\nwork();\n"
                   "if (++n == 32) {\n#pragma omp taskwait\n n = 0; }"),
            "2: bound 32");
}

TEST(OpenMP, WaitUnderAConditionIsUnknown) {
  EXPECT_EQ(inTurn("#pragma omp task\nwork();\n"
                   "if (odd()) {\n#pragma omp taskwait\n}"),
            "2: unknown");
}

TEST(OpenMP, WaitInsideATaskIsForItsOwn) {
  EXPECT_EQ(inTurn("#pragma omp task\n{ work();\n#pragma omp taskwait\n}"),
            PerItem);
}

TEST(OpenMP, RegionThatWaitsEndsTheQuestion) {
  for (const char *Region : {"taskgroup", "parallel", "single", "target"}) {
    EXPECT_EQ(inTurn("#pragma omp " + std::string(Region) +
                     "\n{\n#pragma omp task\nwork();\n}"),
              "")
        << Region;
  }
}

TEST(OpenMP, RegionThatDoesNotWaitIsSeenThrough) {
  for (const char *Region : {"single nowait", "master", "critical"})
    EXPECT_EQ(inTurn("#pragma omp " + std::string(Region) +
                     "\n{\n#pragma omp task\nwork();\n}"),
              "4: once per element of 'v'")
        << Region;
}

TEST(OpenMP, TaskInATaskIsAskedByItself) {
  EXPECT_EQ(inTurn("#pragma omp task\n{\n#pragma omp task\nwork();\n}"),
            PerItem);
}

TEST(OpenMP, HelperIsFollowedToItsLoop) {
  EXPECT_EQ(tasksIn("static void g() {\n#pragma omp task\nwork(); }\n"
                    "void f(lib::vector<int> v) { for (int x : v)\n g(); }"),
            "5: once per element of 'v'");
}

TEST(OpenMP, LambdaOfAnAlgorithmIsItsLoop) {
  EXPECT_EQ(tasksIn("void f(lib::vector<int> v) {"
                    "  lib::for_each(v.begin(), v.end(), [](int) {\n"
                    "#pragma omp task\nwork(); }); }"),
            PerItem);
}

TEST(OpenMP, PermitThatTheTaskGivesBackIsABound) {
  EXPECT_EQ(tasksIn("void f(lib::vector<int> v) { lib::limit s(4);"
                    "  for (int x : v) { s.acquire();\n"
                    "#pragma omp task\n{ work(); s.release(); } } }"),
            "2: bound 4");
  EXPECT_EQ(tasksIn("void f(lib::vector<int> v) { lib::limit s(4);"
                    "  for (int x : v) { s.acquire();\n"
                    "#pragma omp task\nwork();\n s.release(); } }"),
            "2: once per element of 'v', freed early");
}

TEST(OpenMP, DepthIsACutOffInCodeThatCallsItself) {
  EXPECT_EQ(tasksIn("void f(lib::vector<int> v, int depth) {"
                    "  for (int x : v) if (depth < 4) {\n"
                    "#pragma omp task\nf(v, depth + 1); } }"),
            "2: sized");
  EXPECT_EQ(tasksIn("void f(lib::vector<int> v, int depth) {"
                    "  for (int x : v) if (depth < 4) {\n"
                    "#pragma omp task\nwork(); } }"),
            PerItem);
}

TEST(OpenMP, TaskloopLimitsItself) {
  EXPECT_EQ(inTurn("#pragma omp taskloop\nfor (int i = 0; i < x; ++i) work();"),
            "");
}

TEST(OpenMP, TaskloopIsAsManyAsItSays) {
  EXPECT_EQ(tasksIn("void f(lib::vector<int> v) {\n"
                    "#pragma omp taskloop num_tasks(16)\n"
                    "for (int i = 0; i < v.size(); ++i) work(); }"),
            "2: bound 16");
  EXPECT_EQ(tasksIn("void f(lib::vector<int> v) {\n"
                    "#pragma omp taskloop num_tasks(v.size())\n"
                    "for (int i = 0; i < v.size(); ++i) work(); }"),
            PerItem);
  EXPECT_EQ(tasksIn("void f(lib::vector<int> v) {\n"
                    "#pragma omp taskloop grainsize(1)\n"
                    "for (int i = 0; i < v.size(); ++i) work(); }"),
            PerItem);
  EXPECT_EQ(tasksIn("void f(lib::vector<int> v) {\n"
                    "#pragma omp taskloop grainsize(64)\n"
                    "for (int i = 0; i < v.size(); ++i) work(); }"),
            "2: sized");
}

TEST(OpenMP, TemplateIsAskedOncePerInstantiation) {
  EXPECT_EQ(tasksIn("template <class T> void f(T v) { for (int x : v) {\n"
                    "#pragma omp task\nwork(); } }"
                    "template void f(lib::vector<int>);"),
            PerItem);
}

TEST(OpenMP, ThreadInARegionIsOfTheLoopsAroundIt) {
  Question Q("void f() { for (;;) {\n#pragma omp parallel\n"
             "{ lib::start(work); } } }");
  EXPECT_EQ(magnitudesOf(Q.facts(), Q.spawn(), 10, {}).front().Words,
            "once per turn of a loop without end");
}

TEST(OpenMP, HalfTypedCodeIsSurvived) {
  for (const char *Code : {
           "void f(lib::vector<int> v) { for (int x : v) {\n#pragma omp task\n",
           "void f(lib::vector<int> v) { for (int x : v) {\n#pragma omp task "
           "if("
           "\nwork(); } }",
           "void f(lib::vector<int> v) { for (int x : v) {\n"
           "#pragma omp task if(missing)\nwork(); } }",
           "void f() {\n#pragma omp taskloop num_tasks(\nfor (int i = 0; i <",
           "void f() {\n#pragma omp taskloop grainsize(1)\nwork(); }",
           "void f(int n) { for (;;) {\n#pragma omp task\nwork(n\n",
       })
    EXPECT_NE(tasksIn(Code, Question::Source::HalfTyped), "no answer");
}

} // namespace
