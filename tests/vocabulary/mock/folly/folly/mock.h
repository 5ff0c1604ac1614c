// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of Folly, after facebook/folly at commit
// ff98381ea68687a95c6185326db933aa6124d4c5: names, templates and parameters are
// those of the headers that the comments name; constraints, result types and
// some defaults are simpler. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`, with
// stand-ins for the few that its build makes.

#ifndef TIDEPOOL_MOCK_FOLLY_H
#define TIDEPOOL_MOCK_FOLLY_H

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <utility>
#include <vector>

namespace folly {

struct Unit {};

// folly/Executor.h
class Executor {
public:
  template <typename E = Executor> class KeepAlive {};
  virtual ~Executor();
  virtual void add(std::function<void()>) = 0;
};

// folly/executors/ThreadPoolExecutor.h, CPUThreadPoolExecutor.h,
// IOThreadPoolExecutor.h, ThreadedExecutor.h; folly::Func is a std::function
class ThreadPoolExecutor : public Executor {
public:
  void add(std::function<void()> func) override = 0;
  void setNumThreads(size_t numThreads);
  void join();
};
class CPUThreadPoolExecutor : public ThreadPoolExecutor {
public:
  explicit CPUThreadPoolExecutor(size_t numThreads);
  explicit CPUThreadPoolExecutor(std::pair<size_t, size_t> numThreads);
  void add(std::function<void()> func) override;
};
class IOThreadPoolExecutor : public ThreadPoolExecutor {
public:
  explicit IOThreadPoolExecutor(size_t numThreads);
  void add(std::function<void()> func) override;
};
class ThreadedExecutor : public Executor {
public:
  ThreadedExecutor();
  void add(std::function<void()> func) override;
};

// folly/futures/Future.h
template <class T> class SemiFuture {
public:
  T get() &&;
  template <typename F> SemiFuture deferValue(F &&func) && { std::abort(); }
};
template <class T> class Future {
public:
  T get() &&;
  T get(std::chrono::milliseconds dur) &&;
  Future &wait() &;
  Future &wait(std::chrono::milliseconds dur) &;
  template <typename F> Future thenValue(F &&func) && { std::abort(); }
};

template <class InputIterator>
Future<std::vector<int>> collectAllUnsafe(InputIterator first,
                                          InputIterator last) {
  std::abort();
}
template <class Collection>
auto collectAllUnsafe(Collection &&c)
    -> decltype(collectAllUnsafe(c.begin(), c.end()));
template <class InputIterator>
SemiFuture<std::vector<int>> collectAll(InputIterator first,
                                        InputIterator last) {
  std::abort();
}
template <class Collection>
auto collectAll(Collection &&c) -> decltype(collectAll(c.begin(), c.end()));
template <typename... Fs>
  requires(sizeof...(Fs) > 2)
SemiFuture<Unit> collectAll(Fs &&...fs) {
  std::abort();
}
template <class InputIterator>
SemiFuture<std::vector<int>> collect(InputIterator first, InputIterator last) {
  std::abort();
}
template <class Collection>
auto collect(Collection &&c) -> decltype(collect(c.begin(), c.end()));
template <class InputIterator>
Future<std::vector<int>> collectUnsafe(InputIterator first,
                                       InputIterator last) {
  std::abort();
}
template <class Collection>
auto collectUnsafe(Collection &&c)
    -> decltype(collectUnsafe(c.begin(), c.end()));
template <class InputIterator>
SemiFuture<std::vector<std::pair<size_t, int>>>
collectN(InputIterator first, InputIterator last, size_t n) {
  std::abort();
}
template <class Collection>
auto collectN(Collection &&c, size_t n)
    -> decltype(collectN(c.begin(), c.end(), n));
template <class Collection, class F>
std::vector<Future<int>> window(Collection input, F func, size_t n) {
  std::abort();
}
template <class Collection, class F>
std::vector<Future<int>> window(Executor::KeepAlive<> executor,
                                Collection input, F func, size_t n) {
  std::abort();
}

namespace coro {

// folly/coro/Task.h
template <typename T = void> class [[nodiscard]] Task;
namespace detail {
template <typename T> struct TaskPromise {
  Task<T> get_return_object() noexcept;
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  template <typename U> void return_value(U &&) { std::abort(); }
  void unhandled_exception() noexcept;
};
template <> struct TaskPromise<void> {
  Task<void> get_return_object() noexcept;
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void return_void() noexcept;
  void unhandled_exception() noexcept;
};
} // namespace detail
template <typename T> class [[nodiscard]] Task {
public:
  using promise_type = detail::TaskPromise<T>;
  Task(Task &&) noexcept;
  Task &operator=(Task) noexcept;
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  T await_resume();
};

// folly/coro/AsyncScope.h, folly/coro/AsyncGenerator.h
class AsyncScope {
public:
  template <typename Awaitable>
  void add(Awaitable &&awaitable, void *returnAddress = nullptr) {
    std::abort();
  }
};
template <typename T> class AsyncGenerator {};

// folly/coro/Collect.h
template <typename... SemiAwaitables>
Task<> collectAll(SemiAwaitables... awaitables) {
  std::abort();
}
template <typename... SemiAwaitables>
Task<> collectAllTry(SemiAwaitables... awaitables) {
  std::abort();
}
template <typename InputRange>
Task<std::vector<int>> collectAllRange(InputRange awaitables) {
  std::abort();
}
template <typename SemiAwaitable>
Task<std::vector<int>> collectAllRange(std::vector<SemiAwaitable> awaitables) {
  std::abort();
}
template <typename InputRange>
Task<std::vector<int>> collectAllTryRange(InputRange awaitables) {
  std::abort();
}
template <typename InputRange>
AsyncGenerator<int> makeUnorderedAsyncGenerator(AsyncScope &scope,
                                                InputRange awaitables) {
  std::abort();
}
template <typename InputRange>
AsyncGenerator<int> makeUnorderedTryAsyncGenerator(AsyncScope &scope,
                                                   InputRange awaitables) {
  std::abort();
}
template <typename InputRange>
Task<std::vector<int>> collectAllWindowed(InputRange awaitables,
                                          std::size_t maxConcurrency) {
  std::abort();
}
template <typename InputRange>
Task<std::vector<int>> collectAllTryWindowed(InputRange awaitables,
                                             std::size_t maxConcurrency) {
  std::abort();
}
template <typename SemiAwaitable, typename... SemiAwaitables>
Task<int> collectAny(SemiAwaitable &&awaitable,
                     SemiAwaitables &&...awaitables) {
  std::abort();
}

} // namespace coro

namespace fibers {

// folly/fibers/FiberManagerInternal.h
class FiberManager {
public:
  template <typename F> void addTask(F &&func) { std::abort(); }
  template <typename F> void addTaskRemote(F &&func) { std::abort(); }
};

// folly/fibers/WhenN.h, folly/fibers/ForEach.h
template <class InputIterator>
std::vector<std::pair<size_t, int>> collectN(InputIterator first,
                                             InputIterator last, size_t n) {
  std::abort();
}
template <class InputIterator>
std::vector<int> collectAll(InputIterator first, InputIterator last) {
  std::abort();
}
template <class InputIterator, class F>
void forEach(InputIterator first, InputIterator last, F &&f) {
  std::abort();
}

// folly/fibers/Semaphore.h
class Semaphore {
public:
  explicit Semaphore(size_t tokenCount);
  Semaphore(const Semaphore &) = delete;
  void signal();
  void wait();
  bool try_wait();
  coro::Task<void> co_wait();
  template <typename Duration>
  coro::Task<void> co_try_wait_for(Duration timeout) {
    std::abort();
  }
  SemiFuture<Unit> future_wait();
};

} // namespace fibers
} // namespace folly

#endif
