// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of stdexec, after NVIDIA/stdexec at commit
// e92245d53dfc37f9bc2a7ef0cc44d570bb7b3386: names, templates and parameters are
// those of the headers that the comments name; constraints, result types and
// some defaults are simpler. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`.

#ifndef TIDEPOOL_MOCK_STDEXEC_HPP
#define TIDEPOOL_MOCK_STDEXEC_HPP

#include <coroutine>
#include <cstdint>
#include <cstdlib>
#include <utility>

namespace stdexec {

struct any_sender {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  void await_resume();
};

// include/stdexec/__detail/__just.hpp
struct just_t {
  template <class... Ts> any_sender operator()(Ts &&...) const { std::abort(); }
};
inline constexpr just_t just{};

// include/stdexec/__detail/__when_all.hpp
struct when_all_t {
  any_sender operator()() const noexcept;
  template <class Sender> Sender operator()(Sender &&sender) const {
    std::abort();
  }
  template <class Sender0, class Sender1, class... Senders>
  any_sender operator()(Sender0 &&, Sender1 &&, Senders &&...) const {
    std::abort();
  }
};
struct when_all_with_variant_t {
  template <class... Senders> any_sender operator()(Senders &&...) const {
    std::abort();
  }
};
struct transfer_when_all_t {
  template <class Scheduler, class... Senders>
  any_sender operator()(Scheduler, Senders &&...) const {
    std::abort();
  }
};
struct transfer_when_all_with_variant_t {
  template <class Scheduler, class... Senders>
  any_sender operator()(Scheduler &&, Senders &&...) const {
    std::abort();
  }
};
inline constexpr when_all_t when_all{};
inline constexpr when_all_with_variant_t when_all_with_variant{};
inline constexpr transfer_when_all_t transfer_when_all{};
inline constexpr transfer_when_all_with_variant_t
    transfer_when_all_with_variant{};

// include/stdexec/__detail/__bulk.hpp
struct bulk_t {
  template <class Sender, class Shape, class Fun>
  any_sender operator()(Sender &&, Shape, Fun) const {
    std::abort();
  }
};
inline constexpr bulk_t bulk{};

// include/stdexec/__detail/__sync_wait.hpp
struct sync_wait_t {
  template <class Sender> void operator()(Sender &&) const { std::abort(); }
};
inline constexpr sync_wait_t sync_wait{};

} // namespace stdexec

namespace experimental::execution {

// include/exec/task.hpp
struct default_task_context {};
template <class T, class Context> class basic_task;
template <class T, class Context> struct task_promise {
  basic_task<T, Context> get_return_object() noexcept;
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void return_void() noexcept;
  void unhandled_exception() noexcept;
};
template <class T, class Context> class [[nodiscard]] basic_task {
public:
  using promise_type = task_promise<T, Context>;
  basic_task(basic_task &&) noexcept;
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  T await_resume();
};
template <class T> using task = basic_task<T, default_task_context>;

// include/exec/start_detached.hpp
struct start_detached_t {
  template <class Sender> void operator()(Sender &&) const { std::abort(); }
};
inline constexpr start_detached_t start_detached{};

// include/exec/async_scope.hpp
namespace __scope {
struct async_scope {
  template <class Sender> void spawn(Sender &&) { std::abort(); }
  template <class Sender> stdexec::any_sender spawn_future(Sender &&) {
    std::abort();
  }
  template <class Sender> stdexec::any_sender nest(Sender &&) { std::abort(); }
  stdexec::any_sender on_empty() const;
};
} // namespace __scope
using __scope::async_scope;

// include/exec/static_thread_pool.hpp
namespace _pool_ {
struct _static_thread_pool {
  std::uint32_t available_parallelism() const;
};
} // namespace _pool_
struct static_thread_pool : private _pool_::_static_thread_pool {
  static_thread_pool() = default;
  explicit static_thread_pool(std::uint32_t threadCount);
  using _pool_::_static_thread_pool::available_parallelism;
};

} // namespace experimental::execution
namespace exec = experimental::execution;

#endif
