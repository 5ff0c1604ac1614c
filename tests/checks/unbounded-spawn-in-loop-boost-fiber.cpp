// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Boost.Fiber: fibers cost less than threads, and no less is bounded by them.
//
// FLAGS: -std=c++20
// CUTS: 3
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-strict --only=driver --prefix=STRICT --options='Level=strict'

#include <boost/fiber/buffered_channel.hpp>
#include <boost/fiber/condition_variable.hpp>
#include <boost/fiber/fiber.hpp>
#include <boost/fiber/future.hpp>
#include <boost/fiber/mutex.hpp>
#include <mutex>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <vector>

namespace fibers = boost::fibers;
using Urls = std::vector<std::string>;
using Places = fibers::buffered_channel<int>;

void fetch(const std::string &url);
void serve(int client);

void fiberPerItem(const Urls &urls) {
  for (const std::string &url : urls)
    fibers::fiber(fetch, url).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a coroutine is started once per element of 'urls'
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
}

void futuresAwaitedAfterTheLoop(const Urls &urls) {
  std::vector<fibers::future<void>> pages;
  for (const std::string &url : urls)
    pages.push_back(fibers::async(fibers::launch::post, fetch, url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
  for (fibers::future<void> &page : pages)
    page.wait();
}

void fiberPerItemInAThread(const Urls &urls) {
  std::thread([&] {
    std::vector<fibers::fiber> all;
    for (const std::string &url : urls)
      all.emplace_back(fibers::launch::dispatch, [&] { fetch(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
    for (fibers::fiber &one : all)
      one.join();
  }).join();
}

#define IN_A_FIBER(...) fibers::fiber(__VA_ARGS__).detach()
void fiberPerItemByAMacro(const Urls &urls) {
  for (const std::string &url : urls)
    IN_A_FIBER(fetch, url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
}

void fiberPerItemOfAQueue(fibers::buffered_channel<std::string> &queue) {
  std::string url;
  while (queue.pop(url) == fibers::channel_op_status::success)
    fibers::fiber(fetch, url).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a coroutine is started once per item
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
}

void fiberPerConnection(int listener) {
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    fibers::fiber(serve, client).detach();
    // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[task-per-connection]
  }
}

void eachJoinedInItsTurn(const Urls &urls) {
  for (const std::string &url : urls) {
    fibers::fiber one(fetch, url);
    one.join();
    fibers::async(fetch, url).get();
  }
}

void batchOfFutures(const Urls &urls) {
  std::vector<fibers::future<void>> batch;
  for (const std::string &url : urls) {
    batch.push_back(fibers::async(fetch, url));
    if (batch.size() == 8) {
      for (fibers::future<void> &page : batch)
        page.get();
      batch.clear();
    }
  }
}

void placeTakenBeforeEach(const Urls &urls) {
  Places places(8);
  for (const std::string &url : urls) {
    places.push(1);
    fibers::fiber([&places, url] {
      fetch(url);
      places.value_pop();
    }).detach();
  }
}

void refusedWhereNoPlaceIsFree(const Urls &urls, Places &places) {
  for (const std::string &url : urls) {
    if (places.try_push(1) != fibers::channel_op_status::success)
      continue;
    fibers::fiber([&places, url] {
      fetch(url);
      places.value_pop();
    }).detach();
  }
}

void refusalTurnedRound(const Urls &urls, Places &places) {
  for (const std::string &url : urls) {
    if (places.try_push(1) == fibers::channel_op_status::success)
      continue;
    fibers::fiber(fetch, url).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
  }
}

void tooManyPlaces(const Urls &urls) {
  Places places(2048);
  for (const std::string &url : urls) {
    places.push(1);
    fibers::fiber([&places, url] {
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[above-budget] the bound lets 2048 run at once
      // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[above-budget]
      fetch(url);
      places.value_pop();
    }).detach();
  }
}

void placeFreedInTheSameTurn(const Urls &urls, Places &places) {
  for (const std::string &url : urls) {
    places.push(1);
    fibers::fiber(fetch, url).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-freed-early]
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[permit-freed-early]
    places.value_pop();
  }
}

void placeTakenByTheFiber(const Urls &urls, Places &places) {
  for (const std::string &url : urls)
    fibers::fiber([&places, url] {
      places.push(1);
      fetch(url);
      places.value_pop();
    }).detach();
}

fibers::mutex Mutex;
fibers::condition_variable Changed;
int Running = 0;

void waitsWhileTooManyRun(int listener) {
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    std::unique_lock<fibers::mutex> lock(Mutex);
    Changed.wait(lock, [] { return Running < 32; });
    ++Running;
    fibers::fiber([client] {
      serve(client);
      std::lock_guard<fibers::mutex> end(Mutex);
      --Running;
      Changed.notify_one();
    }).detach();
  }
}

void workers(fibers::buffered_channel<std::string> &queue, int count) {
  std::vector<fibers::fiber> all;
  for (int i = 0; i < count; ++i)
    all.emplace_back([&queue] {
      std::string url;
      while (queue.pop(url) == fibers::channel_op_status::success)
        fetch(url);
    });
}
