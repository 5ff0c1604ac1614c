// REQUIRES: tidepool, boost-test
// RUN: %tidepool vocab %s --cover boost-test -- -std=c++20 %headers > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <tuple>

struct Fixture {};
using Types = std::tuple<int, long>;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_CASE(plain) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: BOOST_AUTO_TEST_CASE: test
BOOST_FIXTURE_TEST_CASE(withFixture, Fixture) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: BOOST_FIXTURE_TEST_CASE: test
BOOST_DATA_TEST_CASE(forValues, data::xrange(3)) { (void)sample; }
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: BOOST_DATA_TEST_CASE: test
BOOST_DATA_TEST_CASE_F(Fixture, both, data::xrange(3)) { (void)sample; }
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: BOOST_DATA_TEST_CASE_F: test
BOOST_AUTO_TEST_CASE_TEMPLATE(forTypes, T, Types) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: BOOST_AUTO_TEST_CASE_TEMPLATE: test
// CHECK: [[#@LINE-2]]:{{[0-9]+}}: BOOST_FIXTURE_TEST_CASE_TEMPLATE: test
BOOST_FIXTURE_TEST_CASE_TEMPLATE(allOfIt, T, Types, Fixture) {}
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: BOOST_FIXTURE_TEST_CASE_TEMPLATE: test
