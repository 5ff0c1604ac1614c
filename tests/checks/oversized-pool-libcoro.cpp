// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libcoro: how many threads a pool has.
//
// RUN: %tidepool_test %s oversized-pool %t
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/libcoro
// CUTS: 4

#include <coro/coro.hpp>

void sizes() {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads
  auto large = coro::thread_pool::make_unique({.thread_count = 500});
  auto small = coro::thread_pool::make_unique({.thread_count = 8});
  auto chosen = coro::thread_pool::make_unique();
  coro::thread_pool::options options;
  options.thread_count = chosen->thread_count();
}
