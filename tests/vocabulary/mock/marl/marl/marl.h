// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of marl, after google/marl at commit
// b8406ab0a82524170ead6dd6c371b579bbc28b3e: names and parameters are those of the
// headers below include/marl that the comments name. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`.

#ifndef TIDEPOOL_MOCK_MARL_H
#define TIDEPOOL_MOCK_MARL_H

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <functional>

namespace marl {

// scheduler.h
class Scheduler {
public:
  struct Config {
    static Config allCores();
    inline Config &setWorkerThreadCount(int);
  };
  Scheduler(const Config &);
  ~Scheduler();
  void bind();
  static void unbind();
};
template <typename Function, typename... Args>
inline void schedule(Function &&f, Args &&...args) {
  std::abort();
}
template <typename Function> inline void schedule(Function &&f) {
  std::abort();
}

// thread.h
class Thread {
public:
  static unsigned int numLogicalCPUs();
};

// waitgroup.h
class WaitGroup {
public:
  WaitGroup(unsigned int initialCount = 0);
  void add(unsigned int count = 1) const;
  bool done() const;
  void wait() const;
};

// event.h
class Event {
public:
  enum class Mode : uint8_t { Auto, Manual };
  Event(Mode mode = Mode::Auto, bool initialState = false);
  void signal() const;
  void wait() const;
  template <typename Rep, typename Period>
  bool wait_for(const std::chrono::duration<Rep, Period> &duration) const;
  template <typename Clock, typename Duration>
  bool
  wait_until(const std::chrono::time_point<Clock, Duration> &timeout) const;
};

// ticket.h
class Ticket {
public:
  void wait() const;
};

// blockingcall.h
template <typename F, typename... Args>
auto blocking_call(F &&f, Args &&...args) -> decltype(f(args...)) {
  std::abort();
}

// parallelize.h
template <typename F0, typename... FN>
inline void parallelize(F0 &&f0, FN &&...fn) {
  std::abort();
}

} // namespace marl

#endif // TIDEPOOL_MOCK_MARL_H
