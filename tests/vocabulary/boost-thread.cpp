// Every entry of boost-thread.yaml, with the version that is the default and
// with the one that has executors. There, future.hpp has an error in a template
// that is not used; unique_future has become future.
// REQUIRES: tidepool, boost-thread
// RUN: %tidepool vocab %s --cover boost-thread -- -std=c++20 > %t
// RUN: FileCheck %s --check-prefixes=CHECK,V2 --implicit-check-not='{{^[0-9]+:}}' < %t
// RUN: not %tidepool vocab %s --cover boost-thread -- -std=c++20 -DBOOST_THREAD_VERSION=5 -fdelayed-template-parsing > %t
// RUN: FileCheck %s --check-prefixes=CHECK,V5 --implicit-check-not='{{^[0-9]+:}}' --implicit-check-not='not used' --implicit-check-not='not resolved: boost::{{(.$|.[^n]|[^u])}}' < %t

#define BOOST_CHRONO_HEADER_ONLY
#include <boost/thread.hpp>
#include <boost/thread/barrier.hpp>
#include <boost/thread/executors/basic_thread_pool.hpp>
#include <boost/thread/executors/generic_executor_ref.hpp>
#include <boost/thread/executors/inline_executor.hpp>
#include <boost/thread/executors/loop_executor.hpp>
#include <boost/thread/executors/serial_executor.hpp>
#include <boost/thread/executors/thread_executor.hpp>
#include <boost/thread/latch.hpp>
#include <boost/thread/scoped_thread.hpp>
#include <boost/thread/shared_lock_guard.hpp>
#include <boost/thread/strict_lock.hpp>
#include <vector>

void work();
int add(int a, int b);
const boost::chrono::seconds Soon(1);
const auto Then = boost::chrono::steady_clock::now();
#ifdef BOOST_THREAD_USES_DATETIME
const boost::posix_time::seconds Later(1);
#endif

void threads() {
  boost::thread none;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::thread: task(eager)
  boost::thread one(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::thread: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::thread::thread: spawn(thread, callable 0)
  boost::thread two(add, 1, 2);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::thread: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::thread::thread: spawn(thread, callable 0)
  const boost::thread::attributes attributes;
  boost::thread three(attributes, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::thread: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::thread::thread: spawn(thread, callable 1)
  boost::thread moved(boost::move(three));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::thread: task(eager)
  one.join();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::thread::join: wait(task)
  one.try_join_for(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::thread::try_join_for: wait(task, timed)
  one.try_join_until(Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::thread::try_join_until: wait(task, timed)
#ifdef BOOST_THREAD_USES_DATETIME
  one.timed_join(Later);
  // V2: [[#@LINE-1]]:{{[0-9]+}}: boost::thread::timed_join: wait(task, timed)
#endif
  two.detach();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::thread::detach: detach
  boost::scoped_thread<> four(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::scoped_thread: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::scoped_thread::scoped_thread: spawn(thread, callable 0, joins)
  boost::scoped_thread<> taken((boost::thread(work)));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::scoped_thread: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::scoped_thread::scoped_thread: none(it takes over a thread that runs)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::thread::thread: spawn(thread, callable 0)
  four.join();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::scoped_thread::join: wait(task)
  four.try_join_for(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::scoped_thread::try_join_for: wait(task, timed)
  four.try_join_until(Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::scoped_thread::try_join_until: wait(task, timed)
  four.detach();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::scoped_thread::detach: detach
  boost::strict_scoped_thread<> five(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::strict_scoped_thread: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::strict_scoped_thread::strict_scoped_thread: spawn(thread, callable 0, joins)
  boost::strict_scoped_thread<> strict((boost::thread(work)));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::strict_scoped_thread: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::strict_scoped_thread::strict_scoped_thread: none(it takes over a thread that runs)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::thread::thread: spawn(thread, callable 0)
  boost::thread_group group;
  group.create_thread(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::thread_group::create_thread: spawn(thread, callable 0)
  group.join_all();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::thread_group::join_all: wait(task)
  std::vector<boost::thread> all;
  all.emplace_back(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::vector::emplace_back: constructs(first 0), boost::thread::thread: spawn(thread, callable 0)
  boost::thread::hardware_concurrency();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::thread::hardware_concurrency: cores
  boost::thread::physical_concurrency();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::thread::physical_concurrency: cores
  boost::this_thread::sleep_for(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::this_thread::sleep_for: blocking(sleep)
  boost::this_thread::sleep_until(Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::this_thread::sleep_until: blocking(sleep)
#ifdef BOOST_THREAD_USES_DATETIME
  boost::this_thread::sleep(Later);
  // V2: [[#@LINE-1]]:{{[0-9]+}}: boost::this_thread::sleep: blocking(sleep)
#endif
}

void futures() {
  boost::async(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::async: spawn(thread, callable 0, result, joins)
  boost::async(boost::launch::async, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::async: spawn(thread, callable 1, result, joins)
  boost::async(boost::launch::deferred, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::async: none(the task runs in the thread that asks for its result)
  auto one = boost::async([] { return 1; });
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::future: task(eager)
  // V2: [[#@LINE-2]]:{{[0-9]+}}: boost::unique_future: task(eager)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::async: spawn(thread, callable 0, result, joins)
  auto two = boost::async([] { return 2; });
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::future: task(eager)
  // V2: [[#@LINE-2]]:{{[0-9]+}}: boost::unique_future: task(eager)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::async: spawn(thread, callable 0, result, joins)
  boost::shared_future<int> three(two.share());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_future: task(eager)
  boost::wait_for_all(one, three);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::wait_for_all: gather(pooled, range argument 0, iterators, first 0), wait(task, argument 0)
#if BOOST_THREAD_VERSION >= 4
  std::vector<boost::future<int>> all;
  boost::wait_for_all(all.begin(), all.end());
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::wait_for_all: gather(pooled, range argument 0, iterators, first 0), wait(task, argument 0)
  boost::when_all(all.begin(), all.end());
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::when_all: gather(pooled, range argument 0, iterators, first 0)
#endif
  boost::wait_for_any(one, three);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::wait_for_any: wait(task, argument 0)
  one.wait();
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::future::wait: wait(task)
  // V2: [[#@LINE-2]]:{{[0-9]+}}: boost::unique_future::wait: wait(task)
  one.wait_for(Soon);
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::future::wait_for: wait(task, timed)
  // V2: [[#@LINE-2]]:{{[0-9]+}}: boost::unique_future::wait_for: wait(task, timed)
  one.wait_until(Then);
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::future::wait_until: wait(task, timed)
  // V2: [[#@LINE-2]]:{{[0-9]+}}: boost::unique_future::wait_until: wait(task, timed)
#ifdef BOOST_THREAD_USES_DATETIME
  one.timed_wait(Later);
  // V2: [[#@LINE-1]]:{{[0-9]+}}: boost::unique_future::timed_wait: wait(task, timed)
#endif
  one.get();
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::future::get: wait(task)
  // V2: [[#@LINE-2]]:{{[0-9]+}}: boost::unique_future::get: wait(task)
  three.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_future::wait: wait(task)
  three.wait_for(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_future::wait_for: wait(task, timed)
  three.wait_until(Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_future::wait_until: wait(task, timed)
#ifdef BOOST_THREAD_USES_DATETIME
  three.timed_wait(Later);
  // V2: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_future::timed_wait: wait(task, timed)
#endif
  three.get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_future::get: wait(task)
}

#ifdef BOOST_THREAD_PROVIDES_EXECUTORS
void executors(boost::executor &any, boost::generic_executor_ref reference) {
  boost::basic_thread_pool pool(4);
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::basic_thread_pool::basic_thread_pool: pool(size 0, zero none)
  boost::basic_thread_pool chosen;
  pool.submit(work);
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::basic_thread_pool::submit: spawn(pooled, callable 0)
  boost::async(pool, work);
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::async: spawn(pooled, callable 1, result)
  pool.join();
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::basic_thread_pool::join: wait(task)
  boost::thread_executor each;
  each.submit(work);
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::thread_executor::submit: spawn(thread, callable 0)
  boost::async(each, work);
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::async: spawn(thread, callable 1, result)
  // Nothing runs beside the caller here.
  boost::inline_executor here;
  here.submit(work);
  boost::async(here, work);
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::async: none(it runs one after the other, or nothing says where)
  boost::loop_executor loop;
  boost::async(loop, work);
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::async: none(it runs one after the other, or nothing says where)
  boost::serial_executor serial(pool);
  boost::async(serial, work);
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::async: none(it runs one after the other, or nothing says where)
  any.submit(work);
  boost::async(any, work);
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::async: none(it runs one after the other, or nothing says where)
  boost::async(reference, work);
  // V5: [[#@LINE-1]]:{{[0-9]+}}: boost::async: none(it runs one after the other, or nothing says where)
}
#endif

void waits(boost::unique_lock<boost::mutex> &lock) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::unique_lock: lock(guard, argument 0)
  boost::latch latch(1);
  latch.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::latch::wait: wait(arrivals)
  latch.count_down_and_wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::latch::count_down_and_wait: wait(arrivals)
  latch.wait_for(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::latch::wait_for: wait(arrivals, timed)
  latch.wait_until(Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::latch::wait_until: wait(arrivals, timed)
  latch.count_down();
  boost::barrier barrier(2);
  barrier.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::barrier::wait: wait(arrivals)
  barrier.count_down_and_wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::barrier::count_down_and_wait: wait(arrivals)
  boost::condition_variable one;
  one.wait(lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::condition_variable::wait: wait(condition)
  one.wait(lock, [] { return true; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::condition_variable::wait: wait(condition)
  one.wait_for(lock, Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::condition_variable::wait_for: wait(condition, timed)
  one.wait_until(lock, Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::condition_variable::wait_until: wait(condition, timed)
#ifdef BOOST_THREAD_USES_DATETIME
  one.timed_wait(lock, Later);
  // V2: [[#@LINE-1]]:{{[0-9]+}}: boost::condition_variable::timed_wait: wait(condition, timed)
#endif
  boost::condition_variable_any two;
  two.wait(lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::condition_variable_any::wait: wait(condition)
  two.wait_for(lock, Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::condition_variable_any::wait_for: wait(condition, timed)
  two.wait_until(lock, Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::condition_variable_any::wait_until: wait(condition, timed)
#ifdef BOOST_THREAD_USES_DATETIME
  two.timed_wait(lock, Later);
  // V2: [[#@LINE-1]]:{{[0-9]+}}: boost::condition_variable_any::timed_wait: wait(condition, timed)
#endif
}

template <typename Mutex> void plain(Mutex &mutex) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mutex: lock(type)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::recursive_mutex: lock(type)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::recursive_timed_mutex: lock(type)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: boost::shared_mutex: lock(type)
  // CHECK: [[#@LINE-5]]:{{[0-9]+}}: boost::timed_mutex: lock(type)
  mutex.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mutex::lock: wait(lock), lock(lock)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::recursive_mutex::lock: wait(lock), lock(lock)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::recursive_timed_mutex::lock: wait(lock), lock(lock)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: boost::shared_mutex::lock: wait(lock), lock(lock)
  // CHECK: [[#@LINE-5]]:{{[0-9]+}}: boost::timed_mutex::lock: wait(lock), lock(lock)
  if (mutex.try_lock())
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mutex::try_lock: lock(try)
    // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::recursive_mutex::try_lock: lock(try)
    // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::recursive_timed_mutex::try_lock: lock(try)
    // CHECK: [[#@LINE-4]]:{{[0-9]+}}: boost::shared_mutex::try_lock: lock(try)
    // CHECK: [[#@LINE-5]]:{{[0-9]+}}: boost::timed_mutex::try_lock: lock(try)
    mutex.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mutex::unlock: lock(unlock)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::recursive_mutex::unlock: lock(unlock)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::recursive_timed_mutex::unlock: lock(unlock)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: boost::shared_mutex::unlock: lock(unlock)
  // CHECK: [[#@LINE-5]]:{{[0-9]+}}: boost::timed_mutex::unlock: lock(unlock)
}

template <typename Mutex> void timed(Mutex &mutex) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::recursive_timed_mutex: lock(type)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::shared_mutex: lock(type)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::timed_mutex: lock(type)
  plain(mutex);
  mutex.try_lock_for(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::recursive_timed_mutex::try_lock_for: wait(lock, timed), lock(try)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::shared_mutex::try_lock_for: wait(lock, timed), lock(try)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::timed_mutex::try_lock_for: wait(lock, timed), lock(try)
  mutex.try_lock_until(Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::recursive_timed_mutex::try_lock_until: wait(lock, timed), lock(try)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::shared_mutex::try_lock_until: wait(lock, timed), lock(try)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::timed_mutex::try_lock_until: wait(lock, timed), lock(try)
#ifdef BOOST_THREAD_USES_DATETIME
  mutex.timed_lock(Later);
  // V2: [[#@LINE-1]]:{{[0-9]+}}: boost::recursive_timed_mutex::timed_lock: wait(lock, timed), lock(try)
  // V2: [[#@LINE-2]]:{{[0-9]+}}: boost::shared_mutex::timed_lock: wait(lock, timed), lock(try)
  // V2: [[#@LINE-3]]:{{[0-9]+}}: boost::timed_mutex::timed_lock: wait(lock, timed), lock(try)
#endif
}

void locks() {
  boost::mutex one;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mutex: lock(type)
  plain(one);
  boost::recursive_mutex two;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::recursive_mutex: lock(type)
  plain(two);
  boost::timed_mutex three;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::timed_mutex: lock(type)
  timed(three);
  boost::recursive_timed_mutex four;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::recursive_timed_mutex: lock(type)
  timed(four);
  boost::shared_mutex five;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_mutex: lock(type)
  timed(five);
  five.lock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_mutex::lock_shared: wait(lock), lock(lock)
  five.lock_upgrade();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_mutex::lock_upgrade: wait(lock), lock(lock)
  five.try_lock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_mutex::try_lock_shared: lock(try)
  five.try_lock_shared_for(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_mutex::try_lock_shared_for: wait(lock, timed), lock(try)
  five.try_lock_shared_until(Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_mutex::try_lock_shared_until: wait(lock, timed), lock(try)
#ifdef BOOST_THREAD_USES_DATETIME
  five.timed_lock_shared(Later);
  // V2: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_mutex::timed_lock_shared: wait(lock, timed), lock(try)
#endif
  five.unlock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_mutex::unlock_shared: lock(unlock)
  five.unlock_upgrade();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_mutex::unlock_upgrade: lock(unlock)
}

template <typename Lock, typename Mutex> void held(Mutex &mutex) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_mutex: lock(type)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::timed_mutex: lock(type)
  Lock now(mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::shared_lock::shared_lock: wait(lock, argument 0), lock(lock, argument 0)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::unique_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: boost::unique_lock::unique_lock: wait(lock, argument 0), lock(lock, argument 0)
  Lock adopted(mutex, boost::adopt_lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::shared_lock::shared_lock: none(the lock is held already)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::unique_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: boost::unique_lock::unique_lock: none(the lock is held already)
  Lock later(mutex, boost::defer_lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::shared_lock::shared_lock: none(the lock is taken later)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::unique_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: boost::unique_lock::unique_lock: none(the lock is taken later)
  Lock tried(mutex, boost::try_to_lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::shared_lock::shared_lock: lock(try, argument 0)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::unique_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: boost::unique_lock::unique_lock: lock(try, argument 0)
  Lock timed(mutex, Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::shared_lock::shared_lock: wait(lock, argument 0, timed), lock(try, argument 0)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::unique_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: boost::unique_lock::unique_lock: wait(lock, argument 0, timed), lock(try, argument 0)
  later.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_lock::lock: wait(lock), lock(lock)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::unique_lock::lock: wait(lock), lock(lock)
  later.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_lock::unlock: lock(unlock)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::unique_lock::unlock: lock(unlock)
  later.try_lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_lock::try_lock: lock(try)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::unique_lock::try_lock: lock(try)
  later.try_lock_for(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_lock::try_lock_for: wait(lock, timed), lock(try)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::unique_lock::try_lock_for: wait(lock, timed), lock(try)
  later.try_lock_until(Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_lock::try_lock_until: wait(lock, timed), lock(try)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::unique_lock::try_lock_until: wait(lock, timed), lock(try)
}

void guards(boost::timed_mutex &mutex, boost::shared_mutex &shared) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::timed_mutex: lock(type)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::shared_mutex: lock(type)
  held<boost::unique_lock<boost::timed_mutex>>(mutex);
  held<boost::shared_lock<boost::shared_mutex>>(shared);
  boost::upgrade_lock<boost::shared_mutex> now(shared);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::upgrade_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::upgrade_lock::upgrade_lock: wait(lock, argument 0), lock(lock, argument 0)
  boost::upgrade_lock<boost::shared_mutex> adopted(shared, boost::adopt_lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::upgrade_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::upgrade_lock::upgrade_lock: none(the lock is held already)
  boost::upgrade_lock<boost::shared_mutex> later(shared, boost::defer_lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::upgrade_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::upgrade_lock::upgrade_lock: none(the lock is taken later)
  boost::upgrade_lock<boost::shared_mutex> tried(shared, boost::try_to_lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::upgrade_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::upgrade_lock::upgrade_lock: lock(try, argument 0)
  boost::upgrade_lock<boost::shared_mutex> timed(shared, Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::upgrade_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::upgrade_lock::upgrade_lock: wait(lock, argument 0, timed), lock(try, argument 0)
  later.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::upgrade_lock::lock: wait(lock), lock(lock)
  later.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::upgrade_lock::unlock: lock(unlock)
  later.try_lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::upgrade_lock::try_lock: lock(try)
  later.try_lock_for(Soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::upgrade_lock::try_lock_for: wait(lock, timed), lock(try)
  later.try_lock_until(Then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::upgrade_lock::try_lock_until: wait(lock, timed), lock(try)
  boost::lock_guard<boost::timed_mutex> one(mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::lock_guard: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::lock_guard::lock_guard: wait(lock, argument 0), lock(lock, argument 0)
  boost::lock_guard<boost::timed_mutex> two(mutex, boost::adopt_lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::lock_guard: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::lock_guard::lock_guard: none(the lock is held already)
  boost::strict_lock<boost::timed_mutex> three(mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::strict_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::strict_lock::strict_lock: wait(lock, argument 0), lock(lock, argument 0)
  boost::shared_lock_guard<boost::shared_mutex> four(shared);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_lock_guard: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::shared_lock_guard::shared_lock_guard: wait(lock, argument 0), lock(lock, argument 0)
  boost::shared_lock_guard<boost::shared_mutex> five(shared, boost::adopt_lock);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::shared_lock_guard: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::shared_lock_guard::shared_lock_guard: none(the lock is held already)
#ifdef BOOST_THREAD_USES_DATETIME
  boost::timed_mutex::scoped_lock six(mutex);
  // V2: [[#@LINE-1]]:{{[0-9]+}}: boost::unique_lock: lock(guard, argument 0)
  // V2: [[#@LINE-2]]:{{[0-9]+}}: boost::unique_lock::unique_lock: wait(lock, argument 0), lock(lock, argument 0)
#endif
}
