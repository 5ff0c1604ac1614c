// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gRPC: calls that are started and not waited for, and what a service's methods
// start.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --notes --library=grpc
// FLAGS: -std=c++20
// CUTS: 2

#include <asio.hpp>
#include <functional>
#include <memory>
#include <semaphore>
#include <vector>

struct Call {
  grpc::ClientContext context;
  Question question;
  Answer answer;
  grpc::Status status;
  std::unique_ptr<grpc::ClientAsyncResponseReader<Answer>> reader;
};

void aCallForEach(Oracle::Stub &stub, std::vector<Call> &calls,
                  grpc::CompletionQueue &queue) {
  for (Call &call : calls) {
    call.reader = stub.AsyncAsk(&call.context, call.question, &queue);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] an operation is started once per element of 'calls'
    // CHECK: note[bound it with a count of the calls under way, checked before each start and lowered where grpc::CompletionQueue::Next returns their tags
    call.reader->Finish(&call.answer, &call.status, &call);
  }
}

void aCallbackForEach(Oracle::Stub &stub, std::vector<Call> &calls) {
  for (Call &call : calls)
    stub.async()->Ask(&call.context, &call.question, &call.answer,
                      [](const grpc::Status &) {});
  // CHECK: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
  // CHECK: note[bound it with a count of the calls under way, checked before each start and lowered in the callback
}

void behindASemaphore(Oracle::Stub &stub, std::vector<Call> &calls) {
  static std::counting_semaphore<8> permits(8);
  for (Call &call : calls) {
    permits.acquire();
    stub.async()->Ask(&call.context, &call.question, &call.answer,
                      [](const grpc::Status &) { permits.release(); });
  }
}

void three(Oracle::Stub &stub, Call (&calls)[3], grpc::CompletionQueue &queue) {
  for (Call &call : calls)
    call.reader = stub.AsyncAsk(&call.context, call.question, &queue);
}

void counted(Oracle::Stub &stub, std::vector<Call> &calls,
             grpc::CompletionQueue &queue) {
  int underWay = 0;
  void *tag;
  bool fine;
  for (Call &call : calls) {
    while (underWay >= 8 && queue.Next(&tag, &fine))
      --underWay;
    call.reader = stub.AsyncAsk(&call.context, call.question, &queue);
    ++underWay;
  }
}

// Its caller decides how often it runs.
struct Fetcher {
  void fetch(Oracle::Stub &stub, Call &call) {
    stub.async()->Ask(&call.context, &call.question, &call.answer,
                      [](const grpc::Status &) {});
  }
};

// Whatever a service starts, it starts for each request.
class Answers final : public Oracle::Service {
  grpc::Status Ask(grpc::ServerContext *, const Question *, Answer *) override {
    for (const Question &part : parts)
      asio::post(pool, [&part] { (void)part; });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
    // CHECK: note[
    return grpc::Status::OK;
  }
  std::vector<Question> parts;
  asio::thread_pool pool{4};
};
