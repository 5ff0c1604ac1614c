// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pools with a thread for each item of the input, and what only looks like it.
//
// RUN: %tidepool_test %s oversized-pool %t
// FLAGS: -std=c++20 -pthread
// OPTIONS: ShowExcused=on

#include <Poco/ThreadPool.h>
#include <algorithm>
#include <array>
#include <asio/thread_pool.hpp>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

using asio::thread_pool;
using Strings = std::vector<std::string>;

bool pop(int &job);
void process(int job);
Strings load();

// The input decides

void asManyAsItems(const Strings &urls) {
  // CHECK: [[#@LINE+1]]: oversized-pool[per-item] a pool gets threads for work of unknown kind, one per element of 'urls': the input decides how many
  thread_pool pool(urls.size());
}

void oneMore(const Strings &urls) {
  // CHECK: [[#@LINE+1]]: oversized-pool[per-item]
  thread_pool pool(urls.size() + 1);
}

void atLeastOne(const Strings &urls) {
  // CHECK: [[#@LINE+1]]: oversized-pool[per-item]
  thread_pool pool(std::max<std::size_t>(1, urls.size()));
}

void throughAVariable(const Strings &urls) {
  const auto count = urls.size();
  // CHECK: [[#@LINE+1]]: oversized-pool[per-item]
  thread_pool pool(count);
}

static void start(unsigned size) { thread_pool pool(size); }
void throughAFunction(const Strings &urls) {
  // CHECK: [[#@LINE+1]]: oversized-pool[per-item]
  start(urls.size());
}

void linesOfAFile() {
  Strings lines;
  std::ifstream in("urls");
  for (std::string line; std::getline(in, line);)
    lines.push_back(line);
  // CHECK: [[#@LINE+1]]: oversized-pool[per-item] {{.*}}'lines'
  thread_pool pool(lines.size());
}

void thoseThatCount(const Strings &urls) {
  Strings some;
  for (const std::string &url : urls)
    if (!url.empty())
      some.push_back(url);
  // CHECK: [[#@LINE+1]]: oversized-pool[per-item] {{.*}}'urls'
  thread_pool pool(some.size());
}

void maximum(const Strings &urls) {
  // CHECK: [[#@LINE+1]]: oversized-pool[per-item]
  Poco::ThreadPool pool(2, urls.size());
}

template <typename Item> void ofATemplate(const std::vector<Item> &items) {
  // CHECK: [[#@LINE+1]]: oversized-pool[per-item]
  thread_pool pool(items.size());
}
void instantiates(const Strings &urls) { ofATemplate(urls); }

void ofALambda(const Strings &urls) {
  // CHECK: [[#@LINE+1]]: oversized-pool[per-item]
  [&] { thread_pool pool(urls.size()); }();
}

class Workers {
public:
  explicit Workers(unsigned size) {
    for (unsigned i = 0; i < size; ++i)
      threads.emplace_back([] {
        int job;
        while (pop(job))
          process(job);
      });
  }

private:
  std::vector<std::jthread> threads;
};
void ofItsOwnClass(const Strings &urls) {
  // CHECK: [[#@LINE+1]]: oversized-pool[per-item]
  Workers workers(urls.size());
}

#define POOL_OF(items) thread_pool pool((items).size())
void ofAMacro(const Strings &urls) {
  // CHECK: [[#@LINE+1]]: oversized-pool[per-item]
  POOL_OF(urls);
}

// Something else does

void notMoreThanANumber(const Strings &urls) {
  // CHECK: [[#@LINE+1]]: excused[at most 8 are within
  thread_pool pool(std::min<std::size_t>(urls.size(), 8));
}

void notMoreThanCores(const Strings &urls) {
  // CHECK: [[#@LINE+1]]: excused[the size is chosen outside
  thread_pool pool(
      std::min<std::size_t>(urls.size(), std::thread::hardware_concurrency()));
}

void cutBefore(Strings urls) {
  if (urls.size() > 8)
    urls.resize(8);
  // CHECK: [[#@LINE+1]]: excused[at most 8
  thread_pool pool(urls.size());
}

void thoseOfAList() {
  const Strings hosts = {"one", "other"};
  // CHECK: [[#@LINE+1]]: excused[at most 2
  thread_pool pool(hosts.size());
}

void thoseOfAnArray(const std::array<int, 4> &parts) {
  // CHECK: [[#@LINE+1]]: excused[at most 4
  thread_pool pool(parts.size());
}

void whatACallReturns() {
  const Strings shards = load();
  // CHECK: [[#@LINE+1]]: unknown[
  thread_pool pool(shards.size());
}

class Store {
  Strings shards;
  void open() {
    // CHECK: [[#@LINE+1]]: unknown[
    thread_pool pool(shards.size());
  }
};
