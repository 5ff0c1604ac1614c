// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// KJ: threads, and promises that a set keeps.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --notes
// FLAGS: -std=c++17
// CUTS: 4

#include <kj/async.h>
#include <kj/thread.h>
#include <string>
#include <vector>

using Urls = std::vector<std::string>;
void fetch(const std::string &url);
kj::Promise<void> start(const std::string &url);

void threads(const Urls &urls) {
  std::vector<kj::Own<kj::Thread>> threads;
  for (const std::string &url : urls)
    threads.push_back(kj::heap<kj::Thread>([&url] { fetch(url); }));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
  // CHECK: note[in this loop
  // CHECK: note[bound it with a fixed number of kj::Thread
}

// The destructor waits for it.
void oneAfterTheOther(const Urls &urls) {
  for (const std::string &url : urls)
    kj::Thread thread([&url] { fetch(url); });
}

void fourThreads(const Urls &urls) {
  std::vector<kj::Own<kj::Thread>> threads;
  for (int i = 0; i < 4; ++i)
    threads.push_back(kj::heap<kj::Thread>([&urls] { fetch(urls[0]); }));
}

void inASet(kj::TaskSet &tasks, const Urls &urls) {
  for (const std::string &url : urls)
    tasks.add(start(url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a coroutine is started once per element of 'urls'
  // CHECK: note[in this loop
  // CHECK: note[bound it with a count of what is in the kj::TaskSet
}

void twoInASet(kj::TaskSet &tasks) {
  for (const char *url : {"a", "b"})
    tasks.add(start(url));
}
