// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Coroutines that run once they are called, each library's through the header
// that says how they are written there. Where all are gathered, the gather is
// what is reported.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop,unlimited-gather %t-cobalt --notes --library=boost-cobalt --prefix=CHECK,COBALT
// RUN: %tidepool_test %s unbounded-spawn-in-loop,unlimited-gather %t-qcoro --notes --library=qcoro --prefix=CHECK,QCORO
// RUN: %tidepool_test %s unbounded-spawn-in-loop,unlimited-gather %t-strict --only=driver --library=boost-cobalt --prefix=STRICT --options='Level=strict'
// FLAGS: -std=c++20 -fPIC -isystem /usr/include/%multiarch/qt6 -isystem /usr/include/%multiarch/qt6/QtCore -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/qcoro6/QCoro
// CUTS: 4

#include <functional>
#include <string>
#include <utility>
#include <vector>

using Urls = std::vector<std::string>;
Coroutine receive(const std::string &url);
Coroutine fetch(const std::string &url) { co_await receive(url); }

void perItem(const Urls &urls) {
  for (const std::string &url : urls)
    LET_GO(fetch(url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a coroutine is started once per element of 'urls', with nothing bounding how many run at once
  // COBALT: note[bound it with a boost::cobalt::channel of as many places as may run at once
  // QCORO: note[bound it with batches of as many tasks as may run at once
  // STRICT: [[#@LINE-4]]: unbounded-spawn-in-loop[per-item]
}

// It may end before it ever waits.
void ofAnotherUnit(const Urls &urls) {
  for (const std::string &url : urls)
    LET_GO(receive(url));
  // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

#ifdef CANCELS
void droppedAndSoStopped(const Urls &urls) {
  for (const std::string &url : urls)
    (void)fetch(url);
}
#endif

Coroutine collected(const Urls &urls) {
  std::vector<Coroutine> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // CHECK: note[bound it with
  // STRICT: [[#@LINE-3]]: unbounded-spawn-in-loop[per-item]
  for (Coroutine &task : tasks)
    co_await std::move(task);
}

#ifdef GATHER
Coroutine gathered(const Urls &urls) {
  std::vector<Coroutine> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  co_await GATHER(tasks);
  // COBALT: [[#@LINE-1]]: unlimited-gather[dynamic]
  // COBALT: note[bound it with
  // STRICT: [[#@LINE-3]]: unlimited-gather[dynamic]
}
#endif

Coroutine oneAfterTheOther(const Urls &urls) {
  for (const std::string &url : urls)
    co_await fetch(url);
}

Coroutine awaitedInTheTurn(const Urls &urls) {
  for (const std::string &url : urls) {
    Coroutine task = fetch(url);
    co_await task;
  }
}

Coroutine inBatches(const Urls &urls) {
  std::vector<Coroutine> tasks;
  for (const std::string &url : urls) {
    tasks.push_back(fetch(url));
    if (tasks.size() == 8) {
      for (Coroutine &task : tasks)
        co_await std::move(task);
      tasks.clear();
    }
  }
}

void four(const Urls &urls) {
  for (int i = 0; i < 4; ++i)
    LET_GO(fetch(urls[i]));
}

void keep(Coroutine task);
void handedOn(const Urls &urls) {
  for (const std::string &url : urls)
    keep(fetch(url));
}

// What hands on a task starts none.
void handsOn(const Urls &urls, std::vector<Coroutine> &tasks,
             std::vector<Coroutine> &others,
             const std::function<Coroutine(const std::string &)> &any) {
  for (Coroutine &task : tasks)
    others.push_back(std::move(task));
  for (const std::string &url : urls)
    LET_GO(any(url));
}
