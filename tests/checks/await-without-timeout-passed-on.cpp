// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A deadline or stop token in scope that a wait does not get.
//
// FLAGS: -std=c++20 -pthread
// RUN: %tidepool_test %s await-without-timeout %t

#include <chrono>
#include <condition_variable>
#include <future>
#include <iostream>
#include <mutex>
#include <semaphore>
#include <stop_token>
#include <thread>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using Timeout = std::chrono::milliseconds;

std::future<int> request(int number);
void log(std::chrono::milliseconds time);

struct Queue {
  std::mutex mutex;
  std::condition_variable_any changed;
  std::condition_variable filled;
  bool ready = false;
};

// Tokens.

void tokenNotPassedOn(Queue &queue, std::stop_token stop) {
  std::unique_lock lock(queue.mutex);
  // CHECK: [[#@LINE+1]]: await-without-timeout[not-passed-on] {{.*}} 'stop'
  queue.changed.wait(lock, [&] { return queue.ready; });
}

// There is no overload with a token and no predicate.
void tokenNotPassedOnWithoutPredicate(Queue &queue, std::stop_token stop) {
  std::unique_lock lock(queue.mutex);
  while (!queue.ready)
    // CHECK: [[#@LINE+1]]: await-without-timeout[not-passed-on] {{.*}} 'stop'
    queue.changed.wait(lock);
}

void tokenOfALambda(Queue &queue) {
  std::jthread worker([&queue](std::stop_token token) {
    std::unique_lock lock(queue.mutex);
    // CHECK: [[#@LINE+1]]: await-without-timeout[not-passed-on] {{.*}} 'token'
    queue.changed.wait(lock, [&] { return queue.ready; });
  });
}

void tokenPassedOn(Queue &queue, std::stop_token stop) {
  std::unique_lock lock(queue.mutex);
  queue.changed.wait(lock, stop, [&] { return queue.ready; });
}

void tokenAskedByThePredicate(Queue &queue, std::stop_token stop) {
  std::unique_lock lock(queue.mutex);
  queue.changed.wait(lock,
                     [&] { return queue.ready || stop.stop_requested(); });
}

void tokenAskedByTheLoop(Queue &queue, std::stop_token stop) {
  while (!stop.stop_requested()) {
    std::unique_lock lock(queue.mutex);
    queue.changed.wait(lock);
  }
}

void tokenWakesThroughACallback(Queue &queue, std::stop_token stop) {
  std::stop_callback wake(stop, [&] { queue.changed.notify_all(); });
  std::unique_lock lock(queue.mutex);
  queue.changed.wait(lock, [&] { return queue.ready; });
}

// It cannot be passed on, or somebody said that it is not used.
void unnamedToken(Queue &queue, std::stop_token) {
  std::unique_lock lock(queue.mutex);
  queue.changed.wait(lock, [&] { return queue.ready; });
}

void unusedToken(Queue &queue, [[maybe_unused]] std::stop_token stop) {
  std::unique_lock lock(queue.mutex);
  queue.changed.wait(lock, [&] { return queue.ready; });
}

void discardedToken(Queue &queue, std::stop_token stop) {
  (void)stop;
  std::unique_lock lock(queue.mutex);
  queue.changed.wait(lock, [&] { return queue.ready; });
}

void noTokenInScope(Queue &queue) {
  std::unique_lock lock(queue.mutex);
  queue.changed.wait(lock, [&] { return queue.ready; });
}

// The token of an outer function is the outer function's.
void tokenOfTheOuterFunction(Queue &queue, std::stop_token stop) {
  auto wait = [&queue] {
    std::unique_lock lock(queue.mutex);
    queue.changed.wait(lock, [&] { return queue.ready; });
  };
  if (!stop.stop_requested())
    wait();
}

// Durations and time points.

void timeoutNotPassedOn(std::chrono::milliseconds timeout) {
  std::future<int> answer = request(1);
  // CHECK: [[#@LINE+1]]: await-without-timeout[not-passed-on] {{.*}} 'timeout'
  answer.wait();
}

void deadlineNotPassedOn(Clock::time_point deadline) {
  std::future<int> answer = request(1);
  // CHECK: [[#@LINE+1]]: await-without-timeout[not-passed-on] {{.*}} 'deadline'
  answer.wait();
}

// get has no timed form: what to do with a timeout is the reader's choice.
int timeoutNotPassedOnToGet(std::chrono::seconds request_timeout) {
  std::future<int> answer = request(1);
  // CHECK: [[#@LINE+1]]: await-without-timeout[not-passed-on] {{.*}} 'request_timeout'
  return answer.get();
}

void timeoutByItsType(Timeout most) {
  std::future<int> answer = request(1);
  // CHECK: [[#@LINE+1]]: await-without-timeout[not-passed-on] {{.*}} 'most'
  answer.wait();
}

void conditionWithTimeout(Queue &queue, std::chrono::seconds timeout) {
  std::unique_lock lock(queue.mutex);
  // CHECK: [[#@LINE+1]]: await-without-timeout[not-passed-on] {{.*}} 'timeout'
  queue.filled.wait(lock, [&] { return queue.ready; });
}

void localDeadline() {
  const auto deadline = Clock::now() + 5s;
  std::future<int> first = request(1), second = request(2);
  first.wait_until(deadline);
  // CHECK: [[#@LINE+1]]: await-without-timeout[not-passed-on] {{.*}} 'deadline'
  second.wait();
}

void derivedDeadline(std::chrono::seconds timeout) {
  auto deadline = Clock::now() + timeout;
  std::future<int> first = request(1), second = request(2);
  first.wait_until(deadline);
  // CHECK: [[#@LINE+1]]: await-without-timeout[not-passed-on]
  second.wait();
}

template <typename T>
void inATemplate(std::future<T> &answer, std::chrono::seconds timeout) {
  // CHECK: [[#@LINE+1]]: await-without-timeout[not-passed-on] {{.*}} 'timeout'
  answer.wait();
}
template void inATemplate(std::future<int> &, std::chrono::seconds);

void timeoutPassedOn(std::chrono::seconds timeout) {
  std::future<int> answer = request(1);
  if (answer.wait_for(timeout) == std::future_status::ready)
    answer.get();
}

void deadlineComparedWithNow(Clock::time_point deadline) {
  std::future<int> answer = request(1);
  if (Clock::now() < deadline)
    answer.wait();
}

void loopUntilDeadline(Queue &queue, Clock::time_point deadline) {
  std::unique_lock lock(queue.mutex);
  while (!queue.ready && Clock::now() < deadline)
    queue.filled.wait(lock);
}

void handedToCodeOutOfView(std::chrono::milliseconds timeout) {
  log(timeout);
  std::future<int> answer = request(1);
  answer.wait();
}

void otherDuration(std::chrono::milliseconds age) {
  std::future<int> answer = request(1);
  answer.wait();
  std::cout << age.count();
}

// Permits belong to another check.
void permit(std::counting_semaphore<8> &places, std::chrono::seconds timeout) {
  places.acquire();
}
