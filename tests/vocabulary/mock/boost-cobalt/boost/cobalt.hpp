// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of Boost.Cobalt, after boostorg/cobalt at commit
// 57181cacc5b8d5079d95a33b7aa078d0f5f16147: names, templates and parameters are
// those of the headers that the comments name; constraints, result types and
// some defaults are simpler. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`, with
// Boost 1.88.

#ifndef TIDEPOOL_MOCK_BOOST_COBALT_HPP
#define TIDEPOOL_MOCK_BOOST_COBALT_HPP

#include <coroutine>
#include <cstddef>
#include <cstdlib>
#include <utility>

namespace boost::asio {
struct io_context {};
struct detached_t {};
inline constexpr detached_t detached;
} // namespace boost::asio

namespace boost::cobalt {

// include/boost/cobalt/concepts.hpp
template <typename T>
concept awaitable = requires(T &&t) { t.await_ready(); };

struct any_awaitable {
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  void await_resume();
};

namespace detail {
template <typename Return, bool Lazy> struct promise_of {
  Return get_return_object() noexcept;
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void return_void() noexcept;
  void unhandled_exception() noexcept;
};
} // namespace detail

// include/boost/cobalt/task.hpp
template <typename Return = void> struct [[nodiscard]] task : any_awaitable {
  using promise_type = detail::promise_of<task, true>;
  task(task &&) noexcept;
};

// include/boost/cobalt/promise.hpp
template <typename Return = void> struct [[nodiscard]] promise : any_awaitable {
  using promise_type = detail::promise_of<promise, false>;
  promise(promise &&) noexcept;
  void operator+() &&;
  void detach();
};

// include/boost/cobalt/gather.hpp
template <awaitable... Promise> any_awaitable gather(Promise &&...p) {
  std::abort();
}
template <typename PromiseRange>
  requires awaitable<
      std::decay_t<decltype(*std::declval<PromiseRange>().begin())>>
any_awaitable gather(PromiseRange &&p) {
  std::abort();
}

// include/boost/cobalt/join.hpp
template <awaitable... Promise> any_awaitable join(Promise &&...p) {
  std::abort();
}
template <typename PromiseRange>
  requires awaitable<
      std::decay_t<decltype(*std::declval<PromiseRange>().begin())>>
any_awaitable join(PromiseRange &&p) {
  std::abort();
}

// include/boost/cobalt/race.hpp
template <awaitable... Promise> any_awaitable race(Promise &&...p) {
  std::abort();
}

// include/boost/cobalt/wait_group.hpp
struct wait_group {
  explicit wait_group(int normal_cancel = 0, int exception_cancel = 0);
  void push_back(promise<void> p);
  std::size_t size() const;
  any_awaitable wait_one();
  any_awaitable wait();
  any_awaitable operator co_await();
  void cancel(int type = 0);
};

// include/boost/cobalt/with.hpp
template <typename Arg, typename Func>
any_awaitable with(Arg arg, Func func) {
  std::abort();
}

// include/boost/cobalt/detached.hpp
struct detached {
  using promise_type = detail::promise_of<detached, false>;
};

// include/boost/cobalt/main.hpp
struct main {
  using promise_type = detail::promise_of<main, false>;
};

// include/boost/cobalt/spawn.hpp
template <typename Context, typename T, typename CompletionToken>
void spawn(Context &context, task<T> &&t, CompletionToken &&token) {
  std::abort();
}

// include/boost/cobalt/channel.hpp
template <typename T> struct channel {
  explicit channel(std::size_t limit = 0u);
  any_awaitable read();
  any_awaitable write(const T &value);
};

} // namespace boost::cobalt

#endif
