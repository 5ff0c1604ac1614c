// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of concurrencpp, after David-Haim/concurrencpp at
// commit 7a88f5401e15e1b64acae70077e40df1a5a9f6bf (0.1.7): names, templates and
// parameters are those of the headers that the comments name; constraints and
// some members are left out. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`.

#ifndef TIDEPOOL_MOCK_CONCURRENCPP_H
#define TIDEPOOL_MOCK_CONCURRENCPP_H

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <tuple>
#include <type_traits>
#include <vector>

namespace concurrencpp {

// include/concurrencpp/results/result.h
enum class result_status { idle, value, exception };
template <class type> class result {
public:
  result(result &&);
  void wait() const;
  template <class duration_type, class ratio_type>
  result_status
  wait_for(std::chrono::duration<duration_type, ratio_type> duration) const {
    std::abort();
  }
  template <class clock_type, class duration_type>
  result_status wait_until(
      std::chrono::time_point<clock_type, duration_type> timeout_time) const {
    std::abort();
  }
  type get();
};

// include/concurrencpp/results/lazy_result.h
template <class type> class lazy_result {
public:
  lazy_result(lazy_result &&);
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  type await_resume();
  result<type> run();
  struct promise_type {
    lazy_result get_return_object();
    std::suspend_always initial_suspend() noexcept;
    std::suspend_always final_suspend() noexcept;
    void return_value(type);
    void unhandled_exception();
  };
};

// include/concurrencpp/executors/executor.h
class executor {
public:
  template <class callable_type, class... argument_types>
  void post(callable_type &&callable, argument_types &&...arguments) {}
  template <class callable_type, class... argument_types>
  auto submit(callable_type &&callable, argument_types &&...arguments)
      -> result<std::invoke_result_t<callable_type, argument_types...>> {
    std::abort();
  }
  virtual int max_concurrency_level() const noexcept = 0;
};

// include/concurrencpp/executors/derivable_executor.h
template <class concrete_executor_type>
struct derivable_executor : public executor {
  template <class callable_type, class... argument_types>
  void post(callable_type &&callable, argument_types &&...arguments) {}
  template <class callable_type, class... argument_types>
  auto submit(callable_type &&callable, argument_types &&...arguments)
      -> result<std::invoke_result_t<callable_type, argument_types...>> {
    std::abort();
  }
};

// include/concurrencpp/executors/thread_pool_executor.h and those beside it
class thread_pool_executor final
    : public derivable_executor<thread_pool_executor> {
public:
  int max_concurrency_level() const noexcept override;
};
class thread_executor final : public derivable_executor<thread_executor> {
public:
  int max_concurrency_level() const noexcept override;
};
class inline_executor final : public derivable_executor<inline_executor> {
public:
  int max_concurrency_level() const noexcept override;
};

// include/concurrencpp/results/when_result.h
template <class executor_type, class... result_types>
lazy_result<std::tuple<std::decay_t<result_types>...>>
when_all(std::shared_ptr<executor_type> resume_executor,
         result_types &&...results) {
  std::abort();
}
template <class executor_type, class iterator_type>
lazy_result<
    std::vector<typename std::iterator_traits<iterator_type>::value_type>>
when_all(std::shared_ptr<executor_type> resume_executor, iterator_type begin,
         iterator_type end) {
  std::abort();
}

// include/concurrencpp/runtime/runtime.h
struct runtime_options {
  std::size_t max_cpu_threads;
  std::size_t max_background_threads;
  runtime_options() noexcept;
};
class runtime {
public:
  runtime();
  runtime(const concurrencpp::runtime_options &options);
  std::shared_ptr<concurrencpp::inline_executor>
  inline_executor() const noexcept;
  std::shared_ptr<concurrencpp::thread_pool_executor>
  thread_pool_executor() const noexcept;
  std::shared_ptr<concurrencpp::thread_pool_executor>
  background_executor() const noexcept;
  std::shared_ptr<concurrencpp::thread_executor>
  thread_executor() const noexcept;
};

} // namespace concurrencpp

#endif // TIDEPOOL_MOCK_CONCURRENCPP_H
