// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gRPC: the deadline of a call is that of its context.
//
// FLAGS: -std=c++20
// CUTS: 2
// RUN: %tidepool_test %s await-without-timeout %t --library=grpc

#include <chrono>
#include <memory>
#include <string>
#include <vector>

using namespace std::chrono_literals;

void plain(Oracle::Stub &stub) {
  grpc::ClientContext context;
  Answer answer;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] {{.*}} a server
  stub.Ask(&context, Question(), &answer);
}

void throughAnInterface(const std::unique_ptr<Oracle::StubInterface> &stub) {
  grpc::ClientContext context;
  context.AddMetadata("key", "value");
  Answer answer;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  grpc::Status status = stub->Ask(&context, Question(), &answer);
  if (!status.ok())
    return;
}

// Waits until the server is there, for ever.
void waitsForReady(Oracle::Stub &stub) {
  grpc::ClientContext context;
  context.set_wait_for_ready(true);
  Answer answer;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  stub.Ask(&context, Question(), &answer);
}

void onEachItem(Oracle::Stub &stub, const std::vector<Question> &questions) {
  for (const Question &question : questions) {
    grpc::ClientContext context;
    Answer answer;
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    stub.Ask(&context, question, &answer);
  }
}

void deadlineOnTheContext(Oracle::Stub &stub) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + 5s);
  Answer answer;
  stub.Ask(&context, Question(), &answer);
}

void deadlineOnSomePaths(Oracle::Stub &stub, bool careful) {
  grpc::ClientContext context;
  if (careful)
    context.set_deadline(std::chrono::system_clock::now() + 5s);
  Answer answer;
  stub.Ask(&context, Question(), &answer);
}

void prepare(grpc::ClientContext &context);
void preparedOutOfView(Oracle::Stub &stub) {
  grpc::ClientContext context;
  prepare(context);
  Answer answer;
  stub.Ask(&context, Question(), &answer);
}

static void inFiveSeconds(grpc::ClientContext &context) {
  context.set_deadline(std::chrono::system_clock::now() + 5s);
}
void preparedByAHelper(Oracle::Stub &stub) {
  grpc::ClientContext context;
  inFiveSeconds(context);
  Answer answer;
  stub.Ask(&context, Question(), &answer);
}

void contextFromTheCaller(Oracle::Stub &stub, grpc::ClientContext *context) {
  Answer answer;
  stub.Ask(context, Question(), &answer);
}

// A wrapper with a body here is no stub; the call in it is what waits.
struct Client {
  grpc::Status ask(grpc::ClientContext *context, Answer *answer) {
    return stub->Ask(context, Question(), answer);
  }
  std::unique_ptr<Oracle::Stub> stub;
};

// Streams wait as long as the call that opened them may.

void readsAStream(Oracle::Stub &stub) {
  grpc::ClientContext context;
  std::unique_ptr<grpc::ClientReader<Answer>> reader =
      stub.List(&context, Question());
  Answer answer;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  while (reader->Read(&answer)) {
  }
  reader->Finish();
}

void readsAStreamInTime(Oracle::Stub &stub) {
  grpc::ClientContext context;
  context.set_deadline(std::chrono::system_clock::now() + 5s);
  std::unique_ptr<grpc::ClientReader<Answer>> reader =
      stub.List(&context, Question());
  Answer answer;
  while (reader->Read(&answer)) {
  }
  reader->Finish();
}

// In a handler, the deadline of the request.

grpc::Status handler(grpc::ServerContext *server, Oracle::Stub &stub) {
  grpc::ClientContext context;
  Answer answer;
  // CHECK: [[#@LINE+1]]: await-without-timeout[not-passed-on] {{.*}} 'server'
  return stub.Ask(&context, Question(), &answer);
}

grpc::Status asksForOtherThings(grpc::ServerContext *server,
                                Oracle::Stub &stub) {
  grpc::ClientContext context;
  context.AddMetadata("peer", server->peer());
  Answer answer;
  // CHECK: [[#@LINE+1]]: await-without-timeout[not-passed-on] {{.*}} 'server'
  return stub.Ask(&context, Question(), &answer);
}

grpc::Status timeoutInScope(std::chrono::milliseconds timeout,
                            Oracle::Stub &stub) {
  grpc::ClientContext context;
  Answer answer;
  // CHECK: [[#@LINE+1]]: await-without-timeout[not-passed-on] {{.*}} 'timeout'
  return stub.Ask(&context, Question(), &answer);
}

grpc::Status deadlineOfTheRequest(grpc::ServerContext *server,
                                  Oracle::Stub &stub) {
  grpc::ClientContext context;
  context.set_deadline(server->deadline());
  Answer answer;
  return stub.Ask(&context, Question(), &answer);
}

grpc::Status contextOfTheRequest(grpc::ServerContext *server,
                                 Oracle::Stub &stub) {
  std::unique_ptr<grpc::ClientContext> context =
      grpc::ClientContext::FromServerContext(*server);
  Answer answer;
  return stub.Ask(context.get(), Question(), &answer);
}
