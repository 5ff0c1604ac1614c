// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of async_simple, after alibaba/async_simple at
// commit d8abc4fe71a6481e2b354e01029687a5df68417c (1.4): names, templates and
// parameters are those of the headers of the same names; constraints and result
// types are simpler. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`.

#ifndef TIDEPOOL_MOCK_ASYNC_SIMPLE_LAZY_H
#define TIDEPOOL_MOCK_ASYNC_SIMPLE_LAZY_H

#include <coroutine>

namespace async_simple::coro {

template <typename T = void> class Lazy;
namespace detail {
template <typename T> struct LazyPromise {
  Lazy<T> get_return_object();
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void return_value(T);
  void unhandled_exception();
};
template <> struct LazyPromise<void> {
  Lazy<void> get_return_object();
  std::suspend_always initial_suspend() noexcept;
  std::suspend_always final_suspend() noexcept;
  void return_void();
  void unhandled_exception();
};
} // namespace detail
template <typename T> class [[nodiscard]] Lazy {
public:
  using promise_type = detail::LazyPromise<T>;
  Lazy(Lazy &&other);
  ~Lazy();
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  T await_resume();
};

} // namespace async_simple::coro

#endif // TIDEPOOL_MOCK_ASYNC_SIMPLE_LAZY_H
