// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of HPX, after STEllAR-GROUP/hpx at commit
// 37c665c4e42f433bd07c9cd815c585b071926d21 (before 2.0): names, templates and
// parameters are those of the headers below libs/core that the comments name.
// Nothing here runs.
// No entry was looked for in those headers, which need what its build makes.

#ifndef TIDEPOOL_MOCK_HPX_HPP
#define TIDEPOOL_MOCK_HPX_HPP

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <tuple>
#include <vector>

namespace hpx {
namespace chrono {
struct steady_duration {
  template <typename Rep, typename Period>
  steady_duration(const std::chrono::duration<Rep, Period> &);
};
struct steady_time_point {
  template <typename Clock, typename Duration>
  steady_time_point(const std::chrono::time_point<Clock, Duration> &);
};
} // namespace chrono

enum class future_status { ready, timeout, deferred };
enum class launch { async, deferred, fork, sync };

// futures/include/hpx/futures/future.hpp
namespace lcos::detail {
template <typename Derived, typename R> class future_base {
public:
  void wait() const;
  hpx::future_status wait_for(const hpx::chrono::steady_duration &) const;
  hpx::future_status wait_until(const hpx::chrono::steady_time_point &) const;
  bool is_ready() const noexcept;
};
} // namespace lcos::detail
template <typename R>
class future : public lcos::detail::future_base<future<R>, R> {
public:
  future(future &&) noexcept;
  future &operator=(future &&) noexcept;
  ~future();
  R get();
};
template <typename R>
class shared_future : public lcos::detail::future_base<shared_future<R>, R> {
public:
  R get() const;
};

// async_base/include/hpx/async_base/async.hpp, post.hpp
template <typename F, typename... Ts> future<void> async(F &&f, Ts &&...ts) {
  std::abort();
}
template <typename F, typename... Ts> bool post(F &&f, Ts &&...ts) {
  std::abort();
}

// threading/include/hpx/threading/thread.hpp
class thread {
public:
  thread() noexcept;
  template <typename F> explicit thread(F &&f) { std::abort(); }
  template <typename F, typename... Ts> explicit thread(F &&f, Ts &&...vs) {
    std::abort();
  }
  thread(thread &&) noexcept;
  ~thread();
  bool joinable() const noexcept;
  void join();
  void detach();
  [[nodiscard]] static unsigned int hardware_concurrency() noexcept;
};

// algorithms/include/hpx/parallel/task_group.hpp
namespace experimental {
class task_group {
public:
  task_group();
  ~task_group();
  template <typename F, typename... Ts> void run(F &&f, Ts &&...ts) {
    std::abort();
  }
  void wait();
};
} // namespace experimental

// async_combinators/include/hpx/async_combinators/when_all.hpp, wait_all.hpp
inline constexpr struct when_all_t final {
  template <typename... Args> future<int> operator()(Args &&...args) const;
} when_all{};
inline constexpr struct when_all_n_t final {
  template <typename Iterator>
  future<int> operator()(Iterator begin, std::size_t count) const;
} when_all_n{};
inline constexpr struct wait_all_t final {
  template <typename... Args> void operator()(Args &&...args) const;
} wait_all{};
inline constexpr struct wait_all_n_t final {
  template <typename Iterator>
  void operator()(Iterator begin, std::size_t count) const;
} wait_all_n{};

// synchronization/include/hpx/synchronization/counting_semaphore.hpp
template <std::ptrdiff_t LeastMaxValue = PTRDIFF_MAX> class counting_semaphore {
public:
  explicit counting_semaphore(std::ptrdiff_t value);
  void release(std::ptrdiff_t update = 1);
  bool try_acquire() noexcept;
  void acquire();
  bool try_acquire_until(hpx::chrono::steady_time_point const &abs_time);
  bool try_acquire_for(hpx::chrono::steady_duration const &rel_time);
};
template <typename Mutex = int, int N = 0> class counting_semaphore_var {
public:
  explicit counting_semaphore_var(std::ptrdiff_t value = N);
  void wait(std::ptrdiff_t count = 1);
  bool try_wait(std::ptrdiff_t count = 1);
  void signal(std::ptrdiff_t count = 1);
  void release(std::ptrdiff_t update = 1);
  bool try_acquire() noexcept;
  void acquire();
  bool try_acquire_until(hpx::chrono::steady_time_point const &abs_time);
  bool try_acquire_for(hpx::chrono::steady_duration const &rel_time);
};

// synchronization/include/hpx/synchronization/latch.hpp
class latch {
public:
  explicit latch(std::ptrdiff_t count);
  void count_down(std::ptrdiff_t update);
  void wait() const;
  void arrive_and_wait(std::ptrdiff_t update = 1);
};

// runtime_local/include/hpx/runtime_local/runtime_local_fwd.hpp,
// get_os_thread_count.hpp
std::size_t get_num_worker_threads();
std::size_t get_os_thread_count();

// execution_base/include/hpx/execution_base/this_thread.hpp
namespace this_thread {
void sleep_for(hpx::chrono::steady_duration const &rel_time);
void sleep_until(hpx::chrono::steady_time_point const &abs_time);
} // namespace this_thread

} // namespace hpx

#endif // TIDEPOOL_MOCK_HPX_HPP
