// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Semaphores that bound threads, each through the header that says how it is
// written there.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-moodycamel --library=moodycamel
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-hpx --library=hpx
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-userver --library=userver
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-photon --library=photon
// CUTS: 2

#include <string>
#include <thread>
#include <vector>

using Urls = std::vector<std::string>;
void fetch(const std::string &url);

void without(const Urls &urls) {
  for (const std::string &url : urls)
    std::thread([&url] { fetch(url); }).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

void behindIt(const Urls &urls) {
  static Semaphore permits(8);
  for (const std::string &url : urls) {
    ACQUIRE(permits);
    std::thread([&url] {
      fetch(url);
      RELEASE(permits);
    }).detach();
  }
}

void refused(const Urls &urls) {
  static Semaphore permits(8);
  for (const std::string &url : urls) {
    if (!TRY(permits))
      break;
    std::thread([&url] {
      fetch(url);
      RELEASE(permits);
    }).detach();
  }
}

void tooWide(const Urls &urls) {
  static Semaphore permits(5000);
  for (const std::string &url : urls) {
    ACQUIRE(permits);
    std::thread([&url] {
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[above-budget] the bound lets 5000 run at once
      fetch(url);
      RELEASE(permits);
    }).detach();
  }
}

void givenBackBefore(const Urls &urls) {
  static Semaphore permits(8);
  for (const std::string &url : urls) {
    ACQUIRE(permits);
    std::thread([&url] { fetch(url); }).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-freed-early]
    RELEASE(permits);
  }
}

void takenInside(const Urls &urls) {
  static Semaphore permits(8);
  for (const std::string &url : urls)
    std::thread([&url] {
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-inside-task]
      ACQUIRE(permits);
      fetch(url);
      RELEASE(permits);
    }).detach();
}
