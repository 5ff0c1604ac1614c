// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where no rewrite is suggested: it would not compile, or somebody else may use
// the number.
//
// RUN: %tidepool_test %s oversized-pool %t --notes
// FLAGS: -std=c++20 -pthread

#include <algorithm>
#include <asio/thread_pool.hpp>
#include <thread>
#include <vector>

bool pop(int &job);
void process(int job);

// CHECK-NOT: fix[

void comparedWithASign() {
  std::vector<std::jthread> threads;
  for (int i = 0; i < 400; ++i)
    threads.emplace_back([] {
      // CHECK: [[#@LINE-1]]: oversized-pool[oversized]
      int job;
      while (pop(job))
        process(job);
    });
}

constexpr unsigned Threads = 64;
#define SIZE 300

// CHECK-NOT: fix[

void elsewhere() {
  asio::thread_pool pool(Threads);
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized]
  asio::thread_pool other(SIZE);
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized]
}

// CHECK-NOT: fix[
