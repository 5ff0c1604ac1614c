// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of libunifex, after
// facebookexperimental/libunifex at commit
// c6e5af988fd2b7c63fea1745b09c4cab04cc59be: names, namespaces, templates and
// parameters are those of the headers below include/unifex that the comments name.
// Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`.

#ifndef TIDEPOOL_MOCK_UNIFEX_HPP
#define TIDEPOOL_MOCK_UNIFEX_HPP

#include <chrono>
#include <coroutine>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace unifex {

// task.hpp
namespace _task {
template <typename T, bool NoThrow> struct _task {
  struct type {
    struct promise_type {
      type get_return_object();
      std::suspend_always initial_suspend() noexcept;
      std::suspend_always final_suspend() noexcept;
      void unhandled_exception() noexcept;
      template <typename Value> void return_value(Value &&);
    };
    type(type &&) noexcept;
    ~type();
    bool await_ready() const noexcept;
    void await_suspend(std::coroutine_handle<>) noexcept;
    T await_resume();
  };
};
} // namespace _task
template <typename T> using task = typename _task::_task<T, false>::type;

// when_all.hpp, when_all_range.hpp
namespace _when_all {
struct _fn {
  template <typename... Senders>
  task<int> operator()(Senders &&...senders) const;
};
} // namespace _when_all
inline constexpr _when_all::_fn when_all{};
namespace _when_all_range {
struct _fn final {
  template <typename Sender>
  task<int> operator()(std::vector<Sender> senders) const;
  template <typename Iterator>
  task<int> operator()(Iterator first, Iterator last) const;
};
} // namespace _when_all_range
inline constexpr _when_all_range::_fn when_all_range{};

// sync_wait.hpp
namespace _sync_wait_cpo {
struct _fn {
  template <typename Sender> int operator()(Sender &&sender) const;
};
} // namespace _sync_wait_cpo
inline constexpr _sync_wait_cpo::_fn sync_wait{};

// v1/async_scope.hpp, v2/async_scope.hpp
inline namespace v1 {
namespace _async_scope {
struct async_scope {
  template <typename Sender> task<int> spawn(Sender &&sender);
  template <typename Scheduler, typename Sender>
  task<int> spawn_on(Scheduler &&scheduler, Sender &&sender) {
    std::abort();
  }
  template <typename Scheduler, typename Fun>
  task<int> spawn_call_on(Scheduler &&scheduler, Fun &&fun) {
    std::abort();
  }
  template <typename Sender> void detached_spawn(Sender &&sender);
  template <typename Scheduler, typename Sender>
  void detached_spawn_on(Scheduler &&scheduler, Sender &&sender) {
    std::abort();
  }
  template <typename Scheduler, typename Fun>
  void detached_spawn_call_on(Scheduler &&scheduler, Fun &&fun) {
    std::abort();
  }
  [[nodiscard]] task<int> complete() noexcept;
  [[nodiscard]] task<int> cleanup() noexcept;
};
} // namespace _async_scope
using async_scope = _async_scope::async_scope;
} // namespace v1
namespace v2 {
namespace _async_scope {
struct async_scope final {
  [[nodiscard]] task<int> join() noexcept;
};
} // namespace _async_scope
using async_scope = _async_scope::async_scope;
} // namespace v2

// spawn_detached.hpp, spawn_future.hpp
namespace _spawn_detached {
struct _spawn_detached_fn {
  template <typename Sender, typename Scope>
  void operator()(Sender &&sender, Scope &scope) const;
};
} // namespace _spawn_detached
inline constexpr _spawn_detached::_spawn_detached_fn spawn_detached{};
namespace _spawn_future {
struct _spawn_future_fn {
  template <typename Sender, typename Scope>
  task<int> operator()(Sender &&sender, Scope &scope) const;
};
} // namespace _spawn_future
inline constexpr _spawn_future::_spawn_future_fn spawn_future{};

// static_thread_pool.hpp
namespace _static_thread_pool {
class context {
public:
  struct scheduler {};
  context();
  context(std::uint32_t threadCount);
  ~context();
  scheduler get_scheduler() noexcept;
};
} // namespace _static_thread_pool
using static_thread_pool = _static_thread_pool::context;

} // namespace unifex

#endif // TIDEPOOL_MOCK_UNIFEX_HPP
