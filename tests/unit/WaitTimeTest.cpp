// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "analysis/WaitTime.h"
#include "Question.h"

using namespace tidepool;

namespace {

std::string timeIn(llvm::StringRef Code, llvm::StringRef Name,
                   const DeadlineRole &Role) {
  Question Q(Code);
  WaitTime Time = timeGiven(Q.facts(), Q.call(Name), Role);
  switch (Time.Is) {
  case WaitTime::Kind::Forever:
    return "forever";
  case WaitTime::Kind::Unknown:
    return "unknown";
  case WaitTime::Kind::Given:
    break;
  }
  return Time.Seconds ? std::to_string(*Time.Seconds).substr(0, 5) : "given";
}

/// The time of wait(\p Argument), in milliseconds, -1 being for ever.
std::string milliseconds(const std::string &Argument) {
  DeadlineRole Role;
  Role.Time = 0;
  Role.None = -1;
  return timeIn("constexpr int Quick = 500; enum { Slow = 90000 };"
                "void wait(long); void f(int given) { wait(" +
                    Argument + "); }",
                "wait", Role);
}

TEST(WaitTime, ConstantsAreSeconds) {
  EXPECT_EQ(milliseconds("5000"), "5.000");
  EXPECT_EQ(milliseconds("Quick"), "0.500");
  EXPECT_EQ(milliseconds("Slow"), "90.00");
  EXPECT_EQ(milliseconds("5 * Quick"), "2.500");
}

TEST(WaitTime, TheValueOfNoneIsForever) {
  EXPECT_EQ(milliseconds("-1"), "forever");
  EXPECT_EQ(milliseconds("-5"), "forever");
}

TEST(WaitTime, WhatIsComputedIsTrusted) {
  EXPECT_EQ(milliseconds("given"), "given");
}

TEST(WaitTime, NullPointerIsForeverWhereZeroIs) {
  DeadlineRole Role;
  Role.Time = 0;
  Role.None = 0;
  const char *Code = "struct span; void wait(span *); void f(span *s) {";
  EXPECT_EQ(timeIn(Code + std::string("wait(nullptr); }"), "wait", Role),
            "forever");
  EXPECT_EQ(timeIn(Code + std::string("wait(s); }"), "wait", Role), "given");
}

TEST(WaitTime, DurationsKnowTheirTick) {
  DeadlineRole Role;
  Role.Time = 0;
  Role.In = DeadlineRole::Unit::Duration;
  const std::string Code =
      "template <long N, long D> struct ratio {};"
      "template <class R, class P> struct duration {"
      "  R Count; constexpr explicit duration(R C) : Count(C) {}"
      "  static constexpr duration max() {"
      "    return duration(__LONG_MAX__); } };"
      "using hours = duration<long, ratio<3600, 1>>;"
      "using millis = duration<long, ratio<1, 1000>>;"
      "template <class T> void wait(const T &) {}"
      "void f(long given) { ";
  EXPECT_EQ(timeIn(Code + "wait(hours(2)); }", "wait", Role), "7200.");
  EXPECT_EQ(timeIn(Code + "wait(millis(1500)); }", "wait", Role), "1.500");
  EXPECT_EQ(timeIn(Code + "wait(hours::max()); }", "wait", Role), "forever");
  EXPECT_EQ(timeIn(Code + "wait(hours(given)); }", "wait", Role), "given");
}

TEST(WaitTime, NoArgumentIsUnknown) {
  DeadlineRole Role;
  Role.Time = 3;
  EXPECT_EQ(timeIn("void wait(int); void f() { wait(1); }", "wait", Role),
            "unknown");
}

TEST(WaitTime, KeysAreFoundInLiteralsAndConstants) {
  auto Found = [](const std::string &Argument) {
    Question Q("constexpr char Text[] = \"host=a Patience=5\";"
               "const char *const Pointer = \"host=a\";"
               "const char *Changes = \"patience=5\";"
               "void open(const char *); void f(const char *given) { open(" +
               Argument + "); }");
    switch (keyIn(Q.facts(), Q.argument("open"), {"patience"})) {
    case KeyInText::Absent:
      return "absent";
    case KeyInText::Present:
      return "present";
    case KeyInText::Unknown:
      return "unknown";
    }
    return "";
  };
  EXPECT_STREQ(Found("\"patience=5\""), "present");
  EXPECT_STREQ(Found("\"host=a\""), "absent");
  EXPECT_STREQ(Found("Text"), "present");
  EXPECT_STREQ(Found("Pointer"), "absent");
  EXPECT_STREQ(Found("Changes"), "unknown");
  EXPECT_STREQ(Found("given"), "unknown");
}

} // namespace
