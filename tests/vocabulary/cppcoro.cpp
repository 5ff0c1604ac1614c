// Every entry of cppcoro.yaml, in a mock of cppcoro's headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover cppcoro -- -std=c++20 -isystem %S/mock/cppcoro > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <cppcoro/async_scope.hpp>
#include <cppcoro/shared_task.hpp>
#include <cppcoro/when_all.hpp>

cppcoro::task<> fetch(int);

cppcoro::task<> gathers(std::vector<cppcoro::task<>> tasks) {
  co_await cppcoro::when_all(fetch(1), fetch(2));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: cppcoro::when_all: gather(coroutine, range argument 0, first 0)
  co_await cppcoro::when_all(std::move(tasks));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: cppcoro::when_all: gather(coroutine, range argument 0, first 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  co_await cppcoro::when_all_ready(fetch(1), fetch(2));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: cppcoro::when_all_ready: gather(coroutine, range argument 0, first 0)
  co_await cppcoro::when_all_ready(std::move(tasks));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: cppcoro::when_all_ready: gather(coroutine, range argument 0, first 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
}

void others(cppcoro::async_scope &scope, cppcoro::task<> one) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: cppcoro::task: task(lazy, cancels)
  cppcoro::shared_task<> shared;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: cppcoro::shared_task: task(lazy, cancels)
  scope.spawn(std::move(one));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: cppcoro::async_scope::spawn: spawn(coroutine, callable 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
}
