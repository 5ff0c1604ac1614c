// Every entry of boost-fiber.yaml.
// REQUIRES: tidepool, boost-fiber
// RUN: %tidepool vocab %s --cover boost-fiber -- -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <boost/fiber/all.hpp>
#include <mutex>

namespace fibers = boost::fibers;

void work();
int add();
const std::chrono::seconds Soon(1);
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::chrono::duration: expiry(duration)
const auto Then = std::chrono::steady_clock::now();
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::chrono::time_point: expiry(time-point)

void tasks() {
  fibers::fiber none;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::fiber: task(eager, terminates)
  fibers::fiber one(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::fiber: task(eager, terminates)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::fibers::fiber::fiber: spawn(coroutine, callable 0, terminates)
  fibers::fiber two([](int) {}, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::fiber: task(eager, terminates)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::fibers::fiber::fiber: spawn(coroutine, callable 0, terminates)
  fibers::fiber three(fibers::launch::dispatch, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::fiber: task(eager, terminates)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::fibers::fiber::fiber: spawn(coroutine, callable 1, terminates)
  fibers::fixedsize_stack stack;
  fibers::fiber four(std::allocator_arg, stack, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::fiber: task(eager, terminates)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::fibers::fiber::fiber: spawn(coroutine, callable 2, terminates)
  fibers::fiber five(fibers::launch::post, std::allocator_arg, stack, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::fiber: task(eager, terminates)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::fibers::fiber::fiber: spawn(coroutine, callable 3, terminates)
  fibers::fiber moved(std::move(five));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::fiber: task(eager, terminates)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  one.join();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::fiber::join: wait(task)
  two.detach();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::fiber::detach: detach
}

void futures() {
  fibers::async(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::async: spawn(coroutine, callable 0, result)
  fibers::async(fibers::launch::dispatch, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::async: spawn(coroutine, callable 1, result)
  fibers::fixedsize_stack stack;
  const auto post = fibers::launch::post;
  auto one = fibers::async(post, std::allocator_arg, stack, add);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::future: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::fibers::async: spawn(coroutine, callable 3, result)
  one.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::future::wait: wait(task)
  one.wait_for(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::future::wait_for: wait(task, timed)
  one.wait_until(Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::future::wait_until: wait(task, timed)
  fibers::shared_future<int> two = one.share();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::shared_future: task(eager)
  two.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::shared_future::wait: wait(task)
  two.wait_for(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::shared_future::wait_for: wait(task, timed)
  two.wait_until(Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::shared_future::wait_until: wait(task, timed)
  two.get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::shared_future::get: wait(task)
  fibers::packaged_task<int()> task([] { return 1; });
  task.get_future().get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::future::get: wait(task)
}

void channels() {
  fibers::buffered_channel<int> places(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::buffered_channel: limiter(type, capacity 0)
  places.push(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::buffered_channel::push: limiter(acquire), wait(permit)
  places.push_wait_for(1, Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::buffered_channel::push_wait_for: limiter(timed, zero is success), wait(permit, timed)
  places.push_wait_until(1, Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::buffered_channel::push_wait_until: limiter(timed, zero is success), wait(permit, timed)
  int place;
  if (places.try_push(1) == fibers::channel_op_status::success)
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::buffered_channel::try_push: limiter(try, zero is success)
    places.pop(place);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::buffered_channel::pop: limiter(release)
  places.value_pop();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::buffered_channel::value_pop: limiter(release)
  places.try_pop(place);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::buffered_channel::try_pop: limiter(release)
  places.pop_wait_for(place, Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::buffered_channel::pop_wait_for: limiter(release)
  places.pop_wait_until(place, Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::buffered_channel::pop_wait_until: limiter(release)
}

void waits(std::unique_lock<fibers::mutex> &lock) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::unique_lock: lock(guard, argument 0)
  fibers::barrier barrier(2);
  barrier.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::barrier::wait: wait(arrivals)
  fibers::condition_variable one;
  one.wait(lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::condition_variable::wait: wait(condition)
  one.wait(lock, [] { return true; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::condition_variable::wait: wait(condition)
  one.wait_for(lock, Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::condition_variable::wait_for: wait(condition, timed)
  one.wait_until(lock, Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::condition_variable::wait_until: wait(condition, timed)
  fibers::condition_variable_any two;
  two.wait(lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::condition_variable_any::wait: wait(condition)
  two.wait_for(lock, Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::condition_variable_any::wait_for: wait(condition, timed)
  two.wait_until(lock, Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::condition_variable_any::wait_until: wait(condition, timed)
  // The thread goes on.
  boost::this_fiber::sleep_for(Soon);
}

template <typename Mutex> void plain(Mutex &mutex) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::mutex: lock(type, async)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::fibers::recursive_mutex: lock(type, async)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::fibers::recursive_timed_mutex: lock(type, async)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: boost::fibers::timed_mutex: lock(type, async)
  mutex.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::mutex::lock: wait(lock), lock(lock, async)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::fibers::recursive_mutex::lock: wait(lock), lock(lock, async)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::fibers::recursive_timed_mutex::lock: wait(lock), lock(lock, async)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: boost::fibers::timed_mutex::lock: wait(lock), lock(lock, async)
  if (mutex.try_lock())
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::mutex::try_lock: lock(try, async)
    // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::fibers::recursive_mutex::try_lock: lock(try, async)
    // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::fibers::recursive_timed_mutex::try_lock: lock(try, async)
    // CHECK: [[#@LINE-4]]:{{[0-9]+}}: boost::fibers::timed_mutex::try_lock: lock(try, async)
    mutex.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::mutex::unlock: lock(unlock, async)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::fibers::recursive_mutex::unlock: lock(unlock, async)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::fibers::recursive_timed_mutex::unlock: lock(unlock, async)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: boost::fibers::timed_mutex::unlock: lock(unlock, async)
}

template <typename Mutex> void timed(Mutex &mutex) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::recursive_timed_mutex: lock(type, async)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::fibers::timed_mutex: lock(type, async)
  plain(mutex);
  mutex.try_lock_for(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::recursive_timed_mutex::try_lock_for: wait(lock, timed), lock(try, async)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::fibers::timed_mutex::try_lock_for: wait(lock, timed), lock(try, async)
  mutex.try_lock_until(Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::recursive_timed_mutex::try_lock_until: wait(lock, timed), lock(try, async)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::fibers::timed_mutex::try_lock_until: wait(lock, timed), lock(try, async)
}

void locks() {
  fibers::mutex one;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::mutex: lock(type, async)
  plain(one);
  fibers::recursive_mutex two;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::recursive_mutex: lock(type, async)
  plain(two);
  fibers::timed_mutex three;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::timed_mutex: lock(type, async)
  timed(three);
  fibers::recursive_timed_mutex four;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::recursive_timed_mutex: lock(type, async)
  timed(four);
}

void schedulers() {
  fibers::use_scheduling_algorithm<fibers::algo::work_stealing>(4);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::fibers::use_scheduling_algorithm: constructs(first 0), boost::fibers::algo::work_stealing::work_stealing: pool(size 0)
}
