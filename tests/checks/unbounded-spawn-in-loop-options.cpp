// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every option, each against the default.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --prefix=STRICT --options=Level=strict
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --prefix=TASKS --options=MaxTasks=40
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --prefix=BOUND --options=MaxBound=8
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --prefix=NAMES --options=AllowedBoundNames=items,Level=strict
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --prefix=TESTS --options=Tests=on

#include <semaphore>
#include <string>
#include <thread>
#include <vector>

void fetch(const std::string &);
void work(int);
void start(int);

void fixedNumber() {
  for (int i = 0; i < 33; ++i)
    std::thread(work, i).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[fixed] a thread is started 33 times; more than 10
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[fixed]
  // BOUND: [[#@LINE-3]]: unbounded-spawn-in-loop[fixed]
  // NAMES: [[#@LINE-4]]: unbounded-spawn-in-loop[fixed]
  // TESTS: [[#@LINE-5]]: unbounded-spawn-in-loop[fixed]
}

void fewByChoice() {
  for (int i = 0; i < 32; ++i)
    std::thread(work, i).detach();
  // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[fixed] a thread is started 32 times; more than 10
  // NAMES: [[#@LINE-2]]: unbounded-spawn-in-loop[fixed]
}

std::counting_semaphore<16> Gate(16);
void explicitBound(const std::vector<std::string> &urls) {
  for (const std::string &url : urls) {
    Gate.acquire();
    std::thread([url] {
      fetch(url);
      Gate.release();
    }).detach();
    // BOUND: [[#@LINE-4]]: unbounded-spawn-in-loop[above-budget] the bound lets 16 run at once, more than the budget of 8
  }
}

void plainCount(int items) {
  for (int i = 0; i < items; ++i)
    std::thread(work, i).detach();
  // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[unknown-bound]
}

#define TEST(suite, name) void suite##_##name()
TEST(Fetch, ManyAtOnce) {
  std::vector<std::string> urls(50);
  for (const std::string &url : urls)
    std::thread(fetch, url).detach();
  // TESTS: [[#@LINE-1]]: unbounded-spawn-in-loop[fixed]
}

static void helperOfTheTest(const std::vector<std::string> &urls) {
  for (const std::string &url : urls)
    std::thread(fetch, url).detach();
  // TESTS: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}
TEST(Fetch, ThroughAHelper) { helperOfTheTest({}); }
