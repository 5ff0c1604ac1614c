// Every entry of llvm.yaml, in LLVM's real headers.
// REQUIRES: tidepool, llvm-headers
// RUN: %tidepool vocab %s --cover llvm -- -std=c++17 -isystem /usr/lib/llvm-19/include %headers > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include "llvm/Support/Error.h"
#include "llvm/Support/Parallel.h"
#include "llvm/Support/ThreadPool.h"
#include "llvm/Support/Threading.h"
#include "llvm/Support/thread.h"
#include <functional>
#include <optional>
#include <vector>

void work();
void each(int);

void pools(llvm::ThreadPoolInterface &any) {
  llvm::DefaultThreadPool one(llvm::hardware_concurrency(8));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::StdThreadPool: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: llvm::hardware_concurrency: pool(result, cpu, size 0), bounds(by 0)
  one.async(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::ThreadPoolInterface::async: spawn(pooled, callable 0, result)
  one.async(each, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::ThreadPoolInterface::async: spawn(pooled, callable 0, result)
  one.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::ThreadPoolInterface::wait: wait(task)
  llvm::StdThreadPool two;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::StdThreadPool: task(eager, joins)
  two.async([] { work(); });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::ThreadPoolInterface::async: spawn(pooled, callable 0, result)
  llvm::ThreadPoolTaskGroup group(two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::ThreadPoolTaskGroup: task(eager, joins)
  two.async(group, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::ThreadPoolInterface::async: spawn(pooled, callable 1, result)
  two.async(group, each, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::ThreadPoolInterface::async: spawn(pooled, callable 1, result)
  two.wait(group);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::ThreadPoolInterface::wait: wait(task, argument 0, helping)
  group.async(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::ThreadPoolTaskGroup::async: spawn(pooled, callable 0, result)
  group.async(each, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::ThreadPoolTaskGroup::async: spawn(pooled, callable 0, result)
  group.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::ThreadPoolTaskGroup::wait: wait(task, helping)
  any.async(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::ThreadPoolInterface::async: spawn(pooled, callable 0, result)
  any.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::ThreadPoolInterface::wait: wait(task)
  llvm::SingleThreadExecutor alone;
  alone.async(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::SingleThreadExecutor::async: none(the tasks run in the thread that waits)
}

void groups() {
  llvm::parallel::TaskGroup one;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::parallel::TaskGroup: task(eager, joins)
  one.spawn(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::parallel::TaskGroup::spawn: spawn(pooled, callable 0)
  one.spawn(work, false);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::parallel::TaskGroup::spawn: spawn(pooled, callable 0)
  one.spawn(work, true);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::parallel::TaskGroup::spawn: none(sequential tasks run one after another)
  one.sync();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::parallel::TaskGroup::sync: wait(task)
}

void threads() {
  llvm::thread one(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::thread: task(eager, terminates)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: llvm::thread::thread: spawn(thread, callable 0, terminates)
  llvm::thread two(std::optional<unsigned>(1 << 20), work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::thread: task(eager, terminates)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: llvm::thread::thread: spawn(thread, callable 1, terminates)
  llvm::thread nothing;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::thread: task(eager, terminates)
  one.join();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::thread::join: wait(task)
  two.detach();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::thread::detach: detach
}

void loops(std::vector<int> &v) {
  llvm::parallelFor(0, v.size(), [](size_t) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::parallelFor: parallel, iterates(callable 2, range 1)
  llvm::parallelForEach(v.begin(), v.end(), each);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::parallelForEach: parallel, iterates(callable 2, range 0)
  llvm::parallelForEach(v, each);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::parallelForEach: parallel, iterates(callable 1, range 0)
  auto fine = [](int) { return llvm::Error::success(); };
  (void)llvm::parallelForEachError(v, fine);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::parallelForEachError: parallel, iterates(callable 1, range 0)
  llvm::parallelSort(v.begin(), v.end());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::parallelSort: parallel
  auto same = [](int i) { return i; };
  llvm::parallelTransformReduce(v, 0, std::plus<int>(), same);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::parallelTransformReduce: parallel
}

void sizes(llvm::ThreadPoolInterface &any) {
  llvm::hardware_concurrency();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::hardware_concurrency: cores
  llvm::heavyweight_hardware_concurrency();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::heavyweight_hardware_concurrency: cores
  llvm::heavyweight_hardware_concurrency(4);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::heavyweight_hardware_concurrency: pool(result, cpu, size 0), bounds(by 0)
  llvm::optimal_concurrency();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::optimal_concurrency: cores
  llvm::optimal_concurrency(4).compute_thread_count();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::optimal_concurrency: bounds(by 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: llvm::ThreadPoolStrategy::compute_thread_count: cores
  llvm::get_physical_cores();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::get_physical_cores: cores
  llvm::get_cpus();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::get_cpus: cores
  llvm::parallel::getThreadCount();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::parallel::getThreadCount: cores
  any.getMaxConcurrency();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::ThreadPoolInterface::getMaxConcurrency: cores
  llvm::thread::hardware_concurrency();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: llvm::thread::hardware_concurrency: cores
}
