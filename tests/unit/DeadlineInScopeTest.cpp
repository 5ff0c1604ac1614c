// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/DeadlineInScope.h"
#include "Question.h"

using namespace tidepool;

namespace {

std::string scopeOf(const std::string &Code) {
  Question Q("void look(lib::stop); " + Code);
  ScopedDeadline Found = deadlineInScope(Q.facts(), Q.call("read"));
  switch (Found.Is) {
  case ScopedDeadline::Kind::None:
    return "none";
  case ScopedDeadline::Kind::NotPassedOn:
    return "not passed on: " + Found.Decl->getNameAsString();
  case ScopedDeadline::Kind::Unknown:
    return "unknown: " + Found.Decl->getNameAsString();
  }
  return "";
}

TEST(DeadlineInScope, NothingIsNone) {
  EXPECT_EQ(scopeOf("void f(lib::wire w, int seconds) { w.read(); }"), "none");
}

TEST(DeadlineInScope, NobodyLooksAtIt) {
  EXPECT_EQ(scopeOf("void f(lib::wire w, lib::stop s) { w.read(); }"),
            "not passed on: s");
  EXPECT_EQ(scopeOf("void f(lib::wire w) { lib::stop s; w.read(); }"),
            "not passed on: s");
}

TEST(DeadlineInScope, DeclaredAfterOrElsewhereIsNone) {
  EXPECT_EQ(scopeOf("void f(lib::wire w) { w.read(); lib::stop s; }"), "none");
  EXPECT_EQ(scopeOf("void f(lib::wire w) { { lib::stop s; } w.read(); }"),
            "none");
}

TEST(DeadlineInScope, WhatMayBoundItIsUnknown) {
  EXPECT_EQ(scopeOf("void f(lib::wire w, lib::stop s) { look(s); w.read(); }"),
            "unknown: s");
  EXPECT_EQ(scopeOf("void f(lib::wire w, lib::stop s) {"
                    "  while (!s.asked()) w.read(); }"),
            "unknown: s");
}

TEST(DeadlineInScope, WithoutANameOrUnusedByIntentIsNone) {
  EXPECT_EQ(scopeOf("void f(lib::wire w, lib::stop) { w.read(); }"), "none");
  EXPECT_EQ(scopeOf("void f(lib::wire w, [[maybe_unused]] lib::stop s) {"
                    "  w.read(); }"),
            "none");
}

} // namespace
