// Every entry of libcoro.yaml, in a mock of its headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover libcoro -- -std=c++20 -isystem %S/mock/libcoro > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <coro/coro.hpp>

coro::task<int> one();
coro::task<int> two();
coro::task<void> done();

coro::task<void> gathers(std::vector<coro::task<int>> tasks) {
  coro::task<int> lazy = one();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: coro::task: task(lazy, cancels)
  co_await coro::when_all(one(), two());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: coro::when_all: gather(coroutine, range argument 0, first 0)
  co_await coro::when_all(std::move(tasks));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: coro::when_all: gather(coroutine, range argument 0, first 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
}

coro::task<void> permits() {
  coro::semaphore<16> permits(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: coro::semaphore: limiter(type, capacity 0)
  co_await permits.acquire();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: coro::semaphore::acquire: limiter(acquire), wait(permit)
  permits.try_acquire();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: coro::semaphore::try_acquire: limiter(try)
  co_await permits.release();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: coro::semaphore::release: limiter(release)
}

void pools(coro::thread_pool &pool) {
  pool.spawn_detached(done());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: coro::thread_pool::spawn_detached: spawn(pooled, callable 0)
  auto joined = pool.spawn_joinable(done());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: coro::task: task(lazy, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: coro::thread_pool::spawn_joinable: spawn(pooled, callable 0, result)
  coro::thread_pool::options options;
  options.thread_count = 8;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: coro::thread_pool::options::thread_count: pool(size 0)
  options.thread_count = pool.thread_count();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: coro::thread_pool::options::thread_count: pool(size 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: coro::thread_pool::thread_count: cores
  auto made = coro::thread_pool::make_unique(options);
}
