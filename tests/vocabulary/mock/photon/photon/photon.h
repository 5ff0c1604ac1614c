// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of PhotonLibOS, after alibaba/PhotonLibOS at commit
// 4dd457013c48d17c571fd6d2aa87199ae4c25d4f (0.9.4 and later): names, templates and
// parameters are those of the headers that the comments name. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`.

#ifndef TIDEPOOL_MOCK_PHOTON_H
#define TIDEPOOL_MOCK_PHOTON_H

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <sys/types.h>

// common/stream.h
class IStream {
public:
  virtual ~IStream();
  virtual ssize_t read(void *buf, size_t count) = 0;
  virtual uint64_t timeout() const;
  virtual void timeout(uint64_t tm);
};

namespace photon {

// common/timeout.h
class Timeout {
public:
  Timeout() = default;
  Timeout(uint64_t x);
  Timeout &operator=(uint64_t x);
};

// thread/thread.h
struct thread;
typedef void *(*thread_entry)(void *);
struct join_handle;
thread *thread_create(thread_entry start, void *arg,
                      uint64_t stack_size = 8 * 1024 * 1024,
                      uint16_t reserved_space = 0);
join_handle *thread_enable_join(thread *th, bool flag = true);
void *thread_join(join_handle *jh);
int thread_usleep(uint64_t useconds);
int thread_sleep(uint64_t seconds);
class mutex {
public:
  int lock(Timeout timeout = {});
  int try_lock();
  void unlock();
};
class condition_variable {
public:
  int wait(mutex *m, Timeout timeout = {});
  thread *notify_one();
};
class semaphore {
public:
  explicit semaphore(uint64_t count = 0, bool in_order_resume = true);
  int wait(uint64_t count, Timeout timeout = {});
  int wait_interruptible(uint64_t count, Timeout timeout = {});
  int signal(uint64_t count);
};

// thread/thread11.h
template <typename FUNCTOR, typename... ARGUMENTS>
thread *thread_create11(uint64_t stack_size, FUNCTOR &&f, ARGUMENTS &&...args) {
  std::abort();
}
template <typename FUNCTOR, typename... ARGUMENTS>
thread *thread_create11(FUNCTOR &&f, ARGUMENTS &&...args) {
  std::abort();
}

// thread/workerpool.h
class WorkPool {
public:
  explicit WorkPool(size_t vcpu_num, int ev_engine = 0, int io_engine = 0,
                    int mode = 0);
  ~WorkPool();
  int get_vcpu_num();
  template <typename F, typename... Args> void call(F &&f, Args &&...args) {
    std::abort();
  }
  template <typename Task> void async_call(Task *task) { std::abort(); }
};

// net/socket.h
namespace net {
struct EndPoint {};
class ISocketBase {
public:
  virtual ~ISocketBase();
};
class ISocketStream : public IStream, public ISocketBase {
public:
  virtual ssize_t recv(void *buf, size_t count, int flags = 0) = 0;
};
class ISocketClient : public ISocketBase {
public:
  virtual ISocketStream *connect(const EndPoint &remote,
                                 const EndPoint *local = nullptr) = 0;
  virtual uint64_t timeout() const = 0;
  virtual void timeout(uint64_t) = 0;
};
class ISocketServer : public ISocketBase {
public:
  virtual ISocketStream *accept(EndPoint *remote_endpoint = nullptr) = 0;
};
ISocketClient *new_tcp_socket_client();

// net/http/client.h
namespace http {
enum class Verb { GET, POST };
class Client {
public:
  class Operation {
  public:
    Timeout timeout = {-1ULL};
    int status_code = -1;
    int call();
  };
  Operation *new_operation(Verb v, std::string_view url,
                           uint16_t buf_size = UINT16_MAX);
  void destroy_operation(Operation *op);
  void timeout(uint64_t timeout);
  void timeout_ms(uint64_t tmo);
  void timeout_s(uint64_t tmo);
};
Client *new_http_client();
} // namespace http
} // namespace net

} // namespace photon

// thread/std-compat.h
namespace photon_std {
class thread {
public:
  thread() = default;
  template <class Function, class... Args>
  explicit thread(Function &&f, Args &&...args) {
    std::abort();
  }
  thread(thread &&other) noexcept;
  ~thread();
  void join();
  void detach();
};
int work_pool_init(int vcpu_num, int event_engine = 0, int io_engine = 0);
} // namespace photon_std

#endif // TIDEPOOL_MOCK_PHOTON_H
