// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/ExecutionContext.h"
#include "Question.h"

using namespace tidepool;

namespace {

/// What runs the call of work().
std::string contextIn(llvm::StringRef Code) {
  Question Q(Code);
  switch (contextOf(Q.facts(), Q.call("work"))) {
  case ExecutionContext::Unknown:
    return "unknown";
  case ExecutionContext::Main:
    return "main";
  case ExecutionContext::Coroutine:
    return "coroutine";
  case ExecutionContext::Handler:
    return "handler";
  case ExecutionContext::Task:
    return "task";
  }
  return "";
}

bool isInTest(llvm::StringRef Code) {
  Question Q(Code);
  return inTest(Q.facts(), Q.call("work"));
}

TEST(ExecutionContext, MainIsMain) {
  EXPECT_EQ(contextIn("int main() { work(); }"), "main");
}

TEST(ExecutionContext, FunctionThatOthersMayCallIsUnknown) {
  EXPECT_EQ(contextIn("void f() { work(); }"), "unknown");
}

TEST(ExecutionContext, LambdaOfATaskIsATask) {
  EXPECT_EQ(contextIn("int main() { lib::task t([] { work(); }); }"), "task");
  EXPECT_EQ(contextIn("int main() { lib::start([] { work(); }); }"), "task");
  EXPECT_EQ(contextIn("void f(lib::vector<lib::task> &ts) {"
                      "  ts.emplace_back([] { work(); }); }"),
            "task");
}

TEST(ExecutionContext, LambdaOfAHandlerIsAHandler) {
  EXPECT_EQ(contextIn("int main() { lib::on_request([] { work(); }); }"),
            "handler");
}

TEST(ExecutionContext, AnotherArgumentOfAHandlersCallIsNoHandler) {
  EXPECT_EQ(contextIn("int main() { lib::on_event([] {}, [] { work(); }); }"),
            "handler");
  EXPECT_EQ(contextIn("int main() { lib::on_event([] { work(); }, [] {}); }"),
            "unknown");
}

TEST(ExecutionContext, InnermostCallableDecides) {
  EXPECT_EQ(contextIn("int main() { lib::on_request([] {"
                      "  lib::start([] { work(); }); }); }"),
            "task");
  EXPECT_EQ(contextIn("int main() { lib::start([] {"
                      "  lib::on_request([] { work(); }); }); }"),
            "handler");
}

TEST(ExecutionContext, LambdaOfAnAlgorithmRunsWhereItIsCalled) {
  EXPECT_EQ(contextIn("int main() { lib::for_n(3, [] { work(); }); }"), "main");
  EXPECT_EQ(contextIn("int main() { lib::on_request([] {"
                      "  lib::for_n(3, [] { work(); }); }); }"),
            "handler");
}

TEST(ExecutionContext, LambdaCalledAtOnceRunsWhereItStands) {
  EXPECT_EQ(contextIn("int main() { lib::call([] { work(); }); }"), "main");
  EXPECT_EQ(contextIn("int main() { [] { work(); }(); }"), "main");
}

TEST(ExecutionContext, CallableGivenToUnknownCodeIsUnknown) {
  EXPECT_EQ(contextIn("template <class F> void later(F) {}"
                      "int main() { later([] { work(); }); }"),
            "unknown");
}

TEST(ExecutionContext, CallableMovedOnIsWhatTheReceiverMakesOfIt) {
  EXPECT_EQ(contextIn("void f() { lib::start(lib::bind([] { work(); })); }"),
            "task");
}

TEST(ExecutionContext, CoroutineIsACoroutine) {
  EXPECT_EQ(contextIn(Coroutines + "Co f() { work(); co_return; }"),
            "coroutine");
  EXPECT_EQ(contextIn(Coroutines +
                      "void f() { auto g = []() -> Co { work(); co_return; };"
                      "}"),
            "coroutine");
}

TEST(ExecutionContext, LambdaInACoroutineIsItsOwn) {
  EXPECT_EQ(contextIn(Coroutines + "Co f() { lib::start([] { work(); });"
                                   "  co_return; }"),
            "task");
}

TEST(ExecutionContext, OverrideOfATasksBodyIsATask) {
  EXPECT_EQ(contextIn("struct Own : lib::worker {"
                      "  void run() override { work(); } };"),
            "task");
  EXPECT_EQ(contextIn("struct Own : lib::worker { void help() { work(); } };"),
            "unknown");
  EXPECT_EQ(contextIn("struct Own { virtual void run() { work(); } };"),
            "unknown");
}

TEST(ExecutionContext, OverrideOfAHandlerIsAHandler) {
  EXPECT_EQ(contextIn("struct Own : lib::session {"
                      "  void on_client() override { work(); } };"),
            "handler");
}

TEST(ExecutionContext, FunctionHandedOnByNameIsWhatTheReceiverMakesOfIt) {
  EXPECT_EQ(contextIn("void own() { work(); }"
                      "void f() { lib::on_request(own); }"),
            "handler");
  EXPECT_EQ(contextIn("struct Own { void go() { work(); }"
                      "  void f() { lib::start(&Own::go, this); } };"),
            "task");
  EXPECT_EQ(contextIn("void own() { work(); }"
                      "template <class F> void other(F) {}"
                      "void f() { own(); other(own); }"),
            "unknown");
}

TEST(ExecutionContext, LambdaAsFunctionPointerIsStillHandedOn) {
  EXPECT_EQ(contextIn("int main() { lib::later([] { work(); }); }"), "handler");
}

TEST(ExecutionContext, MacroOfATestFrameworkMakesATest) {
  EXPECT_TRUE(isInTest("LIB_TEST(Works) { work(); }"));
  EXPECT_TRUE(isInTest("LIB_TEST(Works) { lib::start([] { work(); }); }"));
}

TEST(ExecutionContext, MacroInAMacroMakesATest) {
  EXPECT_TRUE(isInTest("LIB_TEST_OF(Library, Works) { work(); }"));
  EXPECT_TRUE(isInTest("#define OWN_TEST(Name) LIB_TEST(Own##Name)\n"
                       "OWN_TEST(Works) { work(); }"));
}

TEST(ExecutionContext, MembersOfTheClassThatATestMacroMakesAreTests) {
  const std::string Own = "struct Own { void works() { work(); } };";
  EXPECT_TRUE(isInTest(Own + "LIB_TEST_MAIN(Own)"));
  EXPECT_FALSE(isInTest(Own + "struct Other {}; LIB_TEST_MAIN(Other)"));
  // What a test makes by itself is what it tests.
  EXPECT_FALSE(isInTest(Own + "LIB_TEST(Works) { Own tested; }"));
  EXPECT_FALSE(isInTest(Own + "void f() { Own plain; }"));
}

TEST(ExecutionContext, AnotherMacroMakesNoTest) {
  EXPECT_FALSE(isInTest("#define COMMAND(Name) void Name()\n"
                        "COMMAND(run) { work(); }"));
  EXPECT_FALSE(isInTest("void LIB_TESTED() { work(); }"));
}

TEST(ExecutionContext, FunctionThatATestCallsIsNoTest) {
  EXPECT_FALSE(isInTest("void helper() { work(); }"
                        "LIB_TEST(Works) { helper(); }"));
}

TEST(ExecutionContext, FunctionThatOnlyTestsReachIsATest) {
  EXPECT_TRUE(isInTest("static void helper() { work(); }"
                       "LIB_TEST(Works) { helper(); }"));
  EXPECT_TRUE(isInTest("static void inner() { work(); }"
                       "static void outer() { inner(); }"
                       "LIB_TEST(Works) { outer(); }"));
  EXPECT_FALSE(isInTest("static void helper() { work(); }"
                        "LIB_TEST(Works) { helper(); }"
                        "void other() { helper(); }"));
  EXPECT_FALSE(isInTest("static void helper() { work(); }"));
  EXPECT_FALSE(isInTest("static void helper() { if (lib::cores()) helper();"
                        "  work(); }"));
}

TEST(ExecutionContext, FunctionIsWhatItIsHandedTo) {
  EXPECT_EQ(contextIn("static void run() { work(); }"
                      "void f() { lib::start(run); }"),
            "task");
  EXPECT_EQ(contextIn("static void inner() { work(); }"
                      "static void run() { inner(); }"
                      "void f() { lib::start(run); }"),
            "task");
  EXPECT_EQ(contextIn("static void inner() { work(); }"
                      "void f() { inner(); }"),
            "unknown");
  EXPECT_EQ(contextIn("static void inner() { work(); }"
                      "static void run() { inner(); }"
                      "void f() { lib::start(run); inner(); }"),
            "unknown");
  EXPECT_EQ(contextIn("static void inner() { work(); }"
                      "int main() { inner(); }"),
            "main");
  EXPECT_EQ(contextIn("struct S { void run() { work(); }"
                      "  void f() { lib::start([this] { run(); }); } };"),
            "task");
}

TEST(ExecutionContext, HalfTypedAndDependentCodeIsSurvived) {
  auto Survives = [](Question &Q) {
    for (const clang::Expr *E : Q.expressions()) {
      contextOf(Q.facts(), E);
      inTest(Q.facts(), E);
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
