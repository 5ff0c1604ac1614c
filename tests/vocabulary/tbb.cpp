// Every entry of tbb.yaml, in oneTBB's real headers. -mrtm gives the
// speculative mutexes classes of their own.
// REQUIRES: tidepool, tbb
// RUN: %tidepool vocab %s --cover tbb -- -std=c++20 -mrtm %headers > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <functional>
#include <oneapi/tbb/mutex.h>
#include <oneapi/tbb/rw_mutex.h>
#include <tbb/blocked_range.h>
#include <tbb/concurrent_queue.h>
#include <tbb/flow_graph.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_for_each.h>
#include <tbb/parallel_invoke.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/parallel_reduce.h>
#include <tbb/parallel_scan.h>
#include <tbb/parallel_sort.h>
#include <tbb/queuing_mutex.h>
#include <tbb/queuing_rw_mutex.h>
#include <tbb/spin_mutex.h>
#include <tbb/spin_rw_mutex.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>
#include <vector>

void work();
void each(int);

void tasks() {
  tbb::task_group one;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::task_group: task(eager, terminates)
  one.run(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::task_group::run: spawn(pooled, callable 0, result)
  one.run([] { work(); });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::task_group::run: spawn(pooled, callable 0, result)
  one.run_and_wait(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::task_group::run_and_wait: spawn(pooled, callable 0, result), wait(task, helping)
  oneapi::tbb::task_group two;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::task_group: task(eager, terminates)
  // A deferred task is not started before it is run.
  tbb::task_handle later = one.defer(work);
  one.run(std::move(later));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::task_group::run: spawn(pooled, callable 0, result)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  one.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::task_group::wait: wait(task, helping)
}

void arenas(tbb::task_group &group) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::task_group: task(eager, terminates)
  tbb::task_arena one(4);
  one.enqueue(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::task_arena::enqueue: spawn(pooled, callable 0, result)
  one.enqueue(group.defer(work));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::task_arena::enqueue: spawn(pooled, callable 0, result)
  one.execute(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::task_arena::execute: calls(callable 0)
  tbb::this_task_arena::enqueue(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::this_task_arena::enqueue: spawn(pooled, callable 0, result)
  tbb::this_task_arena::isolate(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::this_task_arena::isolate: calls(callable 0)
}

struct Sum {
  int total = 0;
  Sum() = default;
  Sum(Sum &, tbb::split) {}
  void operator()(const tbb::blocked_range<int> &) {}
  void join(const Sum &) {}
  void reverse_join(Sum &) {}
  void assign(Sum &) {}
  template <typename Tag>
  void operator()(const tbb::blocked_range<int> &, Tag) {}
};

void loops(std::vector<int> &v, tbb::task_group_context &context,
           tbb::affinity_partitioner &affinity) {
  using Range = tbb::blocked_range<int>;
  auto part = [](const Range &) {};
  tbb::parallel_for(Range(0, 8), part);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_for: parallel, iterates(callable 1, range 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::blocked_range::blocked_range: bounds(by 1)
  tbb::parallel_for(Range(0, 8), part, tbb::auto_partitioner());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_for: parallel, iterates(callable 1, range 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::blocked_range::blocked_range: bounds(by 1)
  tbb::parallel_for(Range(0, 8), part, affinity, context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_for: parallel, iterates(callable 1, range 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::blocked_range::blocked_range: bounds(by 1)
  tbb::parallel_for(Range(0, 8), part, context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_for: parallel, iterates(callable 1, range 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::blocked_range::blocked_range: bounds(by 1)
  tbb::parallel_for(0, 8, each);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_for: parallel, iterates(callable 2, range 1)
  tbb::parallel_for(0, 8, each, tbb::static_partitioner());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_for: parallel, iterates(callable 2, range 1)
  tbb::parallel_for(0, 8, each, tbb::simple_partitioner(), context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_for: parallel, iterates(callable 2, range 1)
  tbb::parallel_for(0, 8, 2, each);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_for: parallel, iterates(callable 3, range 1)
  tbb::parallel_for(0, 8, 2, each, context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_for: parallel, iterates(callable 3, range 1)
  tbb::parallel_for_each(v, each);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_for_each: parallel, iterates(callable 1, range 0)
  tbb::parallel_for_each(v, each, context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_for_each: parallel, iterates(callable 1, range 0)
  tbb::parallel_for_each(v.begin(), v.end(), each);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_for_each: parallel, iterates(callable 2, range 0)
  tbb::parallel_for_each(v.begin(), v.end(), each, context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_for_each: parallel, iterates(callable 2, range 0)
}

void reductions(std::vector<int> &v) {
  using Range = tbb::blocked_range<int>;
  auto part = [](const Range &, int sum) { return sum; };
  tbb::parallel_reduce(Range(0, 8), 0, part, std::plus<int>());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_reduce: parallel, iterates(callable 2, range 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::blocked_range::blocked_range: bounds(by 1)
  tbb::parallel_deterministic_reduce(Range(0, 8), 0, part, std::plus<int>());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_deterministic_reduce: parallel, iterates(callable 2, range 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::blocked_range::blocked_range: bounds(by 1)
  Sum sum;
  tbb::parallel_reduce(Range(0, 8), sum);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_reduce: parallel
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::blocked_range::blocked_range: bounds(by 1)
  tbb::parallel_reduce(Range(0, 8), sum, tbb::auto_partitioner());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_reduce: parallel
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::blocked_range::blocked_range: bounds(by 1)
  tbb::parallel_deterministic_reduce(Range(0, 8), sum);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_deterministic_reduce: parallel
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::blocked_range::blocked_range: bounds(by 1)
  tbb::simple_partitioner simple;
  tbb::parallel_deterministic_reduce(Range(0, 8), sum, simple);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_deterministic_reduce: parallel
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::blocked_range::blocked_range: bounds(by 1)
  tbb::parallel_scan(Range(0, 8), sum);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_scan: parallel
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::blocked_range::blocked_range: bounds(by 1)
  tbb::parallel_sort(v);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_sort: parallel
  tbb::parallel_invoke(work, work, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_invoke: parallel
}

void pipelines() {
  auto read = tbb::make_filter<void, int>(tbb::filter_mode::serial_in_order,
                                          [](tbb::flow_control &control) {
                                            control.stop();
                                            return 0;
                                          });
  auto use = tbb::make_filter<int, void>(tbb::filter_mode::parallel,
                                         [](int i) { each(i); });
  tbb::parallel_pipeline(8, read & use);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::parallel_pipeline: parallel
}

void queues(int &item) {
  tbb::concurrent_bounded_queue<int> one;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::concurrent_bounded_queue: limiter(type, unlimited at first)
  one.set_capacity(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::concurrent_bounded_queue::set_capacity: limiter(create, capacity 0)
  one.push(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::concurrent_bounded_queue::push: limiter(acquire), wait(permit)
  one.emplace(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::concurrent_bounded_queue::emplace: limiter(acquire), wait(permit)
  one.try_push(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::concurrent_bounded_queue::try_push: limiter(try)
  one.try_emplace(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::concurrent_bounded_queue::try_emplace: limiter(try)
  one.pop(item);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::concurrent_bounded_queue::pop: limiter(release), wait(condition)
  one.try_pop(item);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::concurrent_bounded_queue::try_pop: limiter(release)
  // Unbounded: no permit, no wait.
  tbb::concurrent_queue<int> two;
  two.push(1);
  two.try_pop(item);
}

template <typename Mutex> void locks(Mutex &one) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::mutex: lock(type)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::rw_mutex: lock(type)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: tbb::spin_mutex: lock(type)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: tbb::spin_rw_mutex: lock(type)
  one.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::mutex::lock: wait(lock), lock(lock)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::rw_mutex::lock: wait(lock), lock(lock)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: tbb::spin_mutex::lock: wait(lock), lock(lock)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: tbb::spin_rw_mutex::lock: wait(lock), lock(lock)
  one.try_lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::mutex::try_lock: lock(try)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::rw_mutex::try_lock: lock(try)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: tbb::spin_mutex::try_lock: lock(try)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: tbb::spin_rw_mutex::try_lock: lock(try)
  one.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::mutex::unlock: lock(unlock)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::rw_mutex::unlock: lock(unlock)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: tbb::spin_mutex::unlock: lock(unlock)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: tbb::spin_rw_mutex::unlock: lock(unlock)
}

template <typename Mutex> void sharedLocks(Mutex &one) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::rw_mutex: lock(type)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::spin_rw_mutex: lock(type)
  one.lock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::rw_mutex::lock_shared: wait(lock), lock(lock)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::spin_rw_mutex::lock_shared: wait(lock), lock(lock)
  one.try_lock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::rw_mutex::try_lock_shared: lock(try)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::spin_rw_mutex::try_lock_shared: lock(try)
  one.unlock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::rw_mutex::unlock_shared: lock(unlock)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::spin_rw_mutex::unlock_shared: lock(unlock)
}

template <typename Mutex> void scopedLocks(Mutex &one) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::mutex: lock(type)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::queuing_mutex: lock(type)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: tbb::queuing_rw_mutex: lock(type)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: tbb::rw_mutex: lock(type)
  // CHECK: [[#@LINE-5]]:{{[0-9]+}}: tbb::speculative_spin_mutex: lock(type)
  // CHECK: [[#@LINE-6]]:{{[0-9]+}}: tbb::speculative_spin_rw_mutex: lock(type)
  // CHECK: [[#@LINE-7]]:{{[0-9]+}}: tbb::spin_mutex: lock(type)
  // CHECK: [[#@LINE-8]]:{{[0-9]+}}: tbb::spin_rw_mutex: lock(type)
  typename Mutex::scoped_lock two(one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::mutex::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::mutex::scoped_lock::scoped_lock: wait(lock, argument 0), lock(lock, argument 0)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: tbb::queuing_mutex::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: tbb::queuing_mutex::scoped_lock::scoped_lock: wait(lock, argument 0), lock(lock, argument 0)
  // CHECK: [[#@LINE-5]]:{{[0-9]+}}: tbb::queuing_rw_mutex::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-6]]:{{[0-9]+}}: tbb::queuing_rw_mutex::scoped_lock::scoped_lock: wait(lock, argument 0), lock(lock, argument 0)
  // CHECK: [[#@LINE-7]]:{{[0-9]+}}: tbb::rw_mutex::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-8]]:{{[0-9]+}}: tbb::rw_mutex::scoped_lock::scoped_lock: wait(lock, argument 0), lock(lock, argument 0)
  // CHECK: [[#@LINE-9]]:{{[0-9]+}}: tbb::speculative_spin_mutex::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-10]]:{{[0-9]+}}: tbb::speculative_spin_mutex::scoped_lock::scoped_lock: wait(lock, argument 0), lock(lock, argument 0)
  // CHECK: [[#@LINE-11]]:{{[0-9]+}}: tbb::speculative_spin_rw_mutex::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-12]]:{{[0-9]+}}: tbb::speculative_spin_rw_mutex::scoped_lock::scoped_lock: wait(lock, argument 0), lock(lock, argument 0)
  // CHECK: [[#@LINE-13]]:{{[0-9]+}}: tbb::spin_mutex::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-14]]:{{[0-9]+}}: tbb::spin_mutex::scoped_lock::scoped_lock: wait(lock, argument 0), lock(lock, argument 0)
  // CHECK: [[#@LINE-15]]:{{[0-9]+}}: tbb::spin_rw_mutex::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-16]]:{{[0-9]+}}: tbb::spin_rw_mutex::scoped_lock::scoped_lock: wait(lock, argument 0), lock(lock, argument 0)
  typename Mutex::scoped_lock three;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::mutex::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::queuing_mutex::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: tbb::queuing_rw_mutex::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: tbb::rw_mutex::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-5]]:{{[0-9]+}}: tbb::speculative_spin_mutex::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-6]]:{{[0-9]+}}: tbb::speculative_spin_rw_mutex::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-7]]:{{[0-9]+}}: tbb::spin_mutex::scoped_lock: lock(guard, argument 0)
  // CHECK: [[#@LINE-8]]:{{[0-9]+}}: tbb::spin_rw_mutex::scoped_lock: lock(guard, argument 0)
  three.acquire(one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::mutex::scoped_lock::acquire: wait(lock, argument 0), lock(lock, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::queuing_mutex::scoped_lock::acquire: wait(lock, argument 0), lock(lock, argument 0)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: tbb::queuing_rw_mutex::scoped_lock::acquire: wait(lock, argument 0), lock(lock, argument 0)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: tbb::rw_mutex::scoped_lock::acquire: wait(lock, argument 0), lock(lock, argument 0)
  // CHECK: [[#@LINE-5]]:{{[0-9]+}}: tbb::speculative_spin_mutex::scoped_lock::acquire: wait(lock, argument 0), lock(lock, argument 0)
  // CHECK: [[#@LINE-6]]:{{[0-9]+}}: tbb::speculative_spin_rw_mutex::scoped_lock::acquire: wait(lock, argument 0), lock(lock, argument 0)
  // CHECK: [[#@LINE-7]]:{{[0-9]+}}: tbb::spin_mutex::scoped_lock::acquire: wait(lock, argument 0), lock(lock, argument 0)
  // CHECK: [[#@LINE-8]]:{{[0-9]+}}: tbb::spin_rw_mutex::scoped_lock::acquire: wait(lock, argument 0), lock(lock, argument 0)
  three.try_acquire(one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::mutex::scoped_lock::try_acquire: lock(try, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::queuing_mutex::scoped_lock::try_acquire: lock(try, argument 0)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: tbb::queuing_rw_mutex::scoped_lock::try_acquire: lock(try, argument 0)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: tbb::rw_mutex::scoped_lock::try_acquire: lock(try, argument 0)
  // CHECK: [[#@LINE-5]]:{{[0-9]+}}: tbb::speculative_spin_mutex::scoped_lock::try_acquire: lock(try, argument 0)
  // CHECK: [[#@LINE-6]]:{{[0-9]+}}: tbb::speculative_spin_rw_mutex::scoped_lock::try_acquire: lock(try, argument 0)
  // CHECK: [[#@LINE-7]]:{{[0-9]+}}: tbb::spin_mutex::scoped_lock::try_acquire: lock(try, argument 0)
  // CHECK: [[#@LINE-8]]:{{[0-9]+}}: tbb::spin_rw_mutex::scoped_lock::try_acquire: lock(try, argument 0)
  three.release();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::mutex::scoped_lock::release: lock(unlock)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tbb::queuing_mutex::scoped_lock::release: lock(unlock)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: tbb::queuing_rw_mutex::scoped_lock::release: lock(unlock)
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: tbb::rw_mutex::scoped_lock::release: lock(unlock)
  // CHECK: [[#@LINE-5]]:{{[0-9]+}}: tbb::speculative_spin_mutex::scoped_lock::release: lock(unlock)
  // CHECK: [[#@LINE-6]]:{{[0-9]+}}: tbb::speculative_spin_rw_mutex::scoped_lock::release: lock(unlock)
  // CHECK: [[#@LINE-7]]:{{[0-9]+}}: tbb::spin_mutex::scoped_lock::release: lock(unlock)
  // CHECK: [[#@LINE-8]]:{{[0-9]+}}: tbb::spin_rw_mutex::scoped_lock::release: lock(unlock)
}

void allLocks() {
  tbb::mutex one;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::mutex: lock(type)
  tbb::rw_mutex two;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::rw_mutex: lock(type)
  tbb::spin_mutex three;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::spin_mutex: lock(type)
  tbb::spin_rw_mutex four;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::spin_rw_mutex: lock(type)
  tbb::speculative_spin_mutex five;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::speculative_spin_mutex: lock(type)
  tbb::speculative_spin_rw_mutex six;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::speculative_spin_rw_mutex: lock(type)
  tbb::queuing_mutex seven;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::queuing_mutex: lock(type)
  tbb::queuing_rw_mutex eight;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::queuing_rw_mutex: lock(type)
  locks(one);
  locks(two);
  locks(three);
  locks(four);
  sharedLocks(two);
  sharedLocks(four);
  scopedLocks(one);
  scopedLocks(two);
  scopedLocks(three);
  scopedLocks(four);
  scopedLocks(five);
  scopedLocks(six);
  scopedLocks(seven);
  scopedLocks(eight);
}

void sizes() {
  tbb::info::default_concurrency();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::info::default_concurrency: cores
  tbb::this_task_arena::max_concurrency();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::this_task_arena::max_concurrency: cores
  tbb::task_arena arena;
  arena.max_concurrency();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::task_arena::max_concurrency: cores
  auto parallelism = tbb::global_control::max_allowed_parallelism;
  tbb::global_control control(tbb::global_control::max_allowed_parallelism, 4);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::global_control::global_control: pool(cpu, size 1)
  tbb::global_control stack(tbb::global_control::thread_stack_size, 1 << 20);
  // It gets none beyond those.
  tbb::task_arena wide(4);
  tbb::global_control::active_value(parallelism);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::global_control::active_value: cores
}

void graphs() {
  tbb::flow::graph graph;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::flow::graph: task(eager, joins)
  tbb::flow::function_node<int, int> squares(
      graph, 4, [](int number) { return number * number; });
  tbb::flow::multifunction_node<int, std::tuple<int>> many(graph, 4,
                                                           [](int, auto &) {});
  tbb::flow::limiter_node<int> limiter(graph, 8);
  squares.try_put(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::flow::function_node::try_put: spawn(pooled)
  many.try_put(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::flow::multifunction_node::try_put: spawn(pooled)
  limiter.try_put(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::flow::limiter_node::try_put: spawn(pooled, waits for capacity)
  graph.wait_for_all();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tbb::flow::graph::wait_for_all: wait(task, helping)
}
