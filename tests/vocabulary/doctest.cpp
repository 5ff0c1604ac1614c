// REQUIRES: tidepool, doctest
// RUN: %tidepool vocab %s --cover doctest -- -std=c++20 %headers > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <doctest/doctest.h>

struct Fixture {};

TEST_CASE("plain") {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: TEST_CASE: test
TEST_CASE_FIXTURE(Fixture, "with a fixture") {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: TEST_CASE_FIXTURE: test
TEST_CASE_TEMPLATE("for types", T, int, long) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: TEST_CASE_TEMPLATE: test
TEST_CASE_TEMPLATE_DEFINE("later", T, later) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: TEST_CASE_TEMPLATE_{{DEFINE}}: test
SCENARIO("a story") {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: SCENARIO: test
SCENARIO_TEMPLATE("a story for types", T, int, long) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: SCENARIO_TEMPLATE: test
