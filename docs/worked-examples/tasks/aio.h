// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A framework that does not exist, in the manner of Python's asyncio:
// coroutines that are tasks, gather, a semaphore, wait_for, and a pool of
// threads.

#ifndef AIO_H
#define AIO_H

#include <chrono>
#include <coroutine>
#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace aio {

/// What a coroutine of this framework returns. It starts when it is awaited.
template <typename T> struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_value(T) {}
    void unhandled_exception() { std::terminate(); }
  };
  bool await_ready() const { return false; }
  void await_suspend(std::coroutine_handle<>) const {}
  T await_resume() const { return T(); }
};

/// A task that runs already.
template <typename T> struct Handle : Task<T> {};

/// Starts \p task beside the caller.
template <typename T> Handle<T> create_task(Task<T> task) { return {}; }

/// Waits for all; with a limit, starts so many at a time.
template <typename T> Task<std::vector<T>> gather(std::vector<Task<T>> tasks) {
  co_return {};
}
template <typename T>
Task<std::vector<T>> gather(std::vector<Task<T>> tasks, unsigned limit) {
  co_return {};
}

/// Gives up on \p operation after \p time.
template <typename T>
Task<T> wait_for(Task<T> operation, std::chrono::milliseconds time) {
  co_return T();
}

class Semaphore {
public:
  explicit Semaphore(int permits);
  Task<int> acquire();
  void release();
};

/// How many cores the machine has.
unsigned cores();

class ThreadPool {
public:
  explicit ThreadPool(unsigned threads);
  template <typename Work> Handle<int> run(Work work) { return {}; }
};

class Stream {
public:
  ~Stream();
  Task<std::string> read();
};
Stream connect(const std::string &host);

} // namespace aio

#endif // AIO_H
