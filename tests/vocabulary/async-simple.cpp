// Every entry of async-simple.yaml, in a mock of its headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover async-simple -- -std=c++20 -isystem %S/mock/async-simple > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <async_simple/coro/Collect.h>
#include <async_simple/coro/Lazy.h>
#include <async_simple/coro/Semaphore.h>
#include <async_simple/executors/SimpleExecutor.h>

namespace coro = async_simple::coro;

coro::Lazy<int> one();
coro::Lazy<int> two();

coro::Lazy<int> gathers(std::vector<coro::Lazy<int>> tasks) {
  coro::Lazy<int> lazy = one();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: async_simple::coro::Lazy: task(lazy, cancels)
  co_await coro::collectAll(one(), two());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: async_simple::coro::collectAll: gather(coroutine, range argument 0, first 0)
  co_await coro::collectAllPara(one(), two());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: async_simple::coro::collectAllPara: gather(coroutine, range argument 0, first 0)
  co_await coro::collectAll(std::move(tasks));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: async_simple::coro::collectAll: gather(coroutine, range argument 0, first 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  co_await coro::collectAllPara(std::move(tasks));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: async_simple::coro::collectAllPara: gather(coroutine, range argument 0, first 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  co_await coro::collectAllWindowed(8, false, std::move(tasks));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: async_simple::coro::collectAllWindowed: gather(coroutine, range argument 2, limit 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  co_await coro::collectAllWindowedPara(8, false, std::move(tasks));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: async_simple::coro::collectAllWindowedPara: gather(coroutine, range argument 2, limit 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  co_return 0;
}

coro::Lazy<int> permits() {
  coro::CountingSemaphore<16> permits(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: async_simple::coro::CountingSemaphore: limiter(type, capacity 0)
  co_await permits.acquire();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: async_simple::coro::CountingSemaphore::acquire: limiter(acquire), wait(permit)
  co_await permits.try_acquire();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: async_simple::coro::CountingSemaphore::try_acquire: limiter(try)
  co_await permits.release();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: async_simple::coro::CountingSemaphore::release: limiter(release)
  co_return 0;
}

void sizes() { async_simple::executors::SimpleExecutor executor(8); }
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: async_simple::executors::SimpleExecutor::SimpleExecutor: pool(size 0)
