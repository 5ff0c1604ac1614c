// Every entry of seastar.yaml, in a mock of Seastar's headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover seastar -- -std=c++20 -isystem %S/mock/seastar > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <seastar/core/loop.hh>
#include <seastar/core/map_reduce.hh>
#include <seastar/core/semaphore.hh>
#include <seastar/core/smp.hh>
#include <seastar/core/when_all.hh>
#include <seastar/coroutine/all.hh>
#include <seastar/coroutine/parallel_for_each.hh>

namespace ss = seastar;
using Numbers = std::vector<int>;

ss::future<> work(int number);

ss::future<> overARange(Numbers numbers) {
  auto first = numbers.begin(), last = numbers.end();
  co_await ss::parallel_for_each(numbers, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::parallel_for_each: gather(coroutine, range argument 0, callable 1, limited seastar::max_concurrent_for_each)
  co_await ss::parallel_for_each(first, last, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::parallel_for_each: gather(coroutine, range argument 0, iterators, callable 2, limited seastar::max_concurrent_for_each)
  co_await ss::max_concurrent_for_each(numbers, 8, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::max_concurrent_for_each: gather(coroutine, range argument 0, callable 2, limit 1)
  co_await ss::max_concurrent_for_each(first, last, 8, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::max_concurrent_for_each: gather(coroutine, range argument 0, iterators, callable 3, limit 2)
  co_await ss::coroutine::parallel_for_each(numbers, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::coroutine::parallel_for_each::parallel_for_each: gather(coroutine, range argument 0, callable 1)
  co_await ss::coroutine::parallel_for_each(first, last, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::coroutine::parallel_for_each::parallel_for_each: gather(coroutine, range argument 0, iterators, callable 2)
  co_await ss::do_for_each(numbers, work);
  auto mapper = [](int) { return ss::future<int>(); };
  auto add = [](int left, int right) { return left + right; };
  co_await ss::map_reduce(numbers, mapper, 0, add);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::map_reduce: gather(coroutine, range argument 0, callable 1)
  co_await ss::map_reduce(first, last, mapper, 0, add);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::map_reduce: gather(coroutine, range argument 0, iterators, callable 2)
}

ss::future<> overFutures(std::vector<ss::future<int>> futures) {
  co_await ss::when_all(work(1), work(2));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::when_all: gather(coroutine, range argument 0, iterators, first 0)
  co_await ss::when_all(futures.begin(), futures.end());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::when_all: gather(coroutine, range argument 0, iterators, first 0)
  co_await ss::when_all_succeed(work(1), work(2));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::when_all_succeed: gather(coroutine, range argument 0, iterators, first 0)
  co_await ss::when_all_succeed(futures.begin(), futures.end());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::when_all_succeed: gather(coroutine, range argument 0, iterators, first 0)
  co_await ss::when_all_succeed(std::move(futures));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::when_all_succeed: gather(coroutine, range argument 0, iterators, first 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  co_await ss::coroutine::all([] { return work(1); }, [] { return work(2); });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::coroutine::all::all: gather(coroutine, first 0)
}

ss::future<> permits(ss::abort_source &abort) {
  ss::future<> future;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::future: task(eager)
  ss::semaphore semaphore(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::basic_semaphore: limiter(type, capacity 0)
  const std::chrono::milliseconds soon(5);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::chrono::duration: expiry(duration)
  co_await semaphore.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::basic_semaphore::wait: limiter(acquire), wait(permit)
  co_await semaphore.wait(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::basic_semaphore::wait: limiter(acquire), wait(permit)
  co_await semaphore.wait(soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::basic_semaphore::wait: limiter(timed), wait(permit, timed)
  co_await semaphore.wait(ss::lowres_clock::time_point(), 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::basic_semaphore::wait: limiter(timed), wait(permit, timed)
  co_await semaphore.wait(abort);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::basic_semaphore::wait: limiter(timed), wait(permit, timed)
  semaphore.try_wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::basic_semaphore::try_wait: limiter(try)
  semaphore.signal();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::basic_semaphore::signal: limiter(release)
  auto units = co_await ss::get_units(semaphore, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::semaphore_units: limiter(guard)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: seastar::get_units: limiter(acquire, argument 0), wait(permit, argument 0)
  auto timed = co_await ss::get_units(semaphore, 1, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::semaphore_units: limiter(guard)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: seastar::get_units: limiter(timed, argument 0), wait(permit, argument 0, timed)
  auto maybe = ss::try_get_units(semaphore, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::try_get_units: limiter(try, argument 0)
  co_await ss::with_semaphore(semaphore, 1, [] { return work(1); });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::with_semaphore: limiter(acquire, argument 0), wait(permit, argument 0)
  co_await ss::with_semaphore(semaphore, 1, soon, [] { return work(1); });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::with_semaphore: limiter(timed, argument 0), wait(permit, argument 0, timed)
}

unsigned shards() {
  return ss::smp::count;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: seastar::smp::count: cores
}
