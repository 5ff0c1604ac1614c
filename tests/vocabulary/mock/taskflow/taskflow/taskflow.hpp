// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of Taskflow, after taskflow/taskflow at commit
// 83f90a279aaab33fd4ce1deed00ca07819cbc8f8 (4.1): names, templates and
// parameters are those of the headers that the comments name; constraints,
// result types and some defaults are simpler. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`.

#ifndef TIDEPOOL_MOCK_TASKFLOW_HPP
#define TIDEPOOL_MOCK_TASKFLOW_HPP

#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdlib>
#include <future>
#include <memory>
#include <string>
#include <thread>

namespace tf {

class WorkerInterface;

// taskflow/core/task.hpp
class Task {};
template <typename P>
concept TaskParamsLike = std::convertible_to<P, std::string>;

// taskflow/core/flow_builder.hpp
class FlowBuilder {
public:
  template <typename C> Task emplace(C &&callable) { std::abort(); }
  template <typename B, typename E, typename C>
  Task for_each(B first, E last, C callable) {
    std::abort();
  }
  template <typename B, typename E, typename S, typename C>
  Task for_each_index(B first, E last, S step, C callable) {
    std::abort();
  }
};

// taskflow/core/taskflow.hpp
class Taskflow : public FlowBuilder {};
template <typename T> class Future : public std::future<T> {
public:
  bool cancel();
};

// taskflow/core/executor.hpp
class Executor {
public:
  explicit Executor(std::size_t N = std::thread::hardware_concurrency(),
                    std::shared_ptr<WorkerInterface> wif = nullptr);
  ~Executor();
  Future<void> run(Taskflow &taskflow);
  Future<void> run_n(Taskflow &taskflow, std::size_t N);
  template <typename P> Future<void> run_until(Taskflow &taskflow, P &&pred) {
    std::abort();
  }
  template <typename T> void corun(T &target) {}
  template <typename P> void corun_until(P &&predicate) {}
  void wait_for_all();
  std::size_t num_workers() const noexcept;
  std::size_t num_topologies() const;
  template <TaskParamsLike P, typename F> auto async(P &&params, F &&func) {
    return std::future<decltype(func())>();
  }
  template <typename F> auto async(F &&func) {
    return std::future<decltype(func())>();
  }
  template <TaskParamsLike P, typename F>
  void silent_async(P &&params, F &&func) {}
  template <typename F> void silent_async(F &&func) {}
};

// taskflow/core/runtime.hpp
class Runtime {
public:
  void corun();
  template <typename F> auto async(F &&f) {
    return std::future<decltype(f())>();
  }
  template <TaskParamsLike P, typename F> auto async(P &&params, F &&f) {
    return std::future<decltype(f())>();
  }
  template <typename F> void silent_async(F &&f) {}
  template <TaskParamsLike P, typename F>
  void silent_async(P &&params, F &&f) {}
};

} // namespace tf

#endif // TIDEPOOL_MOCK_TASKFLOW_HPP
