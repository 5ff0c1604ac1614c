// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The library's limited form in place of the other, on the last note.
//
// RUN: %tidepool_test %s unlimited-gather %t --notes
// RUN: %tidepool_test %s unlimited-gather %t --fix
// OPTIONS: MaxTasks=8
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/folly -isystem %S/../vocabulary/mock/seastar

#include <folly/coro/Collect.h>
#include <seastar/core/loop.hh>
#include <string>
#include <vector>

namespace ss = seastar;
using Urls = std::vector<std::string>;
folly::coro::Task<int> fetch(const std::string &url);
ss::future<> fetchLater(const std::string &url);

folly::coro::Task<> awaited(const Urls &urls) {
  std::vector<folly::coro::Task<int>> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  co_await folly::coro::collectAllRange(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
  // CHECK: [[#@LINE-3]]: note[each task is made here]
  // CHECK: [[#@LINE-5]]: note[in this loop]
  // CHECK: [[#@LINE-4]]: note[bound it with folly::coro::collectAllWindowed, which takes a limit]
  // CHECK: [[#@LINE-5]]: fix[collectAllWindowed]
  // CHECK: [[#@LINE-6]]: fix[, 8]
  // FIXED: co_await folly::coro::collectAllWindowed(std::move(tasks), 8);
}

ss::future<> overARange(const Urls &urls) {
  return ss::parallel_for_each(urls, fetchLater);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
  // CHECK: [[#@LINE-2]]: note[bound it with seastar::max_concurrent_for_each, which takes a limit]
  // CHECK: [[#@LINE-3]]: fix[max_concurrent_for_each]
  // CHECK: [[#@LINE-4]]: fix[, 8]
  // FIXED: return ss::max_concurrent_for_each(urls, 8, fetchLater);
}

ss::future<> overIterators(const Urls &urls) {
  using seastar::parallel_for_each;
  return parallel_for_each(urls.begin(), urls.end(), fetchLater);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
  // CHECK: [[#@LINE-2]]: note[bound it with seastar::max_concurrent_for_each, which takes a limit]
  // CHECK: [[#@LINE-3]]: fix[seastar::max_concurrent_for_each]
  // CHECK: [[#@LINE-4]]: fix[, 8]
  // FIXED: return seastar::max_concurrent_for_each(urls.begin(), urls.end(), 8, fetchLater);
}
