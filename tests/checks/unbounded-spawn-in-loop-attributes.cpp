// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Declarations that say themselves what they are.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop,unlimited-gather,oversized-pool,await-without-timeout %t

#include <string>
#include <vector>

namespace house {
[[clang::annotate("tidepool::spawn=thread, callable: 0")]] [[clang::annotate(
    "tidepool::counterpart=house::gate::enter before each")]]
void launch(void (*work)());

template <typename F>
[[clang::annotate("tidepool::spawn={starts: coroutine, callable: 1}")]]
void go(int priority, F work) {}

struct gate {
  [[clang::annotate("tidepool::limiter=acquire")]] void enter();
  [[clang::annotate("tidepool::limiter=release")]] void leave();
};

struct worker {
  virtual ~worker();
  [[clang::annotate("tidepool::spawn=thread")]] virtual void start();
};
struct eager_worker : worker {
  void start() override;
};

struct [[clang::annotate("tidepool::task=eager, on-drop: joins")]] thread {
  [[clang::annotate("tidepool::spawn=thread, callable: 0, on-drop: joins")]]
  explicit thread(void (*work)());
  ~thread();
};

struct starter {
  template <typename F> void operator()(F work) const {}
};
[[clang::annotate("tidepool::spawn=coroutine, callable: 0")]]
inline constexpr starter start{};

[[clang::annotate("tidepool::cores")]] unsigned cores();
[[clang::annotate("tidepool::pool={size: 0}")]] void set_workers(unsigned);
struct options {
  [[clang::annotate("tidepool::pool={size: 0}")]] int workers = 1;
};

struct task {};
[[clang::annotate("tidepool::gather={range: 0}")]]
void wait_all(std::vector<task> tasks);

struct [[clang::annotate("tidepool::handle={of: remote}")]] nothing;
struct client {
  [[clang::annotate("tidepool::handle={of: remote, at: this}")]]
  explicit client(const char *host);
  ~client();
  [[clang::annotate("tidepool::io={waits: blocking, peer: server, on: this}")]]
  int get();
  [[clang::annotate("tidepool::deadline={on: this, time: 0}")]]
  void set_timeout(int);
};
} // namespace house

void work();
house::task fetch(const std::string &url);
using Strings = std::vector<std::string>;

void function(const Strings &urls) {
  for (const std::string &url : urls)
    house::launch(work);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
}

void functionTemplate(const Strings &urls) {
  for (const std::string &url : urls)
    house::go(1, [] { work(); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a coroutine is started once per element of 'urls'
}

void bounded(house::gate &gate, const Strings &urls) {
  for (const std::string &url : urls) {
    gate.enter();
    house::go(1, [&gate] {
      work();
      gate.leave();
    });
  }
}

void override(const Strings &urls) {
  for (const std::string &url : urls) {
    auto *one = new house::eager_worker;
    one->start();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
  }
}

void constructor(const Strings &urls) {
  std::vector<house::thread *> threads;
  for (const std::string &url : urls)
    threads.push_back(new house::thread(work));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
}

void joinedInEachTurn(const Strings &urls) {
  for (const std::string &url : urls)
    house::thread one(work);
}

void functionObject(const Strings &urls) {
  for (const std::string &url : urls)
    house::start([] { work(); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a coroutine is started once per element of 'urls'
}

void pool() {
  house::set_workers(500);
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized]
}

void poolOfTheMachine() { house::set_workers(house::cores()); }

void poolInAMember(house::options &options) {
  options.workers = 500;
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized]
}

void gather(const Strings &urls) {
  std::vector<house::task> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  house::wait_all(tasks);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] 'house::wait_all' waits for a task per element of 'urls'
}

int wait() {
  house::client client("example.org");
  return client.get();
  // CHECK: [[#@LINE-1]]: await-without-timeout[no-deadline] 'house::client::get' waits for a server with no timeout
}

int waitBounded() {
  house::client client("example.org");
  client.set_timeout(100);
  return client.get();
}
