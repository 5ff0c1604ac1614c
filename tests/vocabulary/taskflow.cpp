// Every entry of taskflow.yaml, in a mock of Taskflow's headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover taskflow -- -std=c++20 -isystem %S/mock/taskflow > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <taskflow/algorithm/for_each.hpp>
#include <taskflow/taskflow.hpp>
#include <vector>

void tasks(tf::Executor &executor, tf::Runtime &runtime) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Executor: task(eager, joins)
  auto one = executor.async([] { return 1; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::future: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tf::Executor::async: spawn(pooled, callable 0, result)
  auto two = executor.async("two", [] { return 2; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::future: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tf::Executor::async: spawn(pooled, callable 1, result)
  executor.silent_async([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Executor::silent_async: spawn(pooled, callable 0, result)
  executor.silent_async("four", [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Executor::silent_async: spawn(pooled, callable 1, result)
  runtime.async([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Runtime::async: spawn(pooled, callable 0, result)
  runtime.async("five", [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Runtime::async: spawn(pooled, callable 1, result)
  runtime.silent_async([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Runtime::silent_async: spawn(pooled, callable 0, result)
  runtime.silent_async("six", [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Runtime::silent_async: spawn(pooled, callable 1, result)
  executor.wait_for_all();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Executor::wait_for_all: wait(task)
}

void graphs(tf::Executor &executor, std::vector<int> &numbers) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Executor: task(eager, joins)
  tf::Taskflow graph;
  graph.emplace([] {});
  graph.for_each(numbers.begin(), numbers.end(), [](int) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::FlowBuilder::for_each: parallel, iterates(callable 2, range 0)
  graph.for_each_index(0, 100, 1, [](int) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::FlowBuilder::for_each_index: parallel, iterates(callable 3, range 1)
  executor.run(graph).wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Executor::run: spawn(pooled, result)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::future::wait: wait(task), io(waits for task, on this)
  executor.run_n(graph, 3).get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Executor::run_n: spawn(pooled, result)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::future::get: wait(task), io(waits for task, on this)
  executor.run_until(graph, [] { return true; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Executor::run_until: spawn(pooled, result)
  executor.run(graph).wait_for(std::chrono::seconds(1));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Executor::run: spawn(pooled, result)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::future::wait_for: wait(task, timed), io(waits for task, on this), deadline(ready, on this, time 0)
  executor.corun(graph);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Executor::corun: wait(task, helping)
  executor.corun_until([] { return true; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Executor::corun_until: wait(task, helping)
}

void insideATask(tf::Runtime &runtime) { runtime.corun(); }
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Runtime::corun: wait(task, helping)

void sizes() {
  tf::Executor chosen;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Executor: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tf::Executor::Executor: pool(cpu, size 0, zero none)
  tf::Executor four(4);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Executor: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tf::Executor::Executor: pool(cpu, size 0, zero none)
  tf::Executor same(four.num_workers());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tf::Executor: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: tf::Executor::Executor: pool(cpu, size 0, zero none)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: tf::Executor::num_workers: cores
}
