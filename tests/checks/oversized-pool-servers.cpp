// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The pools of servers, whose threads wait: cpp-httplib and Apache Thrift.
//
// RUN: %tidepool_test %s oversized-pool %t --notes
// CUTS: 4
// FLAGS: -std=c++20

#include <httplib.h>
#include <thrift/concurrency/ThreadManager.h>

void pools(httplib::Server &server) {
  server.new_task_queue = [] { return new httplib::ThreadPool(500); };
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized] a pool gets 500 threads for work that waits, more than the budget of 100
  // CHECK-NEXT: note[begin with 2 to 4 threads a core, and measure
  server.new_task_queue = [] { return new httplib::ThreadPool(64); };
  httplib::ThreadPool none(0);
  // CHECK: [[#@LINE-1]]: oversized-pool[no-threads]
  // CHECK-NEXT: note[
}

void managers() {
  using apache::thrift::concurrency::ThreadManager;
  auto large = ThreadManager::newSimpleThreadManager(1000);
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized] a pool gets 1000 threads for work that waits
  // CHECK-NEXT: note[
  auto small = ThreadManager::newSimpleThreadManager(16, 1000);
  auto chosen = ThreadManager::newSimpleThreadManager();
}
