// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Another name for a container, a limiter or a count changes nothing; a
// reference to an element and a pointer that is set again are no other names.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t

#include <future>
#include <semaphore>
#include <string>
#include <thread>
#include <vector>

using Strings = std::vector<std::string>;
void fetch(const std::string &);
void work(int);

void drainedByAnotherName(const Strings &urls) {
  std::vector<std::thread> threads;
  for (const std::string &url : urls) {
    auto &started = threads;
    started.emplace_back(fetch, url);
    if (threads.size() >= 8) {
      for (std::thread &thread : threads)
        thread.join();
      threads.clear();
    }
  }
}

void drainedByAnAliasOfAnAlias(const Strings &urls) {
  std::vector<std::thread> threads;
  auto &first = threads;
  auto &second = first;
  for (const std::string &url : urls) {
    threads.emplace_back(fetch, url);
    if (first.size() >= 8) {
      for (std::thread &thread : second)
        thread.join();
      second.clear();
    }
  }
}

void drainedThroughAPointer(const Strings &urls) {
  std::vector<std::thread> threads;
  std::vector<std::thread> *const started = &threads;
  for (const std::string &url : urls) {
    started->emplace_back(fetch, url);
    if (threads.size() >= 8) {
      for (std::thread &thread : threads)
        thread.join();
      threads.clear();
    }
  }
}

void drainedAboveTheBudget(const Strings &urls) {
  std::vector<std::thread> threads;
  for (const std::string &url : urls) {
    auto &started = threads;
    started.emplace_back(fetch, url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[above-budget]
    if (threads.size() >= 400) {
      for (std::thread &thread : threads)
        thread.join();
      threads.clear();
    }
  }
}

void otherNameOfAnother(const Strings &urls) {
  std::vector<std::thread> threads, others;
  auto &started = threads;
  for (const std::string &url : urls) {
    started.emplace_back(fetch, url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    for (std::thread &thread : others)
      thread.join();
  }
}

struct Pool {
  void runAll(const Strings &urls) {
    auto &started = threads;
    for (const std::string &url : urls) {
      started.emplace_back(fetch, url);
      if (threads.size() >= 8) {
        for (std::thread &thread : threads)
          thread.join();
        threads.clear();
      }
    }
  }
  std::vector<std::thread> threads;
};

std::counting_semaphore<16> Gate(16);
void acquiredByAnotherName(const Strings &urls) {
  auto &gate = Gate;
  for (const std::string &url : urls) {
    gate.acquire();
    std::thread([url] {
      fetch(url);
      Gate.release();
    }).detach();
  }
}

void givenBackInTheTurnByAnotherName(const Strings &urls) {
  auto &gate = Gate;
  for (const std::string &url : urls) {
    Gate.acquire();
    std::thread(fetch, url).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-freed-early]
    gate.release();
  }
}

// It may point to those that nobody waits for.
void pointerThatIsSetAgain(const Strings &urls, bool second) {
  std::vector<std::thread> threads, others;
  std::vector<std::thread> *started = &threads;
  if (second)
    started = &others;
  for (const std::string &url : urls) {
    started->emplace_back(fetch, url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    for (std::thread &thread : threads)
      thread.join();
    threads.clear();
  }
}
