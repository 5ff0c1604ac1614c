// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/PoolInstances.h"
#include "Question.h"

using namespace tidepool;

namespace {

uint64_t instancesIn(const std::string &Code) {
  Question Q("struct S { S(int); };\n" + Code);
  return instancesOf(Q.facts(), Q.call("S"));
}

TEST(PoolInstances, InstancesAreElementsAndTurnsThatKeepThem) {
  EXPECT_EQ(instancesIn("S one(1);"), 1u);
  EXPECT_EQ(instancesIn("void f(lib::vector<S *> &v) {"
                        "  for (int i = 0; i < 50; ++i)"
                        "    v.push_back(new S(1)); }"),
            50u);
  EXPECT_EQ(instancesIn("void f(lib::vector<S *> &v) {"
                        "  for (int j = 0; j < 4; ++j)"
                        "    for (int i = 0; i < 5; ++i)"
                        "      v.push_back(new S(1)); }"),
            20u);
  EXPECT_EQ(
      instancesIn("void f() { for (int i = 0; i < 50; ++i) { S s(1); } }"), 1u);
  EXPECT_EQ(instancesIn("void f(lib::vector<S *> &v, int n) {"
                        "  for (int i = 0; i < n; ++i)"
                        "    v.push_back(new S(1)); }"),
            1u);
}

std::optional<MemberPool> memberIn(llvm::StringRef Code) {
  Question Q(Code);
  return memberPoolOf(Q.facts(), madeBy(Q.facts(), Q.call("S")));
}

TEST(PoolInstances, ObjectThatStartsWorkersHasAPool) {
  const std::string Work = "void work() { for (;;) {} }\n";
  std::optional<MemberPool> Each =
      memberIn(Work + "struct S { lib::vector<lib::task> ts; S() {"
                      "  for (int i = 0; i < 8; ++i)"
                      "    ts.push_back(lib::task(work)); } };"
                      "S s;");
  ASSERT_TRUE(Each);
  EXPECT_EQ(Each->Workers, 8u);
  EXPECT_FALSE(memberIn(Work + "struct S { lib::vector<lib::task> ts;"
                               "  S(int n) { for (int i = 0; i < n; ++i)"
                               "    ts.push_back(lib::task(work)); } };"
                               "S s(8);"));
  EXPECT_FALSE(memberIn("struct S { S() {} }; S s;"));
}

TEST(PoolInstances, HalfTypedAndDependentCodeIsSurvived) {
  auto Survives = [](Question &Q) {
    for (const clang::Expr *E : Q.expressions()) {
      EXPECT_GE(instancesOf(Q.facts(), E), 0u);
      memberPoolOf(Q.facts(), madeBy(Q.facts(), E));
      pooledObjectsAt(Q.facts(), E);
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
