// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The one mechanical rewrite: the guard that holds the permit moves into the
// task. It changes when the permit is given back, so it stands on a note.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --fix

#include <semaphore>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using Strings = std::vector<std::string>;
void fetch(const std::string &);

std::counting_semaphore<8> Gate(8);
struct Permit {
  Permit() : held(true) { Gate.acquire(); }
  Permit(Permit &&other) : held(std::exchange(other.held, false)) {}
  ~Permit() {
    if (held)
      Gate.release();
  }
  bool held;
};

void withOtherCaptures(const Strings &urls) {
  for (const std::string &url : urls) {
    Permit permit;
    std::thread([url] { fetch(url); }).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-freed-early]
    // FIXED: std::thread([url, permit = std::move(permit)] { fetch(url); }).detach();
  }
}

void withNoCapture(const Strings &urls) {
  for (const std::string &url : urls) {
    Permit held;
    std::thread([](std::string url) { fetch(url); }, url).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-freed-early]
    // FIXED: std::thread([held = std::move(held)](std::string url) { fetch(url); }, url).detach();
  }
}

void withADefaultCapture(const Strings &urls) {
  for (const std::string &url : urls) {
    Permit permit;
    std::thread([=] { fetch(url); }).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-freed-early]
    // FIXED: std::thread([=, permit = std::move(permit)] { fetch(url); }).detach();
  }
}
