// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/Race.h"
#include "Question.h"

using namespace tidepool;

namespace {

std::string raceAt(llvm::StringRef Code, llvm::StringRef Name = "read") {
  Question Q(Coroutines + Code.str());
  Race Found = raceOf(Q.facts(), *suspensionAt(Q.facts(), Q.call(Name)));
  switch (Found.Is) {
  case Race::Kind::None:
    return "none";
  case Race::Kind::Ended:
    return "ended: " + Found.Why;
  case Race::Kind::Unknown:
    return "unknown: " + Found.Why;
  }
  return "";
}

TEST(Race, LocalAloneIsNone) {
  EXPECT_EQ(raceAt("void f() { lib::wire w; w.read(); }"), "none");
}

TEST(Race, WhoHasItTooMayEndIt) {
  EXPECT_EQ(raceAt("void other(lib::wire &);"
                   "void f() { lib::wire w; other(w); w.read(); }"),
            "unknown: it is handed to code out of view");
  EXPECT_EQ(raceAt("void f(lib::wire *w) { w->read(); }"),
            "unknown: others may hold what it works on");
  EXPECT_EQ(raceAt("lib::wire w; void f() { w.read(); }"),
            "unknown: others may close what it works on: it is no local");
}

TEST(Race, SomethingElseClosesIt) {
  EXPECT_EQ(raceAt("void f() { lib::wire w;"
                   "  auto stop = [&] { w.close(); }; w.read(); }"),
            "ended: something else may close what it works on");
}

TEST(Race, CoroutineNobodyIsSeenToStartIsUnknown) {
  EXPECT_EQ(raceAt("Co f(lib::wire w) { co_await w.fetch(); }", "fetch"),
            "unknown: it is called by code out of view");
}

TEST(Race, WhatAPointerLeadsToOthersMayEnd) {
  EXPECT_EQ(raceAt("static void serve(lib::wire &w) { w.read(); }"
                   "void f() { serve(*new lib::wire); }"),
            "unknown: others may close what it works on: it is no local");
}

} // namespace
