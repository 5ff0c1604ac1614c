// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of BS::thread_pool, after
// include/BS_thread_pool.hpp of bshoshany/thread-pool at commit
// bd4533f1f70c2b975cbd5769a60d8eaaea1d2233 (5.1.0): names, templates and
// parameters are that header's; constraints and result types are simpler.
// Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`.

#ifndef TIDEPOOL_MOCK_BS_THREAD_POOL_HPP
#define TIDEPOOL_MOCK_BS_THREAD_POOL_HPP

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <future>
#include <type_traits>
#include <vector>

namespace BS {

enum class tp : std::uint8_t { none = 0, priority = 1 };
using priority_t = std::int8_t;

template <typename T>
class [[nodiscard]] multi_future : public std::vector<std::future<T>> {
public:
  void get();
  void wait() const;
  template <typename R, typename P>
  bool wait_for(const std::chrono::duration<R, P> &duration) const {
    std::abort();
  }
  template <typename C, typename D>
  bool wait_until(const std::chrono::time_point<C, D> &timeout_time) const {
    std::abort();
  }
};

template <tp OptFlags = tp::none> class [[nodiscard]] thread_pool {
public:
  thread_pool() : thread_pool(0, [] {}) {}
  explicit thread_pool(std::size_t num_threads)
      : thread_pool(num_threads, [] {}) {}
  template <typename F, typename = std::enable_if_t<std::is_invocable_v<F>>>
  explicit thread_pool(F &&init);
  template <typename F> thread_pool(std::size_t num_threads, F &&init) {}
  thread_pool(const thread_pool &) = delete;
  ~thread_pool();

  template <typename T1, typename T2, typename F>
  void detach_blocks(T1 first_index, T2 index_after_last, F &&block,
                     std::size_t num_blocks = 0, priority_t priority = 0) {}
  template <typename T1, typename T2, typename F>
  void detach_loop(T1 first_index, T2 index_after_last, F &&loop,
                   std::size_t num_blocks = 0, priority_t priority = 0) {}
  template <typename T1, typename T2, typename F>
  void detach_sequence(T1 first_index, T2 index_after_last, F &&sequence,
                       priority_t priority = 0) {}
  template <typename F> void detach_task(F &&task, priority_t priority = 0) {}
  template <typename T1, typename T2, typename F>
  multi_future<void> submit_blocks(T1 first_index, T2 index_after_last,
                                   F &&block, std::size_t num_blocks = 0,
                                   priority_t priority = 0) {
    std::abort();
  }
  template <typename T1, typename T2, typename F>
  multi_future<void> submit_loop(T1 first_index, T2 index_after_last, F &&loop,
                                 std::size_t num_blocks = 0,
                                 priority_t priority = 0) {
    std::abort();
  }
  template <typename T1, typename T2, typename F>
  multi_future<void> submit_sequence(T1 first_index, T2 index_after_last,
                                     F &&sequence, priority_t priority = 0) {
    std::abort();
  }
  template <typename F, typename R = std::invoke_result_t<std::decay_t<F>>>
  [[nodiscard]] std::future<R> submit_task(F &&task, priority_t priority = 0) {
    std::abort();
  }

  [[nodiscard]] std::size_t get_tasks_total() const;
  [[nodiscard]] std::size_t get_thread_count() const noexcept;
  void reset();
  void reset(std::size_t num_threads);
  void wait();
  template <typename R, typename P>
  bool wait_for(const std::chrono::duration<R, P> &duration) {
    std::abort();
  }
  template <typename C, typename D>
  bool wait_until(const std::chrono::time_point<C, D> &timeout_time) {
    std::abort();
  }
};

using light_thread_pool = thread_pool<tp::none>;
using priority_thread_pool = thread_pool<tp::priority>;

} // namespace BS

#endif // TIDEPOOL_MOCK_BS_THREAD_POOL_HPP
