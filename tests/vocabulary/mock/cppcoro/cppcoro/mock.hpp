// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of cppcoro, after lewissbaker/cppcoro at commit
// 391215262bd40d68ac6534810164131f5f9eb148: names, templates and parameters are
// those of the headers that the comments name; constraints, result types and
// some defaults are simpler. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`, with
// <coroutine> by its experimental name, and final_suspend of async_scope noexcept.

#ifndef TIDEPOOL_MOCK_CPPCORO_HPP
#define TIDEPOOL_MOCK_CPPCORO_HPP

#include <coroutine>
#include <cstdlib>
#include <utility>
#include <vector>

namespace cppcoro {

// include/cppcoro/task.hpp
template <typename T = void> class [[nodiscard]] task;
namespace detail {
template <typename T> struct task_promise {
  task<T> get_return_object() noexcept;
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  template <typename U> void return_value(U &&) { std::abort(); }
  void unhandled_exception() noexcept;
};
template <> struct task_promise<void> {
  task<void> get_return_object() noexcept;
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void return_void() noexcept;
  void unhandled_exception() noexcept;
};
} // namespace detail
template <typename T> class [[nodiscard]] task {
public:
  using promise_type = detail::task_promise<T>;
  task(task &&) noexcept;
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  T await_resume();
};

// include/cppcoro/shared_task.hpp
template <typename T = void> class [[nodiscard]] shared_task {};

// include/cppcoro/async_scope.hpp
class async_scope {
public:
  template <typename AWAITABLE> void spawn(AWAITABLE &&awaitable) {
    std::abort();
  }
  task<> join() noexcept;
};

// include/cppcoro/when_all_ready.hpp
template <typename... AWAITABLES>
[[nodiscard]] task<> when_all_ready(AWAITABLES &&...awaitables) {
  std::abort();
}
template <typename AWAITABLE>
[[nodiscard]] task<> when_all_ready(std::vector<AWAITABLE> awaitables) {
  std::abort();
}

// include/cppcoro/when_all.hpp
template <typename... AWAITABLES>
  requires requires(AWAITABLES &&...a) { (a.await_ready(), ...); }
[[nodiscard]] task<> when_all(AWAITABLES &&...awaitables) {
  std::abort();
}
template <typename AWAITABLE>
[[nodiscard]] task<> when_all(std::vector<AWAITABLE> awaitables) {
  std::abort();
}

} // namespace cppcoro

#endif
