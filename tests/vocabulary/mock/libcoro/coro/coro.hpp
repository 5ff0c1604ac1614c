// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of libcoro, after jbaldwin/libcoro at commit
// 277467ffdee1d7f04e93c6b4c72689c6c743f567 (0.16): names, templates and
// parameters are those of the headers that the comments name; constraints and
// result types are simpler. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`, with
// stand-ins for the few that its build makes.

#ifndef TIDEPOOL_MOCK_LIBCORO_HPP
#define TIDEPOOL_MOCK_LIBCORO_HPP

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <thread>
#include <vector>

namespace coro {

// include/coro/task.hpp
template <typename return_type = void> class task;
namespace detail {
template <typename return_type> struct promise {
  task<return_type> get_return_object();
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void return_value(return_type);
  void unhandled_exception();
};
template <> struct promise<void> {
  task<void> get_return_object();
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void return_void();
  void unhandled_exception();
};
} // namespace detail
template <typename return_type> class [[nodiscard]] task {
public:
  using promise_type = detail::promise<return_type>;
  task(task &&other) noexcept;
  ~task();
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  return_type await_resume();
};

// include/coro/when_all.hpp
namespace detail {
struct when_all_ready_awaitable {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  std::vector<int> await_resume();
};
} // namespace detail
template <typename... awaitables_type>
[[nodiscard]] auto when_all(awaitables_type... awaitables) {
  return detail::when_all_ready_awaitable();
}
template <typename range_type>
  requires requires(range_type r) { r.begin(); }
[[nodiscard]] auto when_all(range_type awaitables) {
  return detail::when_all_ready_awaitable();
}

// include/coro/semaphore.hpp
enum class semaphore_acquire_result { acquired, shutdown };
template <std::ptrdiff_t max_value> class semaphore {
public:
  explicit semaphore(std::ptrdiff_t starting_value);
  [[nodiscard]] task<semaphore_acquire_result> acquire();
  [[nodiscard]] task<void> release();
  bool try_acquire();
};

// include/coro/thread_pool.hpp
class thread_pool {
public:
  struct options {
    uint32_t thread_count = std::thread::hardware_concurrency();
  };
  static std::unique_ptr<thread_pool> make_unique(
      options opts = {.thread_count = std::thread::hardware_concurrency()});
  std::size_t thread_count() const noexcept;
  bool spawn_detached(coro::task<void> &&task) noexcept;
  coro::task<void> spawn_joinable(coro::task<void> &&task) noexcept;
};

} // namespace coro

#endif // TIDEPOOL_MOCK_LIBCORO_HPP
