// Every entry of grpc.yaml. The stub is written as its generator does, without
// the messages' own code.
// REQUIRES: tidepool, grpc
// RUN: %tidepool vocab %s --cover grpc -- -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' --implicit-check-not='not used' --implicit-check-not='not resolved' < %t

#include <chrono>
#include <grpcpp/grpcpp.h>
#include <grpcpp/support/async_unary_call.h>
#include <grpcpp/support/sync_stream.h>
#include <memory>

struct Question {};
struct Answer {};
namespace grpc {
template <> class SerializationTraits<Question> {
public:
  static Status Serialize(const Question &message, ByteBuffer *buffer,
                          bool *own);
  static Status Deserialize(ByteBuffer *buffer, Question *message);
};
template <> class SerializationTraits<Answer> {
public:
  static Status Serialize(const Answer &message, ByteBuffer *buffer, bool *own);
  static Status Deserialize(ByteBuffer *buffer, Answer *message);
};
} // namespace grpc
struct Service {
  virtual ~Service() = default;
  virtual grpc::Status Ask(grpc::ServerContext *context,
                           const Question *request, Answer *response);
  virtual grpc::ServerUnaryReactor *Ask(grpc::CallbackServerContext *context,
                                        const Question *request,
                                        Answer *response);
};
struct Stub {
  grpc::Status Ask(grpc::ClientContext *context, const Question &request,
                   Answer *response);
  std::unique_ptr<grpc::ClientReader<Answer>> List(grpc::ClientContext *context,
                                                   const Question &request);
  std::unique_ptr<grpc::ClientWriter<Question>>
  Tell(grpc::ClientContext *context, Answer *response);
  std::unique_ptr<grpc::ClientReaderWriter<Question, Answer>>
  Talk(grpc::ClientContext *context);
  std::unique_ptr<grpc::ClientAsyncResponseReader<Answer>>
  AsyncAsk(grpc::ClientContext *context, const Question &request,
           grpc::CompletionQueue *queue);
  struct async {
    void Ask(grpc::ClientContext *context, const Question *request,
             Answer *response, std::function<void(grpc::Status)> done);
  };
  // No call: it has a body, which is made of others.
  grpc::Status ask(grpc::ClientContext *, Answer *) { return {}; }
};

void contexts(const grpc::ServerContext &server) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ServerContextBase: expiry(context, deadline)
  grpc::ClientContext context;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientContext: handle(remote, this)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: grpc::ClientContext::ClientContext: handle(remote, this)
  context.set_deadline(std::chrono::system_clock::now());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientContext::set_deadline: deadline(on this)
  context.AddMetadata("key", "value");
  context.TryCancel();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientContext::TryCancel: deadline(perhaps, on this), ends
  auto next = grpc::ClientContext::FromServerContext(server);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientContext::FromServerContext: handle(remote), deadline(on result)
  (void)next;
}

void calls(Stub &stub, grpc::ClientContext &context) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientContext: handle(remote, this)
  Answer answer;
  stub.Ask(&context, Question(), &answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: call with grpc::ClientContext: blocking(net), io(waits for server, on argument 0)
  stub.ask(&context, &answer);
  auto reader = stub.List(&context, Question());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: call with grpc::ClientContext: io(starts with server, on argument 0), handle(remote)
  reader->WaitForInitialMetadata();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientReader::WaitForInitialMetadata: blocking(net), io(waits for server, on this)
  reader->Read(&answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientReader::Read: blocking(net), io(waits for server, on this)
  reader->Finish();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientReader::Finish: blocking(net), io(waits for server, on this)
  auto writer = stub.Tell(&context, &answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: call with grpc::ClientContext: io(starts with server, on argument 0), handle(remote)
  writer->Write(Question());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientWriter::Write: blocking(net), io(waits for server, on this)
  writer->Finish();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientWriter::Finish: blocking(net), io(waits for server, on this)
  auto both = stub.Talk(&context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: call with grpc::ClientContext: io(starts with server, on argument 0), handle(remote)
  both->WaitForInitialMetadata();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientReaderWriter::WaitForInitialMetadata: blocking(net), io(waits for server, on this)
  both->Write(Question());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientReaderWriter::Write: blocking(net), io(waits for server, on this)
  both->Read(&answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientReaderWriter::Read: blocking(net), io(waits for server, on this)
  both->Finish();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientReaderWriter::Finish: blocking(net), io(waits for server, on this)
}

void started(
    Stub &stub, Stub::async &callbacks, grpc::ClientContext &context,
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientContext: handle(remote, this)
    grpc::CompletionQueue &queue) {
  Answer answer;
  Question question;
  auto reader = stub.AsyncAsk(&context, question, &queue);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: call with grpc::ClientContext: spawn(io), io(starts with server, on argument 0), handle(remote)
  callbacks.Ask(&context, &question, &answer, [](grpc::Status) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: call with grpc::ClientContext: spawn(io, callable 3), handler(argument 3)
  void *tag;
  bool fine;
  queue.Next(&tag, &fine);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::CompletionQueue::Next: wait(condition), blocking(sync)
  queue.AsyncNext(&tag, &fine, std::chrono::system_clock::now());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::CompletionQueue::AsyncNext: wait(condition, timed), blocking(sync)
}

void serves(
    Service &service, grpc::ServerContext &context,
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ServerContextBase: expiry(context, deadline)
    grpc::CallbackServerContext &callback) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ServerContextBase: expiry(context, deadline)
  service.Ask(&context, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: call with grpc::ServerContext: handler
  service.Ask(&callback, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: call with grpc::CallbackServerContext: handler
  grpc::ResourceQuota quota;
  quota.SetMaxThreads(16);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ResourceQuota::SetMaxThreads: pool(io, size 0)
}

void callbacks(const grpc::CallbackServerContext &server) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ServerContextBase: expiry(context, deadline)
  auto next = grpc::ClientContext::FromCallbackServerContext(server);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientContext::FromCallbackServerContext: handle(remote), deadline(on result)
  (void)next;
}

void interfaces(grpc::ClientReaderInterface<Answer> &reader,
                grpc::ClientWriterInterface<Question> &writer,
                grpc::ClientReaderWriterInterface<Question, Answer> &both) {
  Answer answer;
  reader.WaitForInitialMetadata();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientReaderInterface::WaitForInitialMetadata: blocking(net), io(waits for server, on this)
  reader.Read(&answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientReaderInterface::Read: blocking(net), io(waits for server, on this)
  reader.Finish();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientReaderInterface::Finish: blocking(net), io(waits for server, on this)
  writer.Write(Question());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientWriterInterface::Write: blocking(net), io(waits for server, on this)
  writer.Finish();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientWriterInterface::Finish: blocking(net), io(waits for server, on this)
  both.WaitForInitialMetadata();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientReaderWriterInterface::WaitForInitialMetadata: blocking(net), io(waits for server, on this)
  both.Write(Question());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientReaderWriterInterface::Write: blocking(net), io(waits for server, on this)
  both.Read(&answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientReaderWriterInterface::Read: blocking(net), io(waits for server, on this)
  both.Finish();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: grpc::ClientReaderWriterInterface::Finish: blocking(net), io(waits for server, on this)
}
