// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions that only hand on to a gather: their callers are asked, who know
// what the range holds.
//
// RUN: %tidepool_test %s unlimited-gather %t
// RUN: %tidepool_test %s unlimited-gather %t-excused --only=driver --prefix=EXCUSED --options=ShowExcused=on
// RUN: %tidepool_test %s unlimited-gather %t-off --only=driver --prefix=OFF --options=Wrappers=off

//--- wrappers.cpp
#include <string>
#include <utility>
#include <vector>

namespace house {
struct task {};
void wait_all(std::vector<task> tasks);
void wait_all(std::vector<task> tasks, unsigned limit);
template <typename... T> void wait_each(T... tasks) {}
} // namespace house

house::task fetch(const std::string &url);
using Strings = std::vector<std::string>;
using Tasks = std::vector<house::task>;

static void finish(Tasks tasks) {
  house::wait_all(std::move(tasks));
  // EXCUSED: [[#@LINE-1]]: excused[it is all that the function around it does, whose callers are asked]
  // OFF: [[#@LINE-2]]: unlimited-gather[dynamic] 'house::wait_all'
}

void wrapped(const Strings &urls) {
  Tasks tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  finish(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] 'finish' waits for a task per element of 'urls', all started at once with nothing bounding how many run
  // EXCUSED: [[#@LINE-2]]: unlimited-gather[dynamic]
}

static void finishSome(Tasks tasks, unsigned limit) {
  house::wait_all(std::move(tasks), limit);
  // EXCUSED: [[#@LINE-1]]: excused[it is all that the function around it does, whose callers are asked]
  // OFF: [[#@LINE-2]]: unlimited-gather[above-budget] 'house::wait_all' lets 5000
}

void wrappedAndBounded(const Strings &urls) {
  Tasks tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  finishSome(std::move(tasks), 8);
  // EXCUSED: [[#@LINE-1]]: excused[at most 8 run at once]
}

void wrappedAndBoundedTooHigh(const Strings &urls) {
  Tasks tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  finishSome(std::move(tasks), 5000);
  // CHECK: [[#@LINE-1]]: unlimited-gather[above-budget] 'finishSome' lets 5000 tasks run at once, more than the budget of 100
  // EXCUSED: [[#@LINE-2]]: unlimited-gather[above-budget]
}

void fewTasks(const std::string &url) {
  finish({fetch(url), fetch(url)});
  // EXCUSED: [[#@LINE-1]]: {{(excused|unknown)}}[{{.*}}]
}

// It makes the tasks itself.
static void finishOf(const Strings &urls) {
  Tasks tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  house::wait_all(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] 'house::wait_all'
  // EXCUSED: [[#@LINE-2]]: unlimited-gather[dynamic]
  // OFF: [[#@LINE-3]]: unlimited-gather[dynamic]
}

void callsIt(const Strings &urls) { finishOf(urls); }

// clang-format off
//--- .tidepool.yaml
version: 1
libraries:
  - name: house
    gather:
      - {function: 'house::wait_all', min-arguments: 2, range: 0, limit: 1}
      - {function: 'house::wait_all', range: 0, counterpart: house::wait_all with a limit}
      - {function: 'house::wait_each', first: 0, counterpart: house::wait_all with a limit}
