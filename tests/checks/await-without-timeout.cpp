// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Futures and joins of the standard library.
//
// RUN: %tidepool_test %s await-without-timeout %t
// RUN: %tidepool_test %s await-without-timeout %t --options=Level=strict --prefix=CHECK,STRICT
// FLAGS: -std=c++20 -pthread

#include <chrono>
#include <future>
#include <memory>
#include <thread>

using namespace std::chrono_literals;

int work();
std::future<int> fetch();

void toldToWaitForever() {
  std::future<int> answer = fetch();
  // CHECK: [[#@LINE+1]]: await-without-timeout[explicit-infinite]
  answer.wait_for(std::chrono::hours::max());
}

void ofUnknownOrigin() {
  // STRICT: [[#@LINE+1]]: await-without-timeout[unknown-future]
  fetch().get();
}

void ofUnknownOriginKept() {
  std::future<int> answer = fetch();
  // STRICT: [[#@LINE+1]]: await-without-timeout[unknown-future]
  answer.wait();
  answer.get();
}

void fromTheCaller(std::future<int> &answer) {
  // STRICT: [[#@LINE+1]]: await-without-timeout[unknown-future]
  answer.get();
}

void waitedForInTime() {
  std::future<int> answer = fetch();
  if (answer.wait_for(5s) != std::future_status::ready)
    return;
  answer.get();
}

void waitedForUntil(std::chrono::steady_clock::time_point end) {
  std::future<int> answer = fetch();
  if (answer.wait_until(end) == std::future_status::ready)
    answer.get();
}

void aVeryLongTime() {
  std::future<int> answer = fetch();
  // STRICT: [[#@LINE+1]]: await-without-timeout[long-timeout] {{.*}} 3600 seconds
  answer.wait_for(1h);
}

void ofWorkStartedHere() {
  std::future<int> one = std::async(std::launch::async, work);
  one.get();
  std::async(std::launch::async, work).get();
}

static std::future<int> start() { return std::async(std::launch::async, work); }

void ofWorkStartedByAHelper() {
  auto one = start();
  one.get();
}

void joinOfAThread() {
  std::thread one(work);
  one.join();
}

class Owner {
public:
  ~Owner() {
    if (answer.valid())
      answer.get();
  }
  void stop() { answer.wait(); }

private:
  std::future<int> answer;
};
