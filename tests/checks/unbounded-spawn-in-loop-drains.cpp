// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Loops that wait for what they start: one by one, by batches, by a window.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t

#include <algorithm>
#include <atomic>
#include <chrono>
#include <deque>
#include <future>
#include <latch>
#include <string>
#include <thread>
#include <vector>

using Strings = std::vector<std::string>;
using Threads = std::vector<std::thread>;
using Futures = std::vector<std::future<void>>;
void fetch(const std::string &);
void work(int);

void joinedInTheSameTurn(const Strings &urls) {
  for (const std::string &url : urls) {
    std::thread thread(fetch, url);
    thread.join();
  }
}

void waitedForWhereItStarts(const Strings &urls) {
  for (const std::string &url : urls)
    std::async(std::launch::async, fetch, url).get();
}

void futureThatEndsWithTheTurn(const Strings &urls) {
  for (const std::string &url : urls)
    std::future<void> done = std::async(std::launch::async, fetch, url);
}

void droppedFutureBlocks(const Strings &urls) {
  for (const std::string &url : urls)
    (void)std::async(std::launch::async, fetch, url);
}

void jthreadThatEndsWithTheTurn(const Strings &urls) {
  for (const std::string &url : urls)
    std::jthread thread(fetch, url);
}

void detachedInTheSameTurn(const Strings &urls) {
  for (const std::string &url : urls) {
    std::thread thread(fetch, url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    thread.detach();
  }
}

void oneVariableForAll(const std::atomic<bool> &running) {
  std::thread worker;
  while (running) {
    if (worker.joinable())
      worker.join();
    worker = std::thread(work, 1);
  }
}

void batchWhenFull(const Strings &urls) {
  Threads threads;
  for (const std::string &url : urls) {
    threads.emplace_back(fetch, url);
    if (threads.size() >= 8) {
      for (std::thread &thread : threads)
        thread.join();
      threads.clear();
    }
  }
}

void startIn(Threads &threads, const std::string &url) {
  threads.emplace_back(fetch, url);
}

void batchWhoseTasksAHelperStarts(const Strings &urls) {
  Threads threads;
  for (const std::string &url : urls) {
    startIn(threads, url);
    if (threads.size() >= 8) {
      for (std::thread &thread : threads)
        thread.join();
      threads.clear();
    }
  }
}

void helperWhoseTasksNobodyAwaits(const Strings &urls, Threads &others) {
  Threads threads;
  for (const std::string &url : urls) {
    startIn(threads, url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    if (others.size() >= 8) {
      for (std::thread &thread : others)
        thread.join();
      others.clear();
    }
  }
}

void batchByModulo(const Strings &urls) {
  Threads threads;
  int count = 0;
  for (const std::string &url : urls) {
    threads.emplace_back(fetch, url);
    if (++count % 16 == 0) {
      for (std::thread &thread : threads)
        thread.join();
      threads.clear();
    }
  }
}

void batchAboveBudget(const Strings &urls) {
  Threads threads;
  for (const std::string &url : urls) {
    threads.emplace_back(fetch, url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[above-budget] the bound lets 2000 run at once
    if (threads.size() == 2000) {
      for (std::thread &thread : threads)
        thread.join();
      threads.clear();
    }
  }
}

void batchOfJoiningThreads(const Strings &urls) {
  std::vector<std::jthread> threads;
  for (const std::string &url : urls) {
    threads.emplace_back(fetch, url);
    if (threads.size() >= 8)
      threads.clear();
  }
}

void slidingWindow(const Strings &urls) {
  std::deque<std::future<void>> window;
  for (const std::string &url : urls) {
    if (window.size() >= 8) {
      window.front().get();
      window.pop_front();
    }
    window.push_back(std::async(std::launch::async, fetch, url));
  }
}

static void joinAll(Threads &threads) {
  for (std::thread &thread : threads)
    thread.join();
  threads.clear();
}
void drainedByAHelper(const Strings &urls) {
  Threads threads;
  for (const std::string &url : urls) {
    threads.emplace_back(fetch, url);
    if (threads.size() >= 8)
      joinAll(threads);
  }
}

void joinUnseen(Threads &threads);
void handedToCodeThatIsNotSeen(const Strings &urls) {
  Threads threads;
  for (const std::string &url : urls) {
    threads.emplace_back(fetch, url);
    joinUnseen(threads);
  }
}

void joinedAfterTheLoopIsTooLate(const Strings &urls) {
  Threads threads;
  for (const std::string &url : urls)
    threads.emplace_back(fetch, url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  joinAll(threads);
}

void chunksOfTheInput(const Strings &urls) {
  for (std::size_t begin = 0; begin < urls.size(); begin += 8) {
    std::size_t end = std::min(begin + 8, urls.size());
    Threads threads;
    for (std::size_t i = begin; i < end; ++i)
      threads.emplace_back(fetch, urls[i]);
    for (std::thread &thread : threads)
      thread.join();
  }
}

void chunksJoinedByDestruction(const Strings &urls) {
  for (std::size_t begin = 0; begin < urls.size(); begin += 8) {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < 8 && begin + i < urls.size(); ++i)
      threads.emplace_back(fetch, urls[begin + i]);
  }
}

void roundsOfALatch() {
  for (int round = 0; round < 100; ++round) {
    std::latch done(4);
    for (int i = 0; i < 4; ++i)
      std::thread([&done] {
        work(1);
        done.count_down();
      }).detach();
    done.wait();
  }
}

void roundsWithoutAWait() {
  for (int round = 0; round < 100; ++round)
    for (int i = 0; i < 4; ++i)
      std::thread(work, i).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[fixed] a thread is started 100 x 4 = 400 times
}

std::future<void> begin(const std::string &url) {
  return std::async(std::launch::async, fetch, url);
}
void waitedForByTheCallerOfAFactory(const Strings &urls) {
  for (const std::string &url : urls)
    begin(url).get();
  for (const std::string &url : urls) {
    std::future<void> done = begin(url);
    done.wait();
  }
}

void retried() {
  for (;;) {
    std::future<void> attempt = std::async(std::launch::async, work, 1);
    if (attempt.wait_for(std::chrono::seconds(1)) == std::future_status::ready)
      break;
  }
}
