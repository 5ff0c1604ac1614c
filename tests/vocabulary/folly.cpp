// Every entry of folly.yaml, in a mock of Folly's headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover folly -- -std=c++20 -isystem %S/mock/folly > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <folly/coro/Collect.h>
#include <folly/executors/CPUThreadPoolExecutor.h>
#include <folly/executors/IOThreadPoolExecutor.h>
#include <folly/executors/ThreadedExecutor.h>
#include <folly/fibers/ForEach.h>
#include <folly/fibers/Semaphore.h>
#include <folly/fibers/WhenN.h>
#include <folly/futures/Future.h>
#include <string>

namespace coro = folly::coro;
using Tasks = std::vector<coro::Task<int>>;

coro::Task<int> one();
coro::Task<int> two();

coro::Task<int> coroutines(Tasks tasks, coro::AsyncScope &scope) {
  coro::Task<int> task = one();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::coro::Task: task(lazy, cancels)
  co_await coro::collectAllRange(std::move(tasks));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::coro::collectAllRange: gather(coroutine, range argument 0, limited folly::coro::collectAllWindowed)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  co_await coro::collectAllTryRange(std::move(tasks));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::coro::collectAllTryRange: gather(coroutine, range argument 0, limited folly::coro::collectAllTryWindowed)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  co_await coro::collectAllWindowed(std::move(tasks), 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::coro::collectAllWindowed: gather(coroutine, range argument 0, limit 1)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  co_await coro::collectAllTryWindowed(std::move(tasks), 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::coro::collectAllTryWindowed: gather(coroutine, range argument 0, limit 1)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  co_await coro::collectAll(one(), two());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::coro::collectAll: gather(coroutine, first 0)
  co_await coro::collectAllTry(one(), two());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::coro::collectAllTry: gather(coroutine, first 0)
  co_await coro::collectAny(one(), two());
  coro::makeUnorderedAsyncGenerator(scope, std::move(tasks));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::coro::makeUnorderedAsyncGenerator: gather(coroutine, range argument 1)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  coro::makeUnorderedTryAsyncGenerator(scope, std::move(tasks));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::coro::makeUnorderedTryAsyncGenerator: gather(coroutine, range argument 1)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  co_return 0;
}

folly::Future<int> fetch(std::string url);

void futures(std::vector<folly::Future<int>> all,
             std::vector<std::string> urls) {
  folly::collectAll(all);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::collectAll: gather(pooled, range argument 0, iterators, first 0)
  folly::collectAll(all.begin(), all.end());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::collectAll: gather(pooled, range argument 0, iterators, first 0)
  folly::collectAll(fetch("a"), fetch("b"), fetch("c"));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::collectAll: gather(pooled, range argument 0, iterators, first 0)
  folly::collectAllUnsafe(all);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::collectAllUnsafe: gather(pooled, range argument 0, iterators, first 0)
  folly::collect(all);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::collect: gather(pooled, range argument 0, iterators, first 0)
  folly::collectUnsafe(all);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::collectUnsafe: gather(pooled, range argument 0, iterators, first 0)
  folly::collectN(all, 3);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::collectN: gather(pooled, range argument 0)
  folly::collectN(all.begin(), all.end(), 3);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::collectN: gather(pooled, range argument 0, iterators)
  folly::window(urls, fetch, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::window: gather(pooled, range argument 0, callable 1, limit 2)
  folly::window(folly::Executor::KeepAlive<>(), urls, fetch, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::window: gather(pooled, range argument 1, callable 2, limit 3)
  folly::SemiFuture<int> one;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::SemiFuture: task(eager)
  folly::Future<int> two;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::Future: task(eager)
}

void fibers(std::vector<int (*)()> functions) {
  auto done = [](size_t, int) {};
  folly::fibers::collectAll(functions.begin(), functions.end());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::fibers::collectAll: gather(coroutine, range argument 0, iterators)
  folly::fibers::collectN(functions.begin(), functions.end(), 3);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::fibers::collectN: gather(coroutine, range argument 0, iterators)
  folly::fibers::forEach(functions.begin(), functions.end(), done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::fibers::forEach: gather(coroutine, range argument 0, iterators)
}

coro::Task<> permits() {
  folly::fibers::Semaphore semaphore(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::fibers::Semaphore: limiter(type, capacity 0)
  semaphore.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::fibers::Semaphore::wait: limiter(acquire), wait(permit)
  co_await semaphore.co_wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::fibers::Semaphore::co_wait: limiter(acquire), wait(permit)
  co_await semaphore.co_try_wait_for(std::chrono::seconds(1));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::fibers::Semaphore::co_try_wait_for: limiter(timed), wait(permit, timed)
  semaphore.future_wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::fibers::Semaphore::future_wait: limiter(acquire), wait(permit)
  semaphore.try_wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::fibers::Semaphore::try_wait: limiter(try)
  semaphore.signal();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::fibers::Semaphore::signal: limiter(release)
}

void executors(folly::Executor &any, folly::fibers::FiberManager &manager,
               coro::AsyncScope &scope) {
  folly::CPUThreadPoolExecutor pool(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::CPUThreadPoolExecutor::CPUThreadPoolExecutor: pool(cpu, size 0)
  folly::CPUThreadPoolExecutor pair(std::pair<size_t, size_t>(8, 2));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::CPUThreadPoolExecutor::CPUThreadPoolExecutor: none(the most and the fewest are a pair)
  folly::IOThreadPoolExecutor waiting(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::IOThreadPoolExecutor::IOThreadPoolExecutor: pool(io, size 0)
  folly::ThreadedExecutor threads;
  pool.add([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::ThreadPoolExecutor::add: spawn(pooled, callable 0, pool this)
  waiting.add([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::ThreadPoolExecutor::add: spawn(pooled, callable 0, pool this)
  threads.add([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::ThreadedExecutor::add: spawn(thread, callable 0)
  any.add([] {});
  pool.setNumThreads(9);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::ThreadPoolExecutor::setNumThreads: pool(size 0)
  pool.join();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::ThreadPoolExecutor::join: wait(task)
  manager.addTask([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::fibers::FiberManager::addTask: spawn(coroutine, callable 0)
  manager.addTaskRemote([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::fibers::FiberManager::addTaskRemote: spawn(coroutine, callable 0)
  scope.add(one());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::coro::AsyncScope::add: spawn(coroutine, callable 0)
}

void waits(folly::Future<int> &future, folly::SemiFuture<int> &other) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::Future: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: folly::SemiFuture: task(eager)
  future.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::Future::wait: wait(task), io(waits for task, on this)
  future.wait(std::chrono::milliseconds(5000));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: folly::Future::wait: wait(task, timed), deadline(ready, on this, time 0)
  std::move(future).get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::move: passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: folly::Future::get: wait(task), io(waits for task, on this)
  std::move(future).get(std::chrono::milliseconds(5000));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::move: passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: folly::Future::get: wait(task, timed), deadline(ready, on this, time 0)
  std::move(other).get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::move: passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: folly::SemiFuture::get: wait(task), io(waits for task, on this)
}
