// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// redis-plus-plus: how many connections a client has.
//
// RUN: %tidepool_test %s oversized-pool %t
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/redis-plus-plus
// CUTS: 4

#include <sw/redis++/redis++.h>

namespace redis = sw::redis;

void connections(std::size_t given) {
  redis::ConnectionPoolOptions pool;
  // CHECK: [[#@LINE+1]]: oversized-pool[connections] a pool gets 200 connections to a database, more than the budget of 20
  pool.size = 200;
  redis::ConnectionPoolOptions few;
  few.size = 16;
  few.size = given;
  // CHECK: [[#@LINE+1]]: oversized-pool[connections] a pool gets 100 connections
  redis::ConnectionPoolOptions designated{.size = 100};
}
