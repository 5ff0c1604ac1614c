// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Deadlines that bound nothing: nobody waits under them, or they have passed
// when somebody does.
//
// FLAGS: -std=c++20 -pthread
// RUN: %tidepool_test %s await-without-timeout %t

#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <chrono>
#include <condition_variable>
#include <future>
#include <grpcpp/grpcpp.h>
#include <mutex>
#include <vector>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

struct Question {};
struct Answer {};
struct Stub {
  grpc::Status Ask(grpc::ClientContext *context, const Question &request,
                   Answer *response);
};

// A deadline on what nobody waits on (flake8-async ASYNC100).

void deadlineOnAnotherContext(Stub &stub) {
  grpc::ClientContext unused, context;
  // CHECK: [[#@LINE+1]]: await-without-timeout[empty-deadline] {{.*}} 'unused'
  unused.set_deadline(std::chrono::system_clock::now() + 5s);
  Answer answer;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  stub.Ask(&context, Question(), &answer);
}

void timerThatNobodyWaitsFor(asio::io_context &context) {
  asio::steady_timer timer(context);
  // CHECK: [[#@LINE+1]]: await-without-timeout[empty-deadline] {{.*}} 'timer'
  timer.expires_after(5s);
  context.run();
}

void timerThatSomebodyWaitsFor(asio::io_context &context) {
  asio::steady_timer timer(context);
  timer.expires_after(5s);
  timer.async_wait([](asio::error_code) {});
  context.run();
}

void timerThatWaits(asio::io_context &context) {
  asio::steady_timer timer(context);
  timer.expires_after(5s);
  timer.wait();
}

void arm(asio::steady_timer &timer);
void timerHandedOn(asio::io_context &context) {
  asio::steady_timer timer(context);
  timer.expires_after(5s);
  arm(timer);
  context.run();
}

struct Session {
  explicit Session(asio::io_context &context) : timer(context) {}
  void touch() { timer.expires_after(5s); }
  asio::steady_timer timer;
};

// A time point set once, and used in each turn of an endless loop
// (flake8-async ASYNC122).

void setBeforeAnEndlessLoop(std::mutex &mutex, std::condition_variable &tick) {
  const auto deadline = Clock::now() + 5s;
  for (;;) {
    std::unique_lock lock(mutex);
    // CHECK: [[#@LINE+1]]: await-without-timeout[stale-deadline] {{.*}} 'deadline'
    tick.wait_until(lock, deadline);
  }
}

void setOnEachContext(Stub &stub) {
  const auto deadline = std::chrono::system_clock::now() + 5s;
  while (true) {
    grpc::ClientContext context;
    // CHECK: [[#@LINE+1]]: await-without-timeout[stale-deadline] {{.*}} 'deadline'
    context.set_deadline(deadline);
    Answer answer;
    stub.Ask(&context, Question(), &answer);
  }
}

void setInEachTurn(std::mutex &mutex, std::condition_variable &tick) {
  for (;;) {
    const auto deadline = Clock::now() + 5s;
    std::unique_lock lock(mutex);
    tick.wait_until(lock, deadline);
  }
}

void movedOnInEachTurn(std::mutex &mutex, std::condition_variable &tick) {
  auto deadline = Clock::now() + 5s;
  for (;;) {
    std::unique_lock lock(mutex);
    tick.wait_until(lock, deadline);
    deadline += 5s;
  }
}

void endsTheLoop(std::mutex &mutex, std::condition_variable &tick) {
  const auto deadline = Clock::now() + 5s;
  for (;;) {
    std::unique_lock lock(mutex);
    if (tick.wait_until(lock, deadline) == std::cv_status::timeout)
      break;
  }
}

bool returns(std::mutex &mutex, std::condition_variable &tick, bool &ready) {
  const auto deadline = Clock::now() + 5s;
  std::unique_lock lock(mutex);
  while (!ready)
    if (tick.wait_until(lock, deadline) == std::cv_status::timeout)
      return false;
  return true;
}

// One deadline for all of them is what such a time point is for.
void oneForAll(std::vector<std::future<int>> &answers) {
  const auto deadline = Clock::now() + 5s;
  for (std::future<int> &answer : answers)
    answer.wait_until(deadline);
}
