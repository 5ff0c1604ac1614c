// Every entry of concurrencpp.yaml, in a mock of its headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover concurrencpp -- -std=c++20 -isystem %S/mock/concurrencpp > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <concurrencpp/concurrencpp.h>
#include <vector>

using namespace std::chrono_literals;

void tasks(concurrencpp::runtime &runtime,
           std::shared_ptr<concurrencpp::executor> any) {
  runtime.thread_pool_executor()->post([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::derivable_executor::post: spawn(pooled, callable 0, result)
  auto result = runtime.thread_pool_executor()->submit([] { return 1; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::result: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: concurrencpp::derivable_executor::submit: spawn(pooled, callable 0, result)
  runtime.thread_executor()->post([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::thread_executor::post: spawn(thread, callable 0, result)
  (void)runtime.thread_executor()->submit([](int x) { return x; }, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::thread_executor::submit: spawn(thread, callable 0, result)
  runtime.inline_executor()->post([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::inline_executor::post: calls(callable 0)
  (void)runtime.inline_executor()->submit([] { return 1; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::inline_executor::submit: calls(callable 0)
  any->post([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::executor::post: spawn(pooled, callable 0, result)
  (void)any->submit([] { return 1; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::executor::submit: spawn(pooled, callable 0, result)
  result.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::result::wait: wait(task)
  result.wait_for(1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::result::wait_for: wait(task, timed)
  result.wait_until(std::chrono::steady_clock::now());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::result::wait_until: wait(task, timed)
  result.get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::result::get: wait(task)
}

void gathers(std::shared_ptr<concurrencpp::thread_pool_executor> executor,
             std::vector<concurrencpp::result<int>> results,
             concurrencpp::result<int> one) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::result: task(eager)
  auto all = concurrencpp::when_all(executor, results.begin(), results.end());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::lazy_result: task(lazy, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: concurrencpp::when_all: gather(pooled, range argument 1, iterators, first 1)
  concurrencpp::lazy_result<std::tuple<concurrencpp::result<int>>> some =
      // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::lazy_result: task(lazy, cancels)
      concurrencpp::when_all(executor, std::move(one));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::when_all: gather(pooled, range argument 1, iterators, first 1)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
}

void sizes() {
  concurrencpp::runtime_options options;
  options.max_cpu_threads = 8;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::runtime_options::max_cpu_threads: pool(cpu, size 0)
  options.max_background_threads = 32;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: concurrencpp::runtime_options::max_background_threads: pool(io, size 0)
}
