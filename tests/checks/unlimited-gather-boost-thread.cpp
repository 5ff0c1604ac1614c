// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Boost.Thread: futures of functions that are not in view. What boost::async
// starts in a loop is judged where it is started, and here not again.
//
// FLAGS: -std=c++17 -DBOOST_THREAD_VERSION=5 -fdelayed-template-parsing
// CUTS: 3
// RUN: %tidepool_test %s unlimited-gather,unbounded-spawn-in-loop %t

#include <boost/range/irange.hpp>
#include <boost/thread/future.hpp>
#include <string>
#include <vector>

using Urls = std::vector<std::string>;
boost::future<int> fetch(const std::string &url);
int load(const std::string &url);

void plain(const Urls &urls) {
  std::vector<boost::future<int>> futures;
  for (const std::string &url : urls)
    futures.push_back(fetch(url));
  boost::wait_for_all(futures.begin(), futures.end());
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] 'boost::wait_for_all' waits for a task per element of 'urls'
}

void whenAll(const Urls &urls) {
  std::vector<boost::future<int>> futures;
  for (const std::string &url : urls)
    futures.push_back(fetch(url));
  auto all = boost::when_all(futures.begin(), futures.end());
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] 'boost::when_all' waits
}

void two() {
  boost::future<int> one = fetch("a"), two = fetch("b");
  boost::wait_for_all(one, two);
}

void startedOneByOne(const Urls &urls) {
  std::vector<boost::future<int>> futures;
  for (const std::string &url : urls)
    futures.push_back(
        boost::async(boost::launch::async, [&url] { return load(url); }));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  boost::wait_for_all(futures.begin(), futures.end());
}

static boost::future<int> start(const std::string &url) {
  return boost::async(boost::launch::async, [&url] { return load(url); });
}

void startedByAHelper(const Urls &urls) {
  std::vector<boost::future<int>> futures;
  for (const std::string &url : urls)
    futures.push_back(start(url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  boost::wait_for_all(futures.begin(), futures.end());
}

// Written by hand: no gather at all.
void waitedOneByOne(const Urls &urls) {
  std::vector<boost::future<int>> futures;
  for (const std::string &url : urls)
    futures.push_back(
        boost::async(boost::launch::async, [&url] { return load(url); }));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  for (boost::future<int> &future : futures)
    future.get();
}

void inBatches(const Urls &urls) {
  std::vector<boost::future<int>> futures;
  for (const std::string &url : urls) {
    futures.push_back(fetch(url));
    if (futures.size() >= 8) {
      boost::wait_for_all(futures.begin(), futures.end());
      futures.clear();
    }
  }
  boost::wait_for_all(futures.begin(), futures.end());
}

void fewOfARangeOfNumbers(const Urls &urls) {
  std::vector<boost::future<int>> futures;
  for (int i : boost::irange(0, 4))
    futures.push_back(fetch(urls[i]));
  boost::wait_for_all(futures.begin(), futures.end());
}

void manyOfARangeOfNumbers(const Urls &urls) {
  std::vector<boost::future<int>> futures;
  for (int i : boost::irange(0, 400))
    futures.push_back(fetch(urls[i]));
  boost::wait_for_all(futures.begin(), futures.end());
  // CHECK: [[#@LINE-1]]: unlimited-gather[fixed] {{.*}}400
}
