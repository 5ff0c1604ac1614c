// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Boost.Thread: threads, groups of them, futures, executors.
//
// FLAGS: -std=c++17 -DBOOST_THREAD_VERSION=5 -fdelayed-template-parsing
// CUTS: 3
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-strict --only=driver --prefix=STRICT --options='Level=strict'

#include <boost/thread/condition_variable.hpp>
#include <boost/thread/executors/basic_thread_pool.hpp>
#include <boost/thread/executors/loop_executor.hpp>
#include <boost/thread/executors/thread_executor.hpp>
#include <boost/thread/future.hpp>
#include <boost/thread/latch.hpp>
#include <boost/thread/mutex.hpp>
#include <boost/thread/scoped_thread.hpp>
#include <boost/thread/thread.hpp>
#include <string>
#include <sys/socket.h>
#include <vector>

using Urls = std::vector<std::string>;
void fetch(const std::string &url);
void serve(int client);

// One per item.

void threadPerItem(const Urls &urls) {
  for (const std::string &url : urls)
    boost::thread(fetch, url).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
}

void groupJoinedAfterTheLoop(const Urls &urls) {
  boost::thread_group group;
  for (const std::string &url : urls)
    group.create_thread([&] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
  group.join_all();
}

void scopedThreadsInAContainer(const Urls &urls) {
  std::vector<boost::scoped_thread<>> threads;
  for (const std::string &url : urls)
    threads.emplace_back(fetch, url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
}

void futuresAwaitedAfterTheLoop(const Urls &urls) {
  std::vector<boost::future<void>> pages;
  for (const std::string &url : urls)
    pages.push_back(boost::async(boost::launch::async, fetch, url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
  boost::wait_for_all(pages.begin(), pages.end());
}

void executorThatStartsAThreadForEach(const Urls &urls) {
  boost::thread_executor executor;
  for (const std::string &url : urls)
    executor.submit([url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
}

#define IN_BACKGROUND(Work) boost::thread(Work).detach()
void threadPerItemByAMacro(const Urls &urls) {
  for (const std::string &url : urls)
    IN_BACKGROUND([url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
}

template <typename Items> void threadPerItemOfATemplate(const Items &items) {
  for (const auto &item : items)
    boost::thread(fetch, item).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
}
template void threadPerItemOfATemplate(const Urls &);

void threadPerConnection(int listener) {
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    boost::thread(serve, client).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[accepted-connection]
  }
}

void fixedNumberAboveBudget(const std::string &url) {
  boost::thread_group group;
  for (int i = 0; i < 64; ++i)
    group.create_thread([&] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[fixed] a thread is started 64 times
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[fixed]
}

// Bounded.

void joinedInTheSameTurn(const Urls &urls) {
  for (const std::string &url : urls) {
    boost::thread one(fetch, url);
    one.join();
    boost::scoped_thread<> two(fetch, url);
    boost::async(fetch, url).get();
  }
}

void taskThatRunsWhereItIsAwaited(const Urls &urls) {
  std::vector<boost::future<void>> pages;
  for (const std::string &url : urls)
    pages.push_back(boost::async(boost::launch::deferred, fetch, url));
}

void batchOfThreads(const Urls &urls) {
  std::vector<boost::thread> batch;
  for (const std::string &url : urls) {
    batch.emplace_back(fetch, url);
    if (batch.size() == 8) {
      for (boost::thread &thread : batch)
        thread.join();
      batch.clear();
    }
  }
}

void batchOfFutures(const Urls &urls) {
  std::vector<boost::future<void>> batch;
  for (const std::string &url : urls) {
    batch.push_back(boost::async(fetch, url));
    if (batch.size() == 8) {
      boost::wait_for_all(batch.begin(), batch.end());
      batch.clear();
    }
  }
}

void groupOfEachTurn(const std::vector<Urls> &pairs) {
  for (const Urls &pair : pairs) {
    boost::thread_group group;
    group.create_thread([&] { fetch(pair[0]); });
    group.create_thread([&] { fetch(pair[1]); });
    group.join_all();
  }
}

void latchOfEachTurn(const Urls &urls) {
  for (const std::string &url : urls) {
    boost::latch done(1);
    boost::thread([&] {
      fetch(url);
      done.count_down();
    }).detach();
    done.wait();
  }
}

boost::mutex Mutex;
boost::condition_variable Changed;
int Running = 0;

void counted(const std::string &url) {
  fetch(url);
  boost::lock_guard<boost::mutex> lock(Mutex);
  --Running;
  Changed.notify_one();
}

void waitsWhileTooManyRun(const Urls &urls) {
  for (const std::string &url : urls) {
    boost::unique_lock<boost::mutex> lock(Mutex);
    while (Running >= 8)
      Changed.wait(lock);
    ++Running;
    boost::thread(counted, url).detach();
  }
}

void connectionsWhileFewRun(int listener) {
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    boost::unique_lock<boost::mutex> lock(Mutex);
    Changed.wait(lock, [] { return Running < 8; });
    ++Running;
    boost::thread([client] {
      serve(client);
      boost::lock_guard<boost::mutex> end(Mutex);
      --Running;
      Changed.notify_one();
    }).detach();
  }
}

void asManyAsCores(const std::string &url) {
  boost::thread_group group;
  for (unsigned i = 0; i < boost::thread::hardware_concurrency(); ++i)
    group.create_thread([&] { fetch(url); });
  for (unsigned i = 0; i < boost::thread::physical_concurrency(); ++i)
    group.create_thread([&] { fetch(url); });
  group.join_all();
}

// Executors.

void pooledPerItem(boost::basic_thread_pool &pool, const Urls &urls) {
  for (const std::string &url : urls)
    pool.submit([url] { fetch(url); });
  // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
}

void pooledForEver(boost::basic_thread_pool &pool, int listener) {
  for (std::string url;; url += "/") {
    boost::async(pool, [url] { fetch(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[pooled-per-request]
  }
}

void pooledPerItemOfAThread(boost::basic_thread_pool &pool, const Urls &urls) {
  boost::thread([&] {
    for (const std::string &url : urls)
      pool.submit([url] { fetch(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[pooled-per-request]
  }).join();
}

void eachAwaitedInItsTurn(boost::basic_thread_pool &pool, const Urls &urls) {
  for (const std::string &url : urls)
    boost::async(pool, [url] { fetch(url); }).get();
}

void poolOfEachTurn(const Urls &urls) {
  for (const std::string &url : urls) {
    boost::basic_thread_pool pool(2);
    pool.submit([url] { fetch(url); });
    pool.close();
    pool.join();
  }
}

void executorThatRunsOneAfterTheOther(boost::loop_executor &loop,
                                      const Urls &urls) {
  for (const std::string &url : urls) {
    loop.submit([url] { fetch(url); });
    boost::async(loop, [url] { fetch(url); });
  }
}
