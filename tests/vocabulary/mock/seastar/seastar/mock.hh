// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of Seastar, after scylladb/seastar at commit
// 525fcc86ecd275b1c89a1c3f359693704c953a98: names, templates and parameters are
// those of the headers that the comments name; constraints, result types and
// some defaults are simpler. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`.

#ifndef TIDEPOOL_MOCK_SEASTAR_HH
#define TIDEPOOL_MOCK_SEASTAR_HH

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <cstdlib>
#include <exception>
#include <optional>
#include <utility>
#include <vector>

namespace seastar {

// include/seastar/core/future.hh, include/seastar/core/coroutine.hh
template <typename T = void> class [[nodiscard]] future;

namespace internal {
template <typename T> struct coroutine_promise {
  future<T> get_return_object();
  std::suspend_never initial_suspend() noexcept;
  std::suspend_never final_suspend() noexcept;
  template <typename U> void return_value(U &&) { std::abort(); }
  void unhandled_exception() noexcept;
};
template <> struct coroutine_promise<void> {
  future<void> get_return_object();
  std::suspend_never initial_suspend() noexcept;
  std::suspend_never final_suspend() noexcept;
  void return_void() noexcept;
  void unhandled_exception() noexcept;
};
} // namespace internal

template <typename T> class [[nodiscard]] future {
public:
  using promise_type = internal::coroutine_promise<T>;
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>) noexcept;
  T await_resume();
  template <typename Func> auto then(Func &&func) noexcept {
    if constexpr (requires { func(); })
      return decltype(func())(future<>());
    else
      return decltype(func(std::declval<T>()))(future<>());
  }
  template <typename Func> future finally(Func &&func) noexcept {
    std::abort();
  }
  future() noexcept;
  template <typename U> explicit future(future<U> &&) noexcept { std::abort(); }
  future(future &&) noexcept;
  T get();
};

template <typename T = void, typename... A>
future<T> make_ready_future(A &&...value) noexcept {
  std::abort();
}

// include/seastar/core/abort_source.hh
class abort_source {};

// include/seastar/core/lowres_clock.hh
struct lowres_clock {
  using duration = std::chrono::duration<long, std::milli>;
  using time_point =
      std::chrono::time_point<std::chrono::steady_clock, duration>;
};

// include/seastar/core/semaphore.hh
struct semaphore_default_exception_factory {};
struct named_semaphore_exception_factory {};

template <typename ExceptionFactory, typename Clock = lowres_clock>
class basic_semaphore {
public:
  using duration = typename Clock::duration;
  using time_point = typename Clock::time_point;
  explicit basic_semaphore(size_t count) noexcept;
  basic_semaphore(size_t count, ExceptionFactory &&factory) noexcept;
  future<> wait(size_t nr = 1) noexcept;
  future<> wait(time_point timeout, size_t nr = 1) noexcept;
  future<> wait(abort_source &as, size_t nr = 1) noexcept;
  future<> wait(duration timeout, size_t nr = 1) noexcept;
  void signal(size_t nr = 1) noexcept;
  bool try_wait(size_t nr = 1) noexcept;
};
using semaphore = basic_semaphore<semaphore_default_exception_factory>;
using named_semaphore = basic_semaphore<named_semaphore_exception_factory>;

template <typename ExceptionFactory, typename Clock = lowres_clock>
class semaphore_units {
public:
  semaphore_units() noexcept;
  semaphore_units(semaphore_units &&) noexcept;
  ~semaphore_units() noexcept;
};

template <typename ExceptionFactory, typename Clock>
future<semaphore_units<ExceptionFactory, Clock>>
get_units(basic_semaphore<ExceptionFactory, Clock> &sem,
          size_t units) noexcept {
  std::abort();
}
template <typename ExceptionFactory, typename Clock>
future<semaphore_units<ExceptionFactory, Clock>>
get_units(basic_semaphore<ExceptionFactory, Clock> &sem, size_t units,
          typename basic_semaphore<ExceptionFactory, Clock>::duration
              timeout) noexcept {
  std::abort();
}
template <typename ExceptionFactory, typename Clock>
std::optional<semaphore_units<ExceptionFactory, Clock>>
try_get_units(basic_semaphore<ExceptionFactory, Clock> &sem,
              size_t units) noexcept {
  std::abort();
}
template <typename ExceptionFactory, typename Func, typename Clock>
auto with_semaphore(basic_semaphore<ExceptionFactory, Clock> &sem, size_t units,
                    Func &&func) noexcept {
  return func();
}
template <typename ExceptionFactory, typename Func, typename Clock>
auto with_semaphore(
    basic_semaphore<ExceptionFactory, Clock> &sem, size_t units,
    typename basic_semaphore<ExceptionFactory, Clock>::duration timeout,
    Func &&func) noexcept {
  return func();
}

// include/seastar/core/loop.hh
template <typename Iterator, typename Sentinel, typename Func>
future<> parallel_for_each(Iterator begin, Sentinel end, Func &&func) noexcept {
  std::abort();
}
template <typename Range, typename Func>
future<> parallel_for_each(Range &&range, Func &&func) noexcept {
  std::abort();
}
template <typename Iterator, typename Sentinel, typename Func>
future<> max_concurrent_for_each(Iterator begin, Sentinel end,
                                 size_t max_concurrent, Func &&func) noexcept {
  std::abort();
}
template <typename Range, typename Func>
future<> max_concurrent_for_each(Range &&range, size_t max_concurrent,
                                 Func &&func) noexcept {
  std::abort();
}
template <typename Iterator, typename AsyncAction>
future<> do_for_each(Iterator begin, Iterator end,
                     AsyncAction action) noexcept {
  std::abort();
}
template <typename Container, typename AsyncAction>
future<> do_for_each(Container &c, AsyncAction action) noexcept {
  std::abort();
}

// include/seastar/core/when_all.hh
template <typename... FutOrFuncs>
future<> when_all(FutOrFuncs &&...fut_or_funcs) noexcept {
  std::abort();
}
template <typename FutureIterator>
  requires requires(FutureIterator i) { *i++; }
future<std::vector<int>> when_all(FutureIterator begin,
                                  FutureIterator end) noexcept {
  std::abort();
}
template <typename... FutOrFuncs>
future<> when_all_succeed(FutOrFuncs &&...fut_or_funcs) noexcept {
  std::abort();
}
template <typename FutureIterator, typename Sentinel>
  requires requires(FutureIterator i) { *i++; }
future<> when_all_succeed(FutureIterator begin, Sentinel end) noexcept {
  std::abort();
}
template <typename T>
future<> when_all_succeed(std::vector<future<T>> &&futures) noexcept {
  std::abort();
}

// include/seastar/core/map_reduce.hh
template <typename Iterator, typename Mapper, typename Initial, typename Reduce>
future<Initial> map_reduce(Iterator begin, Iterator end, Mapper &&mapper,
                           Initial initial, Reduce reduce) {
  std::abort();
}
template <typename Range, typename Mapper, typename Initial, typename Reduce>
future<Initial> map_reduce(Range &&range, Mapper &&mapper, Initial initial,
                           Reduce reduce) {
  std::abort();
}

namespace coroutine {

// include/seastar/coroutine/parallel_for_each.hh
template <typename Func>
class [[nodiscard("must co_await an parallel_for_each() object")]]
parallel_for_each final {
public:
  template <typename Iterator, typename Sentinel, typename Func1>
  explicit parallel_for_each(Iterator begin, Sentinel end,
                             Func1 &&func) noexcept {
    std::abort();
  }
  template <typename Range, typename Func1>
  explicit parallel_for_each(Range &&range, Func1 &&func) noexcept {
    std::abort();
  }
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
template <typename Iterator, typename Sentinel, typename Func>
parallel_for_each(Iterator begin, Sentinel end, Func &&func)
    -> parallel_for_each<Func>;
template <typename Range, typename Func>
parallel_for_each(Range &&range, Func &&func) -> parallel_for_each<Func>;

// include/seastar/coroutine/all.hh
template <typename... Futures>
class [[nodiscard("must co_await an all() object")]] all {
public:
  template <typename... Func> explicit all(Func &&...funcs) { std::abort(); }
  bool await_ready() const noexcept;
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
template <typename FirstFunc, typename... MoreFuncs>
explicit all(FirstFunc &&, MoreFuncs &&...)
    -> all<std::invoke_result_t<FirstFunc>, std::invoke_result_t<MoreFuncs>...>;

} // namespace coroutine
} // namespace seastar

#endif
