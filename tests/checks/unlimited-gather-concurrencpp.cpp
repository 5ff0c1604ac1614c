// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// concurrencpp: results that run already.
//
// RUN: %tidepool_test %s unlimited-gather,unbounded-spawn-in-loop,oversized-pool %t
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/concurrencpp
// CUTS: 4

#include <concurrencpp/concurrencpp.h>
#include <string>
#include <utility>
#include <vector>

using Urls = std::vector<std::string>;
using Executor = std::shared_ptr<concurrencpp::thread_pool_executor>;
int fetch(const std::string &url);

concurrencpp::lazy_result<int> anyNumber(Executor executor, const Urls &urls) {
  std::vector<concurrencpp::result<int>> results;
  for (const std::string &url : urls)
    results.push_back(executor->submit([&url] { return fetch(url); }));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
  co_await concurrencpp::when_all(executor, results.begin(), results.end());
  co_return 0;
}

concurrencpp::result<int> fetchLater(const std::string &url);

concurrencpp::lazy_result<int> ofCoroutines(Executor executor,
                                            const Urls &urls) {
  std::vector<concurrencpp::result<int>> results;
  for (const std::string &url : urls)
    results.push_back(fetchLater(url));
  co_await concurrencpp::when_all(executor, results.begin(), results.end());
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] 'concurrencpp::when_all' waits
  co_return 0;
}

concurrencpp::lazy_result<int> two(Executor executor) {
  co_await concurrencpp::when_all(executor,
                                  executor->submit([] { return fetch("a"); }),
                                  executor->submit([] { return fetch("b"); }));
  co_return 0;
}

void aThreadForEach(concurrencpp::runtime &runtime, const Urls &urls) {
  for (const std::string &url : urls)
    runtime.thread_executor()->post([&url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
}

void oneAfterTheOther(concurrencpp::runtime &runtime, const Urls &urls) {
  for (const std::string &url : urls)
    runtime.inline_executor()->post([&url] { fetch(url); });
}

void inTurn(concurrencpp::runtime &runtime, const Urls &urls) {
  while (true)
    for (const std::string &url : urls)
      runtime.thread_executor()->submit([&url] { return fetch(url); }).get();
}

void sizes() {
  concurrencpp::runtime_options options;
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads for work that computes
  options.max_cpu_threads = 500;
  concurrencpp::runtime_options fewer;
  fewer.max_cpu_threads = 16;
  fewer.max_background_threads = 64;
}
