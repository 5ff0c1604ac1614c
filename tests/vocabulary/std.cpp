// Every entry of std.yaml, with both standard libraries. What libc++ lacks is
// said by the entries (if-defined), not skipped.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover std -- -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' --check-prefixes=CHECK,GNU < %t
// RUN: %tidepool vocab %s --cover std -- -std=c++20 -stdlib=libc++ -fexperimental-library > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t
// RUN: FileCheck %s --check-prefix=LACKS < %t
// LACKS: not demanded here: std::all_of
// LACKS-SAME: __cpp_lib_execution is not defined

#include <algorithm>
#include <any>
#include <array>
#include <atomic>
#include <barrier>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <execution>
#include <forward_list>
#include <functional>
#include <future>
#include <latch>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>
#include <queue>
#include <ranges>
#include <semaphore>
#include <shared_mutex>
#include <span>
#include <stack>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <variant>
#include <vector>

using namespace std::chrono_literals;

int work();
const auto Soon = std::chrono::steady_clock::now() + 1s;
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::chrono::time_point: expiry(time-point)

void threads() {
  std::thread none;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::thread: task(eager, terminates)
  std::thread one(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::thread: task(eager, terminates)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::thread::thread: spawn(thread, callable 0, terminates)
  std::thread moved = std::move(one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::thread: task(eager, terminates)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  one.join();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::thread::join: wait(task)
  moved.detach();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::thread::detach: detach
  std::thread::hardware_concurrency();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::thread::hardware_concurrency: cores
  std::jthread two([](std::stop_token) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::jthread: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::jthread::jthread: spawn(thread, callable 0, joins)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: std::stop_token: expiry(token)
  two.join();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::jthread::join: wait(task)
  two.detach();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::jthread::detach: detach
  std::jthread::hardware_concurrency();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::jthread::hardware_concurrency: cores
}

void futures(std::launch how) {
  auto one = std::async(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::future: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::async: spawn(thread, callable 0, result, joins)
  auto two = std::async(std::launch::async, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::future: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::async: spawn(thread, callable 1, result, joins)
  auto three = std::async(std::launch::async | std::launch::deferred, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::future: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::async: spawn(thread, callable 1, result, joins)
  auto four = std::async(how, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::future: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::async: spawn(thread, callable 1, result, joins)
  auto deferred = std::async(std::launch::deferred, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::future: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::async: none(the task runs in the thread that asks for its result)
  one.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::future::wait: wait(task), io(waits for task, on this)
  two.wait_for(1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::future::wait_for: wait(task, timed), io(waits for task, on this), deadline(ready, on this, time 0)
  three.wait_until(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::future::wait_until: wait(task, timed), deadline(ready, on this)
  four.get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::future::get: wait(task), io(waits for task, on this)
  std::shared_future<int> shared = deferred.share();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_future: task(eager)
  shared.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_future::wait: wait(task), io(waits for task, on this)
  shared.wait_for(1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_future::wait_for: wait(task, timed), io(waits for task, on this), deadline(ready, on this, time 0)
  shared.wait_until(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_future::wait_until: wait(task, timed), deadline(ready, on this)
  shared.get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_future::get: wait(task), io(waits for task, on this)
  std::packaged_task<int()> packaged(work);
  packaged();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::packaged_task::operator(): none(the task runs in the thread that calls it)
}

void semaphores() {
  std::counting_semaphore<> slots(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::counting_semaphore: limiter(type, capacity 0)
  slots.acquire();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::counting_semaphore::acquire: limiter(acquire), wait(permit)
  slots.try_acquire();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::counting_semaphore::try_acquire: limiter(try)
  slots.try_acquire_for(1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::counting_semaphore::try_acquire_for: limiter(timed), wait(permit, timed)
  slots.try_acquire_until(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::counting_semaphore::try_acquire_until: limiter(timed), wait(permit, timed)
  slots.release();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::counting_semaphore::release: limiter(release)
  std::binary_semaphore signal(0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::counting_semaphore: limiter(type, capacity 0)
  signal.acquire();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::counting_semaphore::acquire: limiter(acquire), wait(permit)
}

void waits(std::stop_token stop) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::stop_token: expiry(token)
  std::chrono::seconds time(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::chrono::duration: expiry(duration)
  std::latch latch(2);
  latch.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::latch::wait: wait(arrivals)
  latch.arrive_and_wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::latch::arrive_and_wait: wait(arrivals)
  std::barrier barrier(2);
  barrier.wait(barrier.arrive());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::barrier::wait: wait(arrivals)
  barrier.arrive_and_wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::barrier::arrive_and_wait: wait(arrivals)
  std::mutex mutex;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::mutex: lock(type)
  std::unique_lock lock(mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::unique_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::unique_lock::unique_lock: wait(lock, argument 0), lock(lock, argument 0)
  std::condition_variable one;
  one.wait(lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::condition_variable::wait: wait(condition)
  one.wait(lock, [] { return true; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::condition_variable::wait: wait(condition)
  one.wait_for(lock, 1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::condition_variable::wait_for: wait(condition, timed)
  one.wait_until(lock, Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::condition_variable::wait_until: wait(condition, timed)
  std::condition_variable_any any;
  any.wait(lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::condition_variable_any::wait: wait(condition)
  any.wait(lock, stop, [] { return true; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::condition_variable_any::wait: wait(condition, timed)
  any.wait_for(lock, 1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::condition_variable_any::wait_for: wait(condition, timed)
  any.wait_until(lock, Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::condition_variable_any::wait_until: wait(condition, timed)
  std::atomic<int> number;
  number.wait(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::atomic::wait: wait(condition)
  std::atomic_flag flag;
  flag.wait(false);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::atomic_flag::wait: wait(condition)
}

void mutexes() {
  std::mutex one;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::mutex: lock(type)
  one.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::mutex::lock: wait(lock), lock(lock)
  one.try_lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::mutex::try_lock: lock(try)
  one.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::mutex::unlock: lock(unlock)
  std::recursive_mutex two;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::recursive_mutex: lock(type)
  two.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::recursive_mutex::lock: wait(lock), lock(lock)
  two.try_lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::recursive_mutex::try_lock: lock(try)
  two.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::recursive_mutex::unlock: lock(unlock)
  std::timed_mutex three;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::timed_mutex: lock(type)
  three.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::timed_mutex::lock: wait(lock), lock(lock)
  three.try_lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::timed_mutex::try_lock: lock(try)
  three.try_lock_for(1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::timed_mutex::try_lock_for: wait(lock, timed), lock(try)
  three.try_lock_until(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::timed_mutex::try_lock_until: wait(lock, timed), lock(try)
  three.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::timed_mutex::unlock: lock(unlock)
  std::recursive_timed_mutex four;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::recursive_timed_mutex: lock(type)
  four.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::recursive_timed_mutex::lock: wait(lock), lock(lock)
  four.try_lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::recursive_timed_mutex::try_lock: lock(try)
  four.try_lock_for(1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::recursive_timed_mutex::try_lock_for: wait(lock, timed), lock(try)
  four.try_lock_until(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::recursive_timed_mutex::try_lock_until: wait(lock, timed), lock(try)
  four.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::recursive_timed_mutex::unlock: lock(unlock)
  std::shared_mutex five;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_mutex: lock(type)
  five.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_mutex::lock: wait(lock), lock(lock)
  five.try_lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_mutex::try_lock: lock(try)
  five.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_mutex::unlock: lock(unlock)
  five.lock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_mutex::lock_shared: wait(lock), lock(lock)
  five.try_lock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_mutex::try_lock_shared: lock(try)
  five.unlock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_mutex::unlock_shared: lock(unlock)
  std::shared_timed_mutex six;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_timed_mutex: lock(type)
  six.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_timed_mutex::lock: wait(lock), lock(lock)
  six.try_lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_timed_mutex::try_lock: lock(try)
  six.try_lock_for(1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_timed_mutex::try_lock_for: wait(lock, timed), lock(try)
  six.try_lock_until(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_timed_mutex::try_lock_until: wait(lock, timed), lock(try)
  six.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_timed_mutex::unlock: lock(unlock)
  six.lock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_timed_mutex::lock_shared: wait(lock), lock(lock)
  six.try_lock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_timed_mutex::try_lock_shared: lock(try)
  six.try_lock_shared_for(1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_timed_mutex::try_lock_shared_for: wait(lock, timed), lock(try)
  six.try_lock_shared_until(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_timed_mutex::try_lock_shared_until: wait(lock, timed), lock(try)
  six.unlock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_timed_mutex::unlock_shared: lock(unlock)
}

std::timed_mutex Mutex;
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::timed_mutex: lock(type)
std::shared_timed_mutex Shared;
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_timed_mutex: lock(type)

void guards() {
  std::lock_guard a(Mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::lock_guard: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::lock_guard::lock_guard: wait(lock, argument 0), lock(lock, argument 0)
  std::lock_guard b(Mutex, std::adopt_lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::lock_guard: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::lock_guard::lock_guard: none(the lock is held already)
  std::scoped_lock c(Mutex, Shared);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::scoped_lock::scoped_lock: wait(lock, argument 0), lock(lock, argument 0)
  std::scoped_lock d(std::adopt_lock, Mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::scoped_lock::scoped_lock: none(the lock is held already)
  std::unique_lock e(Mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::unique_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::unique_lock::unique_lock: wait(lock, argument 0), lock(lock, argument 0)
  std::unique_lock f(Mutex, std::adopt_lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::unique_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::unique_lock::unique_lock: none(the lock is held already)
  std::unique_lock g(Mutex, std::defer_lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::unique_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::unique_lock::unique_lock: none(the lock is taken later)
  std::unique_lock h(Mutex, std::try_to_lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::unique_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::unique_lock::unique_lock: lock(try, argument 0)
  std::unique_lock i(Mutex, 1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::unique_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::unique_lock::unique_lock: wait(lock, argument 0, timed), lock(try, argument 0)
  g.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::unique_lock::lock: wait(lock), lock(lock)
  g.try_lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::unique_lock::try_lock: lock(try)
  g.try_lock_for(1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::unique_lock::try_lock_for: wait(lock, timed), lock(try)
  g.try_lock_until(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::unique_lock::try_lock_until: wait(lock, timed), lock(try)
  g.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::unique_lock::unlock: lock(unlock)
  std::shared_lock j(Shared);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::shared_lock::shared_lock: wait(lock, argument 0), lock(lock, argument 0)
  std::shared_lock k(Shared, std::adopt_lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::shared_lock::shared_lock: none(the lock is held already)
  std::shared_lock l(Shared, std::defer_lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::shared_lock::shared_lock: none(the lock is taken later)
  std::shared_lock m(Shared, std::try_to_lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::shared_lock::shared_lock: lock(try, argument 0)
  std::shared_lock n(Shared, Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::shared_lock::shared_lock: wait(lock, argument 0, timed), lock(try, argument 0)
  l.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_lock::lock: wait(lock), lock(lock)
  l.try_lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_lock::try_lock: lock(try)
  l.try_lock_for(1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_lock::try_lock_for: wait(lock, timed), lock(try)
  l.try_lock_until(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_lock::try_lock_until: wait(lock, timed), lock(try)
  l.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::shared_lock::unlock: lock(unlock)
}

std::vector<int> V, W;
int id(int x) { return x; }
int sum(int x, int y) { return x + y; }
bool odd(int x) { return x % 2; }

void loops() {
  auto b = V.begin(), e = V.end(), o = W.begin();
  std::for_each(b, e, id);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::for_each: iterates(callable 2, range 0)
  std::generate(b, e, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::generate: iterates(callable 2, range 0)
  std::all_of(b, e, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::all_of: iterates(callable 2, range 0)
  std::any_of(b, e, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::any_of: iterates(callable 2, range 0)
  std::none_of(b, e, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::none_of: iterates(callable 2, range 0)
  std::count_if(b, e, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::count_if: iterates(callable 2, range 0)
  std::find_if(b, e, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::find_if: iterates(callable 2, range 0)
  std::for_each_n(b, 3, id);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::for_each_n: iterates(callable 2, range 1)
  std::generate_n(b, 3, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::generate_n: iterates(callable 2, range 1)
  std::transform(b, e, o, id);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::transform: iterates(callable 3, range 0)
  std::transform(b, e, b, o, sum);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::transform: iterates(callable 4, range 0)
  namespace r = std::ranges;
  r::for_each(V, id);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::for_each: iterates(callable 1, range 0)
  r::generate(V, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::generate: iterates(callable 1, range 0)
  r::all_of(V, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::all_of: iterates(callable 1, range 0)
  r::any_of(V, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::any_of: iterates(callable 1, range 0)
  r::none_of(V, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::none_of: iterates(callable 1, range 0)
  r::count_if(V, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::count_if: iterates(callable 1, range 0)
  r::find_if(V, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::find_if: iterates(callable 1, range 0)
  r::for_each(b, e, id);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::for_each: iterates(callable 2, range 0)
  r::generate(b, e, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::generate: iterates(callable 2, range 0)
  r::all_of(b, e, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::all_of: iterates(callable 2, range 0)
  r::any_of(b, e, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::any_of: iterates(callable 2, range 0)
  r::none_of(b, e, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::none_of: iterates(callable 2, range 0)
  r::count_if(b, e, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::count_if: iterates(callable 2, range 0)
  r::find_if(b, e, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::find_if: iterates(callable 2, range 0)
  r::for_each_n(b, 3, id);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::for_each_n: iterates(callable 2, range 1)
  r::generate_n(b, 3, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::generate_n: iterates(callable 2, range 1)
  r::transform(V, o, id);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::transform: iterates(callable 2, range 0)
  r::transform(b, e, o, id);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::transform: iterates(callable 3, range 0)
}

void policies() {
  using namespace std::execution;
  auto b = V.begin(), e = V.end(), o = W.begin();
  // libc++ has these with -fexperimental-library.
  std::for_each(par, b, e, id);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::for_each: parallel, iterates(callable 3, range 1)
  std::for_each(par_unseq, b, e, id);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::for_each: parallel, iterates(callable 3, range 1)
  std::for_each(seq, b, e, id);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::for_each: iterates(callable 3, range 1)
  std::for_each(unseq, b, e, id);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::for_each: iterates(callable 3, range 1)
  std::generate(par, b, e, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::generate: parallel, iterates(callable 3, range 1)
  std::transform(par, b, e, o, id);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::transform: parallel, iterates(callable 4, range 1)
  std::sort(par, b, e);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::sort: parallel
#ifdef __cpp_lib_execution
  std::all_of(par, b, e, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::all_of: parallel, iterates(callable 3, range 1)
  std::any_of(par, b, e, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::any_of: parallel, iterates(callable 3, range 1)
  std::none_of(par, b, e, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::none_of: parallel, iterates(callable 3, range 1)
  std::count_if(par, b, e, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::count_if: parallel, iterates(callable 3, range 1)
  std::find_if(par, b, e, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::find_if: parallel, iterates(callable 3, range 1)
  std::for_each_n(par, b, 3, id);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::for_each_n: parallel, iterates(callable 3, range 2)
  std::generate_n(par, b, 3, work);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::generate_n: parallel, iterates(callable 3, range 2)
  std::transform(par, b, e, b, o, sum);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::transform: parallel, iterates(callable 5, range 1)
  std::all_of(seq, b, e, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::all_of: iterates(callable 3, range 1)
  std::any_of(seq, b, e, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::any_of: iterates(callable 3, range 1)
  std::none_of(seq, b, e, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::none_of: iterates(callable 3, range 1)
  std::count_if(seq, b, e, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::count_if: iterates(callable 3, range 1)
  std::find_if(seq, b, e, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::find_if: iterates(callable 3, range 1)
  std::generate(seq, b, e, work);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::generate: iterates(callable 3, range 1)
  std::for_each_n(seq, b, 3, id);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::for_each_n: iterates(callable 3, range 2)
  std::generate_n(seq, b, 3, work);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::generate_n: iterates(callable 3, range 2)
  std::transform(seq, b, e, o, id);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::transform: iterates(callable 4, range 1)
  std::transform(seq, b, e, b, o, sum);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::transform: iterates(callable 5, range 1)
  std::adjacent_difference(par, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::adjacent_difference: parallel
  std::adjacent_find(par, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::adjacent_find: parallel
  std::copy(par, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::copy: parallel
  std::copy_if(par, b, e, o, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::copy_if: parallel
  std::copy_n(par, b, 3, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::copy_n: parallel
  std::count(par, b, e, 1);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::count: parallel
  std::equal(par, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::equal: parallel
  std::exclusive_scan(par, b, e, o, 0);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::exclusive_scan: parallel
  std::fill(par, b, e, 1);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::fill: parallel
  std::fill_n(par, b, 3, 1);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::fill_n: parallel
  std::find(par, b, e, 1);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::find: parallel
  std::find_end(par, b, e, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::find_end: parallel
  std::find_first_of(par, b, e, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::find_first_of: parallel
  std::find_if_not(par, b, e, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::find_if_not: parallel
  std::includes(par, b, e, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::includes: parallel
  std::inclusive_scan(par, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::inclusive_scan: parallel
  std::inplace_merge(par, b, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::inplace_merge: parallel
  std::is_heap(par, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::is_heap: parallel
  std::is_heap_until(par, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::is_heap_until: parallel
  std::is_partitioned(par, b, e, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::is_partitioned: parallel
  std::is_sorted(par, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::is_sorted: parallel
  std::is_sorted_until(par, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::is_sorted_until: parallel
  std::lexicographical_compare(par, b, e, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::lexicographical_compare: parallel
  std::max_element(par, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::max_element: parallel
  std::merge(par, b, e, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::merge: parallel
  std::min_element(par, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::min_element: parallel
  std::minmax_element(par, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::minmax_element: parallel
  std::mismatch(par, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::mismatch: parallel
  std::move(par, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::move: parallel
  std::nth_element(par, b, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::nth_element: parallel
  std::partial_sort(par, b, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::partial_sort: parallel
  std::partial_sort_copy(par, b, e, o, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::partial_sort_copy: parallel
  std::partition(par, b, e, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::partition: parallel
  std::partition_copy(par, b, e, o, o, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::partition_copy: parallel
  std::reduce(par, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::reduce: parallel
  std::remove(par, b, e, 1);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::remove: parallel
  std::remove_copy(par, b, e, o, 1);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::remove_copy: parallel
  std::remove_copy_if(par, b, e, o, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::remove_copy_if: parallel
  std::remove_if(par, b, e, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::remove_if: parallel
  std::replace(par, b, e, 1, 2);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::replace: parallel
  std::replace_copy(par, b, e, o, 1, 2);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::replace_copy: parallel
  std::replace_copy_if(par, b, e, o, odd, 2);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::replace_copy_if: parallel
  std::replace_if(par, b, e, odd, 2);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::replace_if: parallel
  std::reverse(par, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::reverse: parallel
  std::reverse_copy(par, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::reverse_copy: parallel
  std::rotate(par, b, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::rotate: parallel
  std::rotate_copy(par, b, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::rotate_copy: parallel
  std::search(par, b, e, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::search: parallel
  std::search_n(par, b, e, 2, 1);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::search_n: parallel
  std::set_difference(par, b, e, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::set_difference: parallel
  std::set_intersection(par, b, e, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::set_intersection: parallel
  std::set_symmetric_difference(par, b, e, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::set_symmetric_difference: parallel
  std::set_union(par, b, e, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::set_union: parallel
  std::stable_partition(par, b, e, odd);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::stable_partition: parallel
  std::stable_sort(par, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::stable_sort: parallel
  std::swap_ranges(par, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::swap_ranges: parallel
  std::transform_exclusive_scan(par, b, e, o, 0, sum, id);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::transform_exclusive_scan: parallel
  std::transform_inclusive_scan(par, b, e, o, sum, id);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::transform_inclusive_scan: parallel
  std::transform_reduce(par, b, e, 0, sum, id);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::transform_reduce: parallel
  std::uninitialized_copy(par, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::uninitialized_copy: parallel
  std::uninitialized_copy_n(par, b, 3, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::uninitialized_copy_n: parallel
  std::uninitialized_fill(par, b, e, 1);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::uninitialized_fill: parallel
  std::uninitialized_fill_n(par, b, 3, 1);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::uninitialized_fill_n: parallel
  std::uninitialized_move(par, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::uninitialized_move: parallel
  std::uninitialized_move_n(par, b, 3, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::uninitialized_move_n: parallel
  std::unique(par, b, e);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::unique: parallel
  std::unique_copy(par, b, e, o);
  // GNU: [[#@LINE-1]]:{{[0-9]+}}: std::unique_copy: parallel
#endif
}

void constructs() {
  std::vector<std::thread> vector(4);
  vector.emplace_back(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::vector::emplace_back: constructs(first 0), std::thread::thread: spawn(thread, callable 0, terminates)
  vector.emplace_back();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::vector::emplace_back: constructs(first 0)
  vector.emplace(vector.begin(), work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::vector::emplace: constructs(first 1), std::thread::thread: spawn(thread, callable 0, terminates)
  std::deque<std::thread> deque;
  deque.emplace_back(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::deque::emplace_back: constructs(first 0), std::thread::thread: spawn(thread, callable 0, terminates)
  deque.emplace_front(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::deque::emplace_front: constructs(first 0), std::thread::thread: spawn(thread, callable 0, terminates)
  deque.emplace(deque.begin(), work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::deque::emplace: constructs(first 1), std::thread::thread: spawn(thread, callable 0, terminates)
  std::list<std::thread> list;
  list.emplace_back(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::list::emplace_back: constructs(first 0), std::thread::thread: spawn(thread, callable 0, terminates)
  list.emplace_front(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::list::emplace_front: constructs(first 0), std::thread::thread: spawn(thread, callable 0, terminates)
  list.emplace(list.begin(), work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::list::emplace: constructs(first 1), std::thread::thread: spawn(thread, callable 0, terminates)
  std::forward_list<std::thread> forward;
  forward.emplace_front(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::forward_list::emplace_front: constructs(first 0), std::thread::thread: spawn(thread, callable 0, terminates)
  forward.emplace_after(forward.before_begin(), work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::forward_list::emplace_after: constructs(first 1), std::thread::thread: spawn(thread, callable 0, terminates)
  std::optional<std::thread> optional;
  optional.emplace(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::optional::emplace: constructs(first 0), std::thread::thread: spawn(thread, callable 0, terminates)
  std::queue<std::thread> queue;
  queue.emplace(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::queue::emplace: constructs(first 0), std::thread::thread: spawn(thread, callable 0, terminates)
  std::stack<std::thread> stack;
  stack.emplace(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::stack::emplace: constructs(first 0), std::thread::thread: spawn(thread, callable 0, terminates)
  std::map<int, std::thread> map;
  map.try_emplace(1, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::map::try_emplace: constructs(first 1), std::thread::thread: spawn(thread, callable 0, terminates)
  std::unordered_map<int, std::thread> hash;
  hash.try_emplace(1, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::unordered_map::try_emplace: constructs(first 1), std::thread::thread: spawn(thread, callable 0, terminates)
  std::variant<int, std::thread> variant;
  variant.emplace<std::thread>(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::variant::emplace: constructs(first 0), std::thread::thread: spawn(thread, callable 0, terminates)
  std::any any;
  any.emplace<std::shared_future<int>>();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::any::emplace: constructs(first 0)
  auto unique = std::make_unique<std::thread>(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::make_unique: constructs(first 0), std::thread::thread: spawn(thread, callable 0, terminates)
  auto shared = std::make_shared<std::thread>(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::make_shared: constructs(first 0), std::thread::thread: spawn(thread, callable 0, terminates)
  auto made = std::make_optional<std::thread>(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::make_optional: constructs(first 0), std::thread::thread: spawn(thread, callable 0, terminates)
  auto given = std::allocate_shared<std::thread>(std::allocator<int>(), work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::allocate_shared: constructs(first 1), std::thread::thread: spawn(thread, callable 0, terminates)
  std::construct_at(unique.get(), work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::construct_at: constructs(first 1), std::thread::thread: spawn(thread, callable 0, terminates)
}

void sizes(int n) {
  std::min(n, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::min: bounds
  std::min({n, 8, 9});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::min: none(the values stand inside the list)
  std::min(n, 8, [](int a, int b) { return a > b; });
  std::ranges::min(n, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::min: bounds
  std::clamp(n, 1, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::clamp: bounds(by 2)
  std::ranges::clamp(n, 1, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::clamp: bounds(by 2)
  std::array<int, 4> four;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::array: bounds(by 1)
  std::views::take(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::views::take: bounds(by 0)
  std::views::take(V, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::views::take: bounds(by 1)
  std::ranges::take_view taken(std::views::all(V), 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ranges::take_view::take_view: bounds(by 1)
  std::views::counted(V.begin(), 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::views::counted: bounds(by 1)
  std::views::iota(0, n);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::views::iota: bounds(by 1)
  std::span<int> span(V);
  span.first(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::span::first: bounds(by 0)
  span.last(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::span::last: bounds(by 0)
  span.subspan(0, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::span::subspan: bounds(by 1)
  std::string text;
  text.substr(0, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::basic_string::substr: bounds(by 1)
  std::string_view view;
  view.substr(0, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::basic_string_view::substr: bounds(by 1)
}

template <typename T> void passes(T &&t) {
  std::ref(t);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::ref: passes(argument 0)
  std::cref(t);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::cref: passes(argument 0)
  (void)std::move(t);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::move: passes(argument 0)
  (void)std::forward<T>(t);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::forward: passes(argument 0)
  (void)std::as_const(t);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::as_const: passes(argument 0)
  (void)std::addressof(t);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::addressof: passes(argument 0)
  (void)std::move_if_noexcept(t);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::move_if_noexcept: passes(argument 0)
}
template void passes(int &);

void textToNumber(const char *text, const std::string &word) {
  (void)std::atoi(text);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::atoi: passes(argument 0)
  (void)std::atol(text);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::atol: passes(argument 0)
  (void)std::atoll(text);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::atoll: passes(argument 0)
  (void)std::stoi(word);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::stoi: passes(argument 0)
  (void)std::stol(word);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::stol: passes(argument 0)
  (void)std::stoll(word);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::stoll: passes(argument 0)
  (void)std::stoul(word);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::stoul: passes(argument 0)
  (void)std::stoull(word);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::stoull: passes(argument 0)
  (void)std::strtol(text, nullptr, 10);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::strtol: passes(argument 0)
  (void)std::strtoll(text, nullptr, 10);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::strtoll: passes(argument 0)
  (void)std::strtoul(text, nullptr, 10);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::strtoul: passes(argument 0)
  (void)std::strtoull(text, nullptr, 10);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::strtoull: passes(argument 0)
}

void blocks() {
  std::this_thread::sleep_for(1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::this_thread::sleep_for: blocking(sleep)
  std::this_thread::sleep_until(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::this_thread::sleep_until: blocking(sleep)
}
