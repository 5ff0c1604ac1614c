// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is in scope is passed on, where the code around stays right without
// another change. All of it changes behaviour, so it stands on a note.
//
// FLAGS: -std=c++20 -pthread
// RUN: %tidepool_test %s await-without-timeout %t --fix

#include <chrono>
#include <condition_variable>
#include <future>
#include <grpcpp/grpcpp.h>
#include <mutex>
#include <stop_token>

std::future<int> request(int number);
struct Question {};
struct Answer {};
struct Stub {
  grpc::Status Ask(grpc::ClientContext *context, const Question &request,
                   Answer *response);
};

void token(std::condition_variable_any &changed, std::mutex &mutex, bool &ready,
           std::stop_token stop) {
  std::unique_lock lock(mutex);
  changed.wait(lock, [&] { return ready; });
  // CHECK: [[#@LINE-1]]: await-without-timeout[not-passed-on]
  // FIXED: changed.wait(lock, stop, [&] { return ready; });
}

void duration(std::chrono::milliseconds timeout) {
  std::future<int> answer = request(1);
  answer.wait();
  // CHECK: [[#@LINE-1]]: await-without-timeout[not-passed-on]
  // FIXED: answer.wait_for(timeout);
}

void timePoint(std::chrono::steady_clock::time_point deadline) {
  std::future<int> answer = request(1);
  answer.wait();
  // CHECK: [[#@LINE-1]]: await-without-timeout[not-passed-on]
  // FIXED: answer.wait_until(deadline);
}

grpc::Status contextOfARequest(grpc::ServerContext *server, Stub &stub) {
  grpc::ClientContext context;
  Answer answer;
  return stub.Ask(&context, Question(), &answer);
  // CHECK: [[#@LINE-1]]: await-without-timeout[not-passed-on]
  // FIXED: context.set_deadline(server->deadline());
  // FIXED-NEXT: return stub.Ask(&context, Question(), &answer);
}
