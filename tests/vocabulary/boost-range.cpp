// Every entry of boost-range.yaml, against the real header.
// REQUIRES: tidepool, boost-range
// RUN: %tidepool vocab %s --cover boost-range -- -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <boost/range/irange.hpp>

void numbers() {
  boost::irange(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::irange: bounds(by 0)
  boost::irange(1, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::irange: bounds(by 1)
  boost::irange(1, 8, 2);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::irange: bounds(by 1)
}
