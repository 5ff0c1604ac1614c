// Every entry of stdexec.yaml, in a mock of stdexec's headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover stdexec -- -std=c++20 -isystem %S/mock/stdexec > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <stdexec/execution.hpp>

exec::task<void> fetch(int);

exec::task<void> gathers(int s) {
  co_await stdexec::when_all(fetch(1));
  co_await stdexec::when_all(fetch(1), fetch(2));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: stdexec::when_all: gather(coroutine, first 0)
  co_await stdexec::when_all_with_variant(fetch(1), fetch(2));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: stdexec::when_all_with_variant: gather(coroutine, first 0)
  co_await stdexec::transfer_when_all(s, fetch(1), fetch(2));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: stdexec::transfer_when_all: gather(coroutine, first 1)
  co_await stdexec::transfer_when_all_with_variant(s, fetch(1), fetch(2));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: stdexec::transfer_when_all_with_variant: gather(coroutine, first 1)
  co_await stdexec::bulk(stdexec::just(), 100, [](int) {});
}

void sizes() {
  exec::static_thread_pool chosen;
  exec::static_thread_pool pool(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: exec::static_thread_pool::static_thread_pool: pool(size 0)
  pool.available_parallelism();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: exec::static_thread_pool::available_parallelism: cores
}

void spawns(exec::async_scope &scope) {
  exec::task<void> task = fetch(2);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: exec::task: task(lazy, cancels)
  exec::start_detached(fetch(1));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: exec::start_detached: spawn(coroutine, callable 0, result)
  scope.spawn(fetch(1));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: exec::async_scope::spawn: spawn(coroutine, callable 0)
  scope.spawn_future(fetch(1));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: exec::async_scope::spawn_future: spawn(coroutine, callable 0)
  stdexec::sync_wait(scope.nest(fetch(1)));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: stdexec::sync_wait: wait(task, argument 0), blocking(sync)
}
