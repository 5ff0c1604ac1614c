// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A service as protoc's plugin writes it (grpc_cpp_plugin 1.51), without the
// messages' own code.
#include <functional>
#include <grpcpp/grpcpp.h>
#include <grpcpp/support/async_unary_call.h>
#include <grpcpp/support/sync_stream.h>
#include <memory>

struct Question {};
struct Answer {};
template <> class grpc::SerializationTraits<Answer> {
public:
  static Status Deserialize(ByteBuffer *buffer, Answer *message);
};
class Oracle final {
public:
  class StubInterface {
  public:
    virtual ~StubInterface() {}
    virtual ::grpc::Status Ask(::grpc::ClientContext *context,
                               const Question &request, Answer *response) = 0;
  };
  class Stub final : public StubInterface {
  public:
    Stub(const std::shared_ptr<::grpc::ChannelInterface> &channel);
    ::grpc::Status Ask(::grpc::ClientContext *context, const Question &request,
                       Answer *response) override;
    std::unique_ptr<::grpc::ClientReader<Answer>>
    List(::grpc::ClientContext *context, const Question &request);
    std::unique_ptr<::grpc::ClientAsyncResponseReader<Answer>>
    AsyncAsk(::grpc::ClientContext *context, const Question &request,
             ::grpc::CompletionQueue *cq);
    class async final {
    public:
      void Ask(::grpc::ClientContext *context, const Question *request,
               Answer *response, std::function<void(::grpc::Status)>);
    };
    class async *async();
  };
  static std::unique_ptr<Stub>
  NewStub(const std::shared_ptr<::grpc::ChannelInterface> &channel);
  class Service : public ::grpc::Service {
  public:
    virtual ::grpc::Status Ask(::grpc::ServerContext *context,
                               const Question *request, Answer *response);
  };
};
