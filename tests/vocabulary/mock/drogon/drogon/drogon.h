// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of Drogon, after drogonframework/drogon at commit
// 74fc004c8dc8244fe3b6c56628601053b5a15c37 (1.9.13): names, templates and
// parameters are those of the headers that the comments name; result types are
// simpler. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`, with
// stand-ins for the few that its build makes.

#ifndef TIDEPOOL_MOCK_DROGON_H
#define TIDEPOOL_MOCK_DROGON_H

#include <coroutine>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace trantor {
class EventLoop;
}

namespace drogon {

// lib/inc/drogon/utils/coroutine.h
template <typename T = void> struct Task;
namespace internal {
template <typename T> struct TaskPromise {
  Task<T> get_return_object();
  std::suspend_always initial_suspend();
  std::suspend_always final_suspend() noexcept;
  void return_value(T);
  void unhandled_exception();
};
template <> struct TaskPromise<void> {
  Task<void> get_return_object();
  std::suspend_always initial_suspend();
  std::suspend_always final_suspend() noexcept;
  void return_void();
  void unhandled_exception();
};
template <typename... Tasks> struct WhenAllAwaiter {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  int await_resume();
};
} // namespace internal
template <typename T> struct [[nodiscard]] Task {
  using promise_type = internal::TaskPromise<T>;
  Task(Task &&other);
  ~Task();
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};
template <typename Await> auto sync_wait(Await &&await) {
  return await.await_resume();
}
template <typename Coro> void async_run(Coro &&coro) {}
template <typename... Tasks>
internal::WhenAllAwaiter<Tasks...> when_all(Tasks... tasks) {
  std::abort();
}
template <typename T>
internal::WhenAllAwaiter<std::vector<Task<T>>>
when_all(std::vector<Task<T>> tasks) {
  std::abort();
}

// lib/inc/drogon/HttpTypes.h, HttpRequest.h and HttpResponse.h
enum class ReqResult { Ok, Timeout };
class HttpRequest;
class HttpResponse;
using HttpRequestPtr = std::shared_ptr<HttpRequest>;
using HttpResponsePtr = std::shared_ptr<HttpResponse>;
class HttpRequest {
public:
  static HttpRequestPtr newHttpRequest();
};

// lib/inc/drogon/HttpClient.h
using HttpReqCallback = std::function<void(ReqResult, const HttpResponsePtr &)>;
class HttpClient;
using HttpClientPtr = std::shared_ptr<HttpClient>;
namespace internal {
struct HttpRespAwaiter {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  HttpResponsePtr await_resume();
};
} // namespace internal
class HttpClient {
public:
  virtual void sendRequest(const HttpRequestPtr &req,
                           const HttpReqCallback &callback,
                           double timeout = 0) = 0;
  std::pair<ReqResult, HttpResponsePtr> sendRequest(const HttpRequestPtr &req,
                                                    double timeout = 0);
  internal::HttpRespAwaiter sendRequestCoro(HttpRequestPtr req,
                                            double timeout = 0);
  static HttpClientPtr newHttpClient(const std::string &hostString,
                                     trantor::EventLoop *loop = nullptr,
                                     bool useOldTLS = false,
                                     bool validateCert = true);
};

// lib/inc/drogon/HttpAppFramework.h
class HttpAppFramework {
public:
  virtual HttpAppFramework &setThreadNum(std::size_t threadNum) = 0;
  virtual std::size_t getThreadNum() const = 0;
};
HttpAppFramework &app();

// orm_lib/inc/drogon/orm/DbClient.h
namespace orm {
class Result {};
class DbClient {
public:
  virtual ~DbClient();
  static std::shared_ptr<DbClient> newPgClient(const std::string &connInfo,
                                               std::size_t connNum,
                                               bool autoBatch = false);
  static std::shared_ptr<DbClient> newMysqlClient(const std::string &connInfo,
                                                  std::size_t connNum);
  static std::shared_ptr<DbClient> newSqlite3Client(const std::string &connInfo,
                                                    std::size_t connNum);
  template <typename... Arguments>
  Result execSqlSync(const std::string &sql, Arguments &&...args) {
    std::abort();
  }
  virtual void setTimeout(double timeout) = 0;
};
} // namespace orm

} // namespace drogon

#endif // TIDEPOOL_MOCK_DROGON_H
