// Every entry of bs-thread-pool.yaml, in a mock of its header.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover bs-thread-pool -- -std=c++20 -isystem %S/mock/bs-thread-pool > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <BS_thread_pool.hpp>

using namespace std::chrono_literals;

void tasks(BS::light_thread_pool &pool, BS::priority_thread_pool &other) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: BS::thread_pool: task(eager, joins)
  pool.detach_task([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool::detach_task: spawn(pooled, callable 0, result)
  (void)other.submit_task([] { return 1; }, 5);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool::submit_task: spawn(pooled, callable 0, result)
  pool.detach_loop(0, 100, [](int) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool::detach_loop: parallel, iterates(callable 2, range 1)
  pool.submit_loop(0, 100, [](int) {}).wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool::submit_loop: parallel, iterates(callable 2, range 1)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: BS::multi_future::wait: wait(task)
  pool.detach_blocks(0, 100, [](int, int) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool::detach_blocks: parallel
  pool.submit_blocks(0, 100, [](int, int) {}).get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool::submit_blocks: parallel
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: BS::multi_future::get: wait(task)
  pool.detach_sequence(0, 100, [](int) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool::detach_sequence: parallel
  (void)pool.submit_sequence(0, 100, [](int) {}).wait_for(1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool::submit_sequence: parallel
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: BS::multi_future::wait_for: wait(task, timed)
  pool.submit_loop(0, 9, [](int) {})
      // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool::submit_loop: parallel, iterates(callable 2, range 1)
      .wait_until(std::chrono::steady_clock::now());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::multi_future::wait_until: wait(task, timed)
  pool.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool::wait: wait(task)
  pool.wait_for(1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool::wait_for: wait(task, timed)
  pool.wait_until(std::chrono::steady_clock::now());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool::wait_until: wait(task, timed)
}

void sizes() {
  BS::thread_pool chosen;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: BS::thread_pool::thread_pool: pool(size 0)
  BS::thread_pool four(4);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: BS::thread_pool::thread_pool: pool(size 0)
  BS::priority_thread_pool named(4, [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: BS::thread_pool::thread_pool: pool(size 0)
  four.reset();
  four.reset(chosen.get_thread_count());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: BS::thread_pool::reset: pool(size 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: BS::thread_pool::get_thread_count: cores
}
