// Every entry of hpx.yaml, in a mock of its headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover hpx -- -std=c++20 -isystem %S/mock/hpx > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <hpx/hpx.hpp>

using namespace std::chrono_literals;

void work(int);

void tasks() {
  hpx::future<void> one = hpx::async(work, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::future: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: hpx::async: spawn(pooled, callable 0, result)
  hpx::future<void> two = hpx::async(hpx::launch::async, work, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::future: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: hpx::async: spawn(pooled, callable 1, result)
  hpx::post(work, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::post: spawn(pooled, callable 0)
  hpx::thread none;
  hpx::thread thread(work, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::thread::thread: spawn(coroutine, callable 0, terminates)
  thread.join();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::thread::join: wait(task)
  hpx::thread(work, 1).detach();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::thread::thread: spawn(coroutine, callable 0, terminates)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: hpx::thread::detach: detach
  hpx::experimental::task_group group;
  group.run(work, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::experimental::task_group::run: spawn(pooled, callable 0)
  group.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::experimental::task_group::wait: wait(task)
}

void gathers(std::vector<hpx::future<void>> &all) {
  hpx::when_all(all);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::when_all: gather(pooled, range argument 0)
  hpx::when_all(all.begin(), all.end());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::when_all: gather(pooled, range argument 0, iterators, first 0)
  hpx::when_all_n(all.begin(), 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::when_all_n: gather(pooled, range argument 0)
  hpx::when_all(all[0], all[1]);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::when_all: gather(pooled, range argument 0, iterators, first 0)
  hpx::wait_all(all[0], all[1]);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::wait_all: gather(pooled, range argument 0, iterators, first 0)
  hpx::wait_all(all);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::wait_all: gather(pooled, range argument 0)
  hpx::wait_all_n(all.begin(), 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::wait_all_n: gather(pooled, range argument 0)
}

void limiters() {
  hpx::counting_semaphore<> permits(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::counting_semaphore: limiter(type, capacity 0)
  permits.acquire();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::counting_semaphore::acquire: limiter(acquire), wait(permit)
  permits.try_acquire();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::counting_semaphore::try_acquire: limiter(try)
  permits.try_acquire_for(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::counting_semaphore::try_acquire_for: limiter(timed), wait(permit, timed)
  permits.try_acquire_until(std::chrono::steady_clock::now() + 5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::counting_semaphore::try_acquire_until: limiter(timed), wait(permit, timed)
  permits.release();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::counting_semaphore::release: limiter(release)
  hpx::counting_semaphore_var<> others(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::counting_semaphore_var: limiter(type, capacity 0)
  others.acquire();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::counting_semaphore_var::acquire: limiter(acquire), wait(permit)
  others.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::counting_semaphore_var::wait: limiter(acquire), wait(permit)
  others.try_acquire();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::counting_semaphore_var::try_acquire: limiter(try)
  others.try_wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::counting_semaphore_var::try_wait: limiter(try)
  others.try_acquire_for(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::counting_semaphore_var::try_acquire_for: limiter(timed), wait(permit, timed)
  others.try_acquire_until(std::chrono::steady_clock::now() + 5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::counting_semaphore_var::try_acquire_until: limiter(timed), wait(permit, timed)
  others.signal();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::counting_semaphore_var::signal: limiter(release)
  others.release();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::counting_semaphore_var::release: limiter(release)
}

void waits(hpx::future<int> &one, hpx::shared_future<int> &other,
           // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::future: task(eager)
           // CHECK: [[#@LINE-2]]:{{[0-9]+}}: hpx::shared_future: task(eager)
           hpx::latch &latch) {
  one.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::future::wait: wait(task), io(waits for task, on this)
  one.wait_for(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::future::wait_for: wait(task, timed), deadline(ready, on this)
  one.wait_until(std::chrono::steady_clock::now() + 5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::future::wait_until: wait(task, timed), deadline(ready, on this)
  one.get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::future::get: wait(task), io(waits for task, on this)
  other.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::shared_future::wait: wait(task), io(waits for task, on this)
  other.wait_for(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::shared_future::wait_for: wait(task, timed), deadline(ready, on this)
  other.wait_until(std::chrono::steady_clock::now() + 5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::shared_future::wait_until: wait(task, timed), deadline(ready, on this)
  other.get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::shared_future::get: wait(task), io(waits for task, on this)
  one.is_ready();
  latch.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::latch::wait: wait(arrivals)
  latch.arrive_and_wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::latch::arrive_and_wait: wait(arrivals)
  hpx::this_thread::sleep_for(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::this_thread::sleep_for: timer
  hpx::this_thread::sleep_until(std::chrono::steady_clock::now() + 5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::this_thread::sleep_until: timer
}

std::size_t workers = hpx::get_num_worker_threads();
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::get_num_worker_threads: cores
std::size_t threads = hpx::get_os_thread_count();
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::get_os_thread_count: cores
unsigned cores = hpx::thread::hardware_concurrency();
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: hpx::thread::hardware_concurrency: cores
