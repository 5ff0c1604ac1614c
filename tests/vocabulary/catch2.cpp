// REQUIRES: tidepool, catch2
// RUN: %tidepool vocab %s --cover catch2 -- -std=c++20 %headers > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <catch2/catch.hpp>
#include <tuple>
#include <vector>

struct Fixture {};
template <typename T> struct Typed {};
using Types = std::tuple<int, long>;

TEST_CASE("plain") {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: TEST_CASE: test
TEST_CASE_METHOD(Fixture, "with a fixture") {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: TEST_CASE_METHOD: test
SCENARIO("a story") {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: SCENARIO: test
// CHECK: [[#@LINE-2]]:{{[0-9]+}}: TEST_CASE: test
SCENARIO_METHOD(Fixture, "a story with a fixture") {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: SCENARIO_METHOD: test
TEMPLATE_TEST_CASE("for types", "", int, long) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: TEMPLATE_TEST_CASE: test
TEMPLATE_TEST_CASE_SIG("for values", "", ((int N), N), 1, 2) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: TEMPLATE_TEST_CASE_SIG: test
TEMPLATE_TEST_CASE_METHOD(Typed, "with typed fixtures", "", int, long) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: TEMPLATE_TEST_CASE_METHOD: test
TEMPLATE_PRODUCT_TEST_CASE("for templates", "", (std::vector), (int, long)) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: TEMPLATE_PRODUCT_TEST_CASE: test
TEMPLATE_LIST_TEST_CASE("for a list", "", Types) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: TEMPLATE_LIST_TEST_CASE: test
