// REQUIRES: tidepool, gtest
// RUN: %tidepool vocab %s --cover gtest -- -std=c++20 %headers > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <gtest/gtest.h>

struct Fixture : testing::Test {};
struct Numbers : testing::TestWithParam<int> {};
template <typename T> struct Typed : testing::Test {};
template <typename T> struct Later : testing::Test {};
using Types = testing::Types<int>;
TYPED_TEST_SUITE(Typed, Types);
TYPED_TEST_SUITE_P(Later);

TEST(Plain, Works) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: TEST: test
TEST_F(Fixture, Works) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: TEST_F: test
TEST_P(Numbers, Work) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: TEST_P: test
TYPED_TEST(Typed, Works) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: TYPED_TEST: test
TYPED_TEST_P(Later, Works) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: TYPED_TEST_P: test
