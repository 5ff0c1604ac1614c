// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/Suspension.h"
#include "Question.h"

using namespace tidepool;

namespace {

std::string suspends(llvm::StringRef Code, llvm::StringRef Name) {
  Question Q(Coroutines + Code.str());
  std::optional<Suspension> At = suspensionAt(Q.facts(), Q.call(Name));
  return !At ? "no" : At->blocksThread() ? "thread" : "coroutine";
}

TEST(Suspension, AwaitedIsACoroutines) {
  EXPECT_EQ(suspends("Co f(lib::wire w) { co_await w.fetch(); }", "fetch"),
            "coroutine");
}

TEST(Suspension, KeptIsNone) {
  EXPECT_EQ(
      suspends("void f(lib::wire w) { auto later = w.fetch(); }", "fetch"),
      "no");
}

TEST(Suspension, BlockingWithNoTimedFormIsAThreads) {
  EXPECT_EQ(suspends("void f(lib::wire w) { w.read(); }", "read"), "thread");
}

TEST(Suspension, WhatCanBeTimedIsNone) {
  EXPECT_EQ(suspends("void f(int l) { lib::receive(l); }", "receive"), "no");
}

} // namespace
