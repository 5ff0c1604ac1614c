// Every entry of thread-pool.yaml.
// REQUIRES: tidepool, thread-pool
// RUN: %tidepool vocab %s --cover thread-pool -- %headers -std=c++17 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <thread_pool/thread_pool.hpp>

void uses() {
  thread_pool::ThreadPool chosen;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: thread_pool::ThreadPool: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: thread_pool::ThreadPool::ThreadPool: pool(size 0)
  thread_pool::ThreadPool four(4);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: thread_pool::ThreadPool: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: thread_pool::ThreadPool::ThreadPool: pool(size 0)
  thread_pool::ThreadPool same(four.num_threads());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: thread_pool::ThreadPool: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: thread_pool::ThreadPool::ThreadPool: pool(size 0)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: thread_pool::ThreadPool::num_threads: cores
  auto sum = four.Submit([](int a, int b) { return a + b; }, 1, 2);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::future: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: thread_pool::ThreadPool::Submit: spawn(pooled, callable 0, result)
}
