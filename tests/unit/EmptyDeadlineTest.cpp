// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/EmptyDeadline.h"
#include "Question.h"

using namespace tidepool;

namespace {

std::string emptyIn(const std::string &Body) {
  Question Q("void other(lib::wire &); void f() { lib::wire w;" + Body + "}");
  switch (emptyDeadline(Q.facts(), Q.call("patience")).Is) {
  case EmptyDeadline::Kind::Used:
    return "used";
  case EmptyDeadline::Kind::Unused:
    return "unused";
  case EmptyDeadline::Kind::Unheeded:
    return "unheeded";
  }
  return "";
}

TEST(EmptyDeadline, NothingAfterIsUnused) {
  EXPECT_EQ(emptyIn("w.fetch(); w.patience(5);"), "unused");
  EXPECT_EQ(emptyIn("w.patience(5); w.close();"), "unused");
}

TEST(EmptyDeadline, WhatBlocksDoesNotHeedIt) {
  EXPECT_EQ(emptyIn("w.patience(5); w.read();"), "unheeded");
}

TEST(EmptyDeadline, WhatIsAsynchronousHeedsIt) {
  EXPECT_EQ(emptyIn("w.patience(5); w.fetch();"), "used");
}

TEST(EmptyDeadline, OthersMayHeedIt) {
  EXPECT_EQ(emptyIn("w.patience(5); other(w);"), "used");
}

} // namespace
