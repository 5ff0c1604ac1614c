// Every entry of libunifex.yaml, in a mock of its headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover libunifex -- -std=c++20 -isystem %S/mock/unifex > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <unifex/unifex.hpp>

unifex::task<int> work();

unifex::task<int> tasks(unifex::static_thread_pool &pool) {
  unifex::task<int> one = work();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: unifex::_task::_task::type: task(lazy, cancels)
  unifex::async_scope scope;
  unifex::spawn_detached(work(), scope);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: unifex::spawn_detached: spawn(coroutine, callable 0)
  unifex::spawn_future(work(), scope);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: unifex::spawn_future: spawn(coroutine, callable 0, result)
  scope.spawn(work());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: unifex::async_scope::spawn: spawn(coroutine, callable 0, result)
  scope.detached_spawn(work());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: unifex::async_scope::detached_spawn: spawn(coroutine, callable 0)
  scope.spawn_on(pool.get_scheduler(), work());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: unifex::async_scope::spawn_on: spawn(coroutine, callable 1, result)
  scope.spawn_call_on(pool.get_scheduler(), [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: unifex::async_scope::spawn_call_on: spawn(coroutine, callable 1, result)
  scope.detached_spawn_on(pool.get_scheduler(), work());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: unifex::async_scope::detached_spawn_on: spawn(coroutine, callable 1)
  scope.detached_spawn_call_on(pool.get_scheduler(), [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: unifex::async_scope::detached_spawn_call_on: spawn(coroutine, callable 1)
  co_await scope.cleanup();
  co_return 0;
}

void gathers(std::vector<unifex::task<int>> all) {
  unifex::when_all(work(), work());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: unifex::when_all: gather(coroutine, first 0)
  unifex::when_all_range(static_cast<std::vector<unifex::task<int>> &&>(all));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: unifex::when_all_range: gather(coroutine, range argument 0, iterators)
  unifex::when_all_range(all.begin(), all.end());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: unifex::when_all_range: gather(coroutine, range argument 0, iterators)
  unifex::sync_wait(work());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: unifex::sync_wait: blocking(sync)
}

void pools() {
  unifex::static_thread_pool chosen;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: unifex::static_thread_pool::static_thread_pool: pool(size 0)
  unifex::static_thread_pool pool(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: unifex::static_thread_pool::static_thread_pool: pool(size 0)
}
