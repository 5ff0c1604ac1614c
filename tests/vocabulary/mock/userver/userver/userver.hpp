// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of userver, after userver-framework/userver at
// commit c2f43b4e85f36b858c30c30eb6cbbb3cd6e0b98f: names, templates and parameters
// are those of the headers below core/include/userver that the comments name; what
// later releases call ...NoTracing stands beside what this one calls ...NoSpan; shared
// tasks are of the same class as others.
// Nothing here runs.
// Every entry but those of AsyncNoTracing, a later name, was found in those headers
// by `tidepool vocab --check --header`.

#ifndef TIDEPOOL_MOCK_USERVER_HPP
#define TIDEPOOL_MOCK_USERVER_HPP

#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <string>

namespace userver {
namespace engine {

class TaskProcessor;

// engine/deadline.hpp
class Deadline {
public:
  template <typename Rep, typename Period>
  static Deadline FromDuration(const std::chrono::duration<Rep, Period> &);
};
enum class FutureStatus { kReady, kTimeout, kCancelled };

// engine/task/task_base.hpp, task.hpp, task_with_result.hpp
class [[nodiscard]] TaskBase {
public:
  void Wait() const;
  template <typename Rep, typename Period>
  void WaitFor(const std::chrono::duration<Rep, Period> &) const;
  void WaitUntil(Deadline) const;
};
class [[nodiscard]] Task : public TaskBase {
public:
  Task(Task &&) noexcept;
  Task &operator=(Task &&) noexcept;
  ~Task();
  void Detach() &&;
};
template <typename T> class [[nodiscard]] TaskWithResult : public Task {
public:
  T Get();
};

// engine/async.hpp
template <typename Function, typename... Args>
[[nodiscard]] TaskWithResult<void> AsyncNoSpan(TaskProcessor &task_processor,
                                               Function &&f, Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] TaskWithResult<void> AsyncNoSpan(Deadline deadline, Function &&f,
                                               Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] TaskWithResult<void> AsyncNoSpan(Function &&f, Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] TaskWithResult<void>
CriticalAsyncNoSpan(TaskProcessor &task_processor, Function &&f,
                    Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] TaskWithResult<void> AsyncNoSpan(TaskProcessor &task_processor,
                                               Deadline deadline, Function &&f,
                                               Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] TaskWithResult<void>
AsyncNoTracing(TaskProcessor &task_processor, Function &&f, Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] TaskWithResult<void>
AsyncNoTracing(TaskProcessor &task_processor, Deadline deadline, Function &&f,
               Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] TaskWithResult<void> CriticalAsyncNoSpan(Function &&f,
                                                       Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] TaskWithResult<void> AsyncNoTracing(Function &&f,
                                                  Args &&...args) {
  std::abort();
}

// engine/wait_all_checked.hpp, get_all.hpp
template <typename... Tasks> void WaitAllChecked(Tasks &...tasks);
template <typename... Tasks, typename Rep, typename Period>
[[nodiscard]] FutureStatus
WaitAllCheckedFor(const std::chrono::duration<Rep, Period> &duration,
                  Tasks &...tasks);
template <typename... Tasks> auto GetAll(Tasks &...tasks) -> int;

// engine/semaphore.hpp
class CancellableSemaphore final {
public:
  using Counter = std::size_t;
  explicit CancellableSemaphore(Counter capacity);
  void SetCapacity(Counter capacity);
  void lock_shared();
  void unlock_shared();
  [[nodiscard]] bool try_lock_shared();
  template <typename Rep, typename Period>
  [[nodiscard]] bool try_lock_shared_for(std::chrono::duration<Rep, Period>);
  [[nodiscard]] bool try_lock_shared_until(Deadline deadline);
};
class Semaphore final {
public:
  using Counter = std::size_t;
  explicit Semaphore(Counter capacity);
  void SetCapacity(Counter capacity);
  void lock_shared();
  void unlock_shared();
  [[nodiscard]] bool try_lock_shared();
  template <typename Rep, typename Period>
  [[nodiscard]] bool try_lock_shared_for(std::chrono::duration<Rep, Period>);
  [[nodiscard]] bool try_lock_shared_until(Deadline deadline);
};

// engine/future.hpp
template <typename T> class Future final {
public:
  T get();
  [[nodiscard]] FutureStatus wait() const;
  template <typename Rep, typename Period>
  FutureStatus wait_for(std::chrono::duration<Rep, Period> timeout) const;
  FutureStatus wait_until(Deadline deadline) const;
};

// engine/mutex.hpp
class Mutex final {
public:
  void lock();
  void unlock();
  [[nodiscard]] bool try_lock() noexcept;
  template <typename Rep, typename Period>
  [[nodiscard]] bool try_lock_for(const std::chrono::duration<Rep, Period> &);
  [[nodiscard]] bool try_lock_until(Deadline deadline);
};

// engine/single_consumer_event.hpp
class SingleConsumerEvent final {
public:
  [[nodiscard]] bool WaitForEvent();
  template <typename Clock, typename Duration>
  [[nodiscard]] bool WaitForEventFor(std::chrono::duration<Clock, Duration>);
  [[nodiscard]] bool WaitForEventUntil(Deadline);
};

// engine/sleep.hpp
template <typename Rep, typename Period>
void SleepFor(const std::chrono::duration<Rep, Period> &duration);
void SleepUntil(Deadline);

} // namespace engine

// utils/async.hpp
namespace utils {
template <typename Function, typename... Args>
[[nodiscard]] engine::TaskWithResult<void> Async(std::string name, Function &&f,
                                                 Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] engine::TaskWithResult<void>
Async(engine::TaskProcessor &task_processor, std::string name, Function &&f,
      Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] engine::TaskWithResult<void> Async(std::string name,
                                                 engine::Deadline deadline,
                                                 Function &&f, Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] engine::TaskWithResult<void>
CriticalAsync(std::string name, Function &&f, Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] engine::TaskWithResult<void>
AsyncBackground(std::string name, engine::TaskProcessor &task_processor,
                Function &&f, Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] engine::TaskWithResult<void>
Async(engine::TaskProcessor &task_processor, std::string name,
      engine::Deadline deadline, Function &&f, Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] engine::TaskWithResult<void>
CriticalAsync(engine::TaskProcessor &task_processor, std::string name,
              Function &&f, Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] engine::TaskWithResult<void>
SharedAsync(std::string name, Function &&f, Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] engine::TaskWithResult<void>
SharedAsync(engine::TaskProcessor &task_processor, std::string name,
            Function &&f, Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] engine::TaskWithResult<void>
SharedAsync(std::string name, engine::Deadline deadline, Function &&f,
            Args &&...args) {
  std::abort();
}
template <typename Function, typename... Args>
[[nodiscard]] engine::TaskWithResult<void>
SharedAsync(engine::TaskProcessor &task_processor, std::string name,
            engine::Deadline deadline, Function &&f, Args &&...args) {
  std::abort();
}
} // namespace utils

// concurrent/background_task_storage.hpp
namespace concurrent {
class BackgroundTaskStorage final {
public:
  template <typename... Args>
  void AsyncDetach(std::string name, Args &&...args) {
    std::abort();
  }
  template <typename... Args>
  void CriticalAsyncDetach(std::string name, Args &&...args) {
    std::abort();
  }
  void CancelAndWait() noexcept;
};
} // namespace concurrent
} // namespace userver

#endif // TIDEPOOL_MOCK_USERVER_HPP
