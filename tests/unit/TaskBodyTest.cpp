// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/TaskBody.h"
#include "Question.h"

using namespace tidepool;

namespace {

/// The function that runs: its name, "lambda", or "none".
std::string bodyIn(llvm::StringRef Code, llvm::StringRef Name = "start") {
  Question Q(Code);
  const clang::FunctionDecl *Body = taskBody(Q.facts(), Q.spawn(Name));
  if (!Body)
    return "none";
  EXPECT_TRUE(Body->getBody());
  return Q.facts().lambdaOf(Body) ? "lambda" : Body->getNameAsString();
}

bool isWorker(llvm::StringRef Code) {
  Question Q(Code);
  return isWorkerLoop(Q.facts(), taskBody(Q.facts(), Q.spawn()));
}

bool livesLong(llvm::StringRef Code) {
  Question Q(Code);
  return longLived(Q.facts(), Q.spawn(), {}).has_value();
}

TEST(TaskBody, LivesLongWhereItRunsUntilItIsTold) {
  EXPECT_TRUE(livesLong("extern bool stop; void run() { while (!stop) work(); }"
                        "void f() { lib::start(run); }"));
  EXPECT_TRUE(livesLong("extern bool stop; void run() { for (;;) { work();"
                        "  if (stop) break; } }"
                        "void f() { lib::start(run); }"));
  EXPECT_TRUE(livesLong("struct S { bool isStopped(); };"
                        "void run(S *s) { try { for (;;) { work();"
                        "  if (s->isStopped()) return; } } catch (...) {} }"
                        "void f() { lib::start(run, nullptr); }"));
  EXPECT_TRUE(livesLong("void inner() { for (;;) work(); }"
                        "void f() { lib::start([] { inner(); }); }"));
}

TEST(TaskBody, EndsWithItsOwnWork) {
  EXPECT_FALSE(livesLong("void run() { work(); }"
                         "void f() { lib::start(run); }"));
  EXPECT_FALSE(livesLong("int next(); void run() { for (;;) {"
                         "  if (next() < 0) break; work(); } }"
                         "void f() { lib::start(run); }"));
  EXPECT_FALSE(livesLong("struct S { bool closed(); };"
                         "void run(S *s) { for (;;) { work();"
                         "  if (s->closed()) return; } }"
                         "void f() { lib::start(run, nullptr); }"));
  EXPECT_FALSE(livesLong("void run() { for (int i = 0; i < 8; ++i) work(); }"
                         "void f() { lib::start(run); }"));
}

TEST(TaskBody, NameSaysWhetherItLivesLongWhereItIsNotInView) {
  EXPECT_TRUE(livesLong("void listenerThread();"
                        "void f() { lib::start(listenerThread); }"));
  EXPECT_FALSE(livesLong("void fetch(); void f() { lib::start(fetch); }"));
  // In view, the code decides.
  EXPECT_FALSE(livesLong("void listenerThread() { work(); }"
                         "void f() { lib::start(listenerThread); }"));
}

TEST(TaskBody, LambdaRunsItsBody) {
  EXPECT_EQ(bodyIn("void f() { lib::start([] { work(); }); }"), "lambda");
}

TEST(TaskBody, FunctionRunsItsBody) {
  EXPECT_EQ(bodyIn("void run() {} void f() { lib::start(run); }"), "run");
  EXPECT_EQ(bodyIn("void run() {} void f() { lib::start(&run); }"), "run");
}

TEST(TaskBody, MemberRunsItsBody) {
  EXPECT_EQ(bodyIn("struct S { void run() {} void f() {"
                   "  lib::start(&S::run, this); } };"),
            "run");
}

TEST(TaskBody, FunctionOfAnotherUnitIsNotInView) {
  EXPECT_EQ(bodyIn("void f() { lib::start(work); }"), "none");
}

TEST(TaskBody, VariableRunsWhatItWasMadeFrom) {
  EXPECT_EQ(bodyIn("void f() { auto g = [] { work(); }; lib::start(g); }"),
            "lambda");
  EXPECT_EQ(bodyIn("void run() {} void f() { void (*p)() = run;"
                   "  lib::start(p); }"),
            "run");
}

TEST(TaskBody, VariableThatIsSetAgainIsNotInView) {
  EXPECT_EQ(bodyIn("void run() {} void f(bool b) { void (*p)() = run;"
                   "  if (b) p = work; lib::start(p); }"),
            "none");
}

TEST(TaskBody, MovedCallableIsTheCallable) {
  EXPECT_EQ(bodyIn("void f() { auto g = [] { work(); };"
                   "  lib::start(lib::move(g)); }"),
            "lambda");
}

TEST(TaskBody, BoundFunctionRunsItsBody) {
  EXPECT_EQ(bodyIn("void run(int) {} void f() {"
                   "  lib::start(lib::bind(run, 1)); }"),
            "run");
}

TEST(TaskBody, PassedOnCallableIsTheCallable) {
  EXPECT_EQ(bodyIn("void f() { lib::start(lib::with_name(1, [] { work(); }));"
                   "}"),
            "lambda");
  EXPECT_EQ(bodyIn("void run() {} void f() {"
                   "  lib::start(lib::with_no_name(run)); }"),
            "run");
}

TEST(TaskBody, CoroutineThatACallMakesRunsItsBody) {
  EXPECT_EQ(bodyIn(Coroutines + "Co run(int) { co_return; }"
                                "void f() { lib::start(run(1)); }"),
            "run");
  EXPECT_EQ(bodyIn(Coroutines +
                   "void f() { lib::start([]() -> Co { co_return; }()); }"),
            "lambda");
}

TEST(TaskBody, TaskThatACallMakesRunsWhatMakesIt) {
  EXPECT_EQ(bodyIn("lib::lazy run(int) { return {}; }"
                   "void f() { lib::start(run(1)); }"),
            "run");
  EXPECT_EQ(bodyIn("lib::lazy run(void (*)()); void other() {}"
                   "void f() { lib::start(run(other)); }"),
            "none");
}

TEST(TaskBody, WrappedLambdaRunsItsBody) {
  EXPECT_EQ(bodyIn("void f() {"
                   "  lib::start(lib::function<void()>([] { work(); })); }"),
            "lambda");
}

TEST(TaskBody, FunctorRunsItsCallOperator) {
  EXPECT_EQ(bodyIn("struct Run { void operator()() {} };"
                   "void f() { lib::start(Run()); }"),
            "operator()");
  EXPECT_EQ(bodyIn("struct Run { Run(int); void operator()() {} };"
                   "void f() { Run r(1); lib::start(r); }"),
            "operator()");
}

TEST(TaskBody, TypeErasedCallableIsNotInView) {
  EXPECT_EQ(bodyIn("void f(lib::function<void()> g) { lib::start(g); }"),
            "none");
  EXPECT_EQ(bodyIn("void f(void (*g)()) { lib::start(g); }"), "none");
}

TEST(TaskBody, EmplacedTaskRunsItsArgument) {
  EXPECT_EQ(bodyIn("void f(lib::vector<lib::task> &ts) {"
                   "  ts.emplace_back([] { work(); }); }",
                   "emplace_back"),
            "lambda");
}

TEST(TaskBody, WhileMakesAWorker) {
  EXPECT_TRUE(isWorker("bool more(); void f() {"
                       "  lib::start([] { while (more()) work(); }); }"));
  EXPECT_TRUE(isWorker("bool more(); void f() {"
                       "  lib::start([] { do work(); while (more()); }); }"));
}

TEST(TaskBody, ForThatTakesItsWorkElsewhereMakesAWorker) {
  EXPECT_TRUE(isWorker("void f() { lib::start([] { for (;;) work(); }); }"));
  EXPECT_TRUE(isWorker("int next(); void f(int n) { lib::start([=] {"
                       "  for (int i = next(); i < n; i = next()) work(); });"
                       "}"));
}

TEST(TaskBody, LoopInATryMakesAWorker) {
  EXPECT_TRUE(isWorker("bool more(); void f() { lib::start([] {"
                       "  work(); try { while (more()) work(); }"
                       "  catch (...) {} }); }"));
}

TEST(TaskBody, LoopOneCallDeeperMakesAWorker) {
  EXPECT_TRUE(isWorker("bool more(); void run() { while (more()) work(); }"
                       "void f() { lib::start([] { run(); }); }"));
}

TEST(TaskBody, LoopOfACoroutineMakesAWorker) {
  EXPECT_TRUE(isWorker(Coroutines + "Co run() { for (;;) work(); co_return; }"
                                    "void f() { lib::start(run()); }"));
  EXPECT_TRUE(isWorker(Coroutines +
                       "Co run() { for (;;) work(); co_return; }"
                       "void f() { lib::start([]() -> Co { co_await run(); });"
                       "}"));
  EXPECT_FALSE(isWorker(Coroutines + "Co run() { work(); co_return; }"
                                     "void f() { lib::start(run()); }"));
}

TEST(TaskBody, ShareOfTheWorkMakesNoWorker) {
  EXPECT_FALSE(isWorker("void f(int n) { lib::start([=] {"
                        "  for (int i = 0; i < n; ++i) work(); }); }"));
}

TEST(TaskBody, BodyWithoutLoopMakesNoWorker) {
  EXPECT_FALSE(isWorker("void f() { lib::start([] { work(); }); }"));
  EXPECT_FALSE(isWorker("void f() { lib::start(work); }"));
}

TEST(TaskBody, CallOfItselfEnds) {
  EXPECT_FALSE(isWorker("void run() { run(); }"
                        "void f() { lib::start(run); }"));
  EXPECT_EQ(bodyIn("void f() { void (*p)() = p; lib::start(p); }"), "none");
}

TEST(TaskBody, ObjectThatIsATaskRunsItsOverride) {
  const std::string Own = "struct Own : lib::worker { void run() override {} };"
                          "struct Further : Own {};";
  EXPECT_EQ(bodyIn(Own + "void f(Own &o) { o.start(); }"), "run");
  EXPECT_EQ(bodyIn(Own + "void f(Further *o) { o->start(); }"), "run");
  EXPECT_EQ(bodyIn(Own + "void f() { auto *o = new Own; o->start(); }"), "run");
  EXPECT_EQ(bodyIn(Own + "void f() { (new Own)->start(); }"), "run");
  EXPECT_EQ(bodyIn("struct Job : lib::job { void run() override {} };"
                   "void f() { lib::enqueue(new Job); }",
                   "enqueue"),
            "run");
}

TEST(TaskBody, OverrideOfAnotherUnitIsNotInView) {
  EXPECT_EQ(bodyIn("struct Own : lib::worker { void run() override; };"
                   "void f(Own &o) { o.start(); }"),
            "none");
  EXPECT_EQ(bodyIn("void f(lib::worker &o) { o.start(); }"), "none");
}

TEST(TaskBody, HalfTypedAndDependentCodeIsSurvived) {
  auto Survives = [](Question &Q) {
    for (const clang::Expr *E : Q.expressions())
      if (const clang::FunctionDecl *Body = bodyOf(Q.facts(), E)) {
        EXPECT_TRUE(Body->getBody());
        isWorkerLoop(Q.facts(), Body);
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
