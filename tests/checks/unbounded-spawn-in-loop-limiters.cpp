// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Limiters, refusals and counts that bound what a loop starts, and those that
// only seem to.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <future>
#include <memory>
#include <mutex>
#include <semaphore>
#include <set>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <utility>
#include <vector>

using Strings = std::vector<std::string>;
void fetch(const std::string &);
void work(int);

std::counting_semaphore<16> Gate(16);

void boundedBySemaphoreAcquiredBefore(const Strings &urls) {
  for (const std::string &url : urls) {
    Gate.acquire();
    std::thread([url] {
      fetch(url);
      Gate.release();
    }).detach();
  }
}

void acquiredAfterTheStartBoundsToo(const Strings &urls) {
  for (const std::string &url : urls) {
    std::thread([url] {
      fetch(url);
      Gate.release();
    }).detach();
    Gate.acquire();
  }
}

void acquiredInOneBranchOnly(const Strings &urls) {
  for (const std::string &url : urls) {
    if (url.size() > 3)
      Gate.acquire();
    std::thread([url] { fetch(url); }).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }
}

void acquiredInEachBranch(const Strings &urls, bool wait) {
  for (const std::string &url : urls) {
    if (wait)
      Gate.acquire();
    else if (!Gate.try_acquire())
      continue;
    std::thread([url] {
      fetch(url);
      Gate.release();
    }).detach();
  }
}

void acquiredOnceBeforeTheLoop(const Strings &urls) {
  Gate.acquire();
  for (const std::string &url : urls)
    std::thread(fetch, url).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  Gate.release();
}

void refusedByTryAcquire(const Strings &urls) {
  for (const std::string &url : urls) {
    if (!Gate.try_acquire())
      continue;
    std::thread([url] {
      fetch(url);
      Gate.release();
    }).detach();
  }
  for (const std::string &url : urls)
    if (Gate.try_acquire())
      std::thread([url] {
        fetch(url);
        Gate.release();
      }).detach();
}

void refusalKeptInAVariable(const Strings &urls) {
  for (const std::string &url : urls) {
    bool permitted = Gate.try_acquire_for(std::chrono::seconds(1));
    if (!permitted)
      return;
    std::thread([url] {
      fetch(url);
      Gate.release();
    }).detach();
  }
}

void refusalThatNobodyLooksAt(const Strings &urls) {
  for (const std::string &url : urls) {
    (void)Gate.try_acquire();
    std::thread([url] {
      fetch(url);
      Gate.release();
    }).detach();
    // CHECK: [[#@LINE-4]]: unbounded-spawn-in-loop[per-item]
  }
}

void refusalTurnedRound(const Strings &urls) {
  for (const std::string &url : urls) {
    if (Gate.try_acquire())
      continue;
    std::thread(fetch, url).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }
}

void spinsUntilPermitted(const Strings &urls) {
  for (const std::string &url : urls) {
    while (!Gate.try_acquire_for(std::chrono::milliseconds(10))) {
    }
    std::thread([url] {
      fetch(url);
      Gate.release();
    }).detach();
  }
}

void madeAnewInEachTurn(const Strings &urls) {
  for (const std::string &url : urls) {
    std::counting_semaphore<4> gate(4);
    gate.acquire();
    std::thread([url] { fetch(url); }).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }
}

void capacityAboveBudget(const Strings &urls) {
  static std::counting_semaphore<5000> gate(5000);
  for (const std::string &url : urls) {
    gate.acquire();
    std::thread([url] {
      fetch(url);
      gate.release();
    }).detach();
    // CHECK: [[#@LINE-4]]: unbounded-spawn-in-loop[above-budget] the bound lets 5000 run at once, more than the budget of 100
  }
}

void capacityOfTheInput(const Strings &urls) {
  std::counting_semaphore<> gate(urls.size());
  for (const std::string &url : urls) {
    gate.acquire();
    std::thread([&gate, url] {
      fetch(url);
      gate.release();
    }).detach();
    // CHECK: [[#@LINE-4]]: unbounded-spawn-in-loop[per-item]
  }
}

void capacityOfTheMachine(const Strings &urls) {
  std::counting_semaphore<> gate(std::thread::hardware_concurrency());
  for (const std::string &url : urls) {
    gate.acquire();
    std::thread([&gate, url] {
      fetch(url);
      gate.release();
    }).detach();
  }
}

void givenBackInTheSameTurn(const Strings &urls) {
  for (const std::string &url : urls) {
    Gate.acquire();
    std::thread([url] { fetch(url); }).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-freed-early]
    Gate.release();
  }
}

void givenBackAfterTheJoin(const Strings &urls) {
  for (const std::string &url : urls) {
    Gate.acquire();
    std::thread thread(fetch, url);
    thread.join();
    Gate.release();
  }
}

void givenBackByAHelper(const Strings &urls) {
  struct Done {
    static void now() { Gate.release(); }
  };
  for (const std::string &url : urls) {
    Gate.acquire();
    std::thread([url] {
      fetch(url);
      Done::now();
    }).detach();
  }
}

void takenByTheTask(const Strings &urls) {
  for (const std::string &url : urls)
    std::thread([url] {
      Gate.acquire();
      fetch(url);
      Gate.release();
    }).detach();
  // CHECK: [[#@LINE-5]]: unbounded-spawn-in-loop[permit-inside-task]
}

struct Permit {
  explicit Permit(std::counting_semaphore<16> &gate) : gate(&gate) {
    gate.acquire();
  }
  Permit(Permit &&other) : gate(std::exchange(other.gate, nullptr)) {}
  ~Permit() {
    if (gate)
      gate->release();
  }
  std::counting_semaphore<16> *gate;
};

void guardMovedIntoTheTask(const Strings &urls) {
  for (const std::string &url : urls) {
    Permit permit(Gate);
    std::thread([url, permit = std::move(permit)] { fetch(url); }).detach();
  }
}

void guardLeftBehind(const Strings &urls) {
  for (const std::string &url : urls) {
    Permit permit(Gate);
    std::thread([url] { fetch(url); }).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-freed-early]
  }
}

void guardByReference(const Strings &urls) {
  for (const std::string &url : urls) {
    Permit permit(Gate);
    std::thread([url, &permit] { fetch(url); }).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-freed-early]
  }
}

void guardPassedAsArgument(const Strings &urls) {
  for (const std::string &url : urls) {
    Permit permit(Gate);
    std::thread([](const std::string &url, Permit) { fetch(url); }, url,
                std::move(permit))
        .detach();
  }
}

void guardTakenByTheTask(const Strings &urls) {
  for (const std::string &url : urls)
    std::thread([url] {
      Permit permit(Gate);
      fetch(url);
    }).detach();
  // CHECK: [[#@LINE-4]]: unbounded-spawn-in-loop[permit-inside-task]
}

// Helpers, wrappers and hand-made semaphores of the same unit.
static void enter() { Gate.acquire(); }
void acquiredByAHelper(const Strings &urls) {
  for (const std::string &url : urls) {
    enter();
    std::thread([url] {
      fetch(url);
      Gate.release();
    }).detach();
  }
}

class HandMade {
public:
  void acquire() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return free_ > 0; });
    --free_;
  }
  void release() {
    std::lock_guard lock(mutex_);
    ++free_;
    changed_.notify_one();
  }

private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int free_ = 8;
};
void handMadeSemaphore(const Strings &urls, HandMade &gate) {
  for (const std::string &url : urls) {
    gate.acquire();
    std::thread([&gate, url] {
      fetch(url);
      gate.release();
    }).detach();
  }
}

// A wait until there is work is no permit.
class Inbox {
public:
  std::string take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !messages_.empty(); });
    std::string message = messages_.back();
    messages_.pop_back();
    return message;
  }

private:
  std::mutex mutex_;
  std::condition_variable changed_;
  Strings messages_;
};
void threadPerMessage(Inbox &inbox) {
  for (;;)
    std::thread(fetch, inbox.take()).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per turn of a loop without end
}

void capacityBehindAPointer(const Strings &urls) {
  auto gate = std::make_unique<std::counting_semaphore<>>(4000);
  for (const std::string &url : urls) {
    gate->acquire();
    std::thread([&gate, url] {
      fetch(url);
      gate->release();
    }).detach();
    // CHECK: [[#@LINE-4]]: unbounded-spawn-in-loop[above-budget] the bound lets 4000 run at once
  }
}

void guardSharedWithTheTask(const Strings &urls) {
  for (const std::string &url : urls) {
    auto permit = std::make_shared<Permit>(Gate);
    std::thread([url, permit] { fetch(url); }).detach();
  }
  for (const std::string &url : urls) {
    auto permit = std::make_shared<Permit>(Gate);
    std::thread([url] { fetch(url); }).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-freed-early]
  }
}

static void startPermitted(const std::string &url) {
  Gate.acquire();
  std::thread([url] {
    fetch(url);
    Gate.release();
  }).detach();
}
void permitTakenInTheHelperThatStarts(const Strings &urls) {
  for (const std::string &url : urls)
    startPermitted(url);
}

// Counts of what is running.
std::atomic<int> Active{0};
void refusedByACount(const Strings &urls) {
  for (const std::string &url : urls) {
    if (Active >= 32)
      continue;
    ++Active;
    std::thread([url] {
      fetch(url);
      --Active;
    }).detach();
  }
}

void connectionsRefusedByACount(int listener) {
  while (true) {
    int client = accept(listener, nullptr, nullptr);
    if (Active.load() >= 64) {
      close(client);
      continue;
    }
    Active.fetch_add(1);
    std::thread([client] {
      work(client);
      Active.fetch_sub(1);
    }).detach();
  }
}

void countAboveBudget(const Strings &urls) {
  for (const std::string &url : urls) {
    if (Active < 5000) {
      ++Active;
      std::thread([url] {
        fetch(url);
        --Active;
      }).detach();
      // CHECK: [[#@LINE-4]]: unbounded-spawn-in-loop[above-budget] the bound lets 5000 run at once
    }
  }
}

void stopsAfterSoManyStarts(const Strings &urls) {
  int started = 0;
  for (const std::string &url : urls) {
    if (started == 10)
      break;
    ++started;
    std::thread(fetch, url).detach();
  }
  int budget = 8;
  for (const std::string &url : urls) {
    if (budget-- <= 0)
      return;
    std::thread(fetch, url).detach();
  }
}

std::atomic<int> Free{8};
void refusedWithoutAFreeSlot(const Strings &urls) {
  for (const std::string &url : urls) {
    if (Free == 0)
      continue;
    --Free;
    std::thread([url] {
      fetch(url);
      ++Free;
    }).detach();
  }
}

void countThatOnlyGrowsIsACounter(const Strings &urls) {
  int started = 0;
  for (const std::string &url : urls) {
    if (started < 2)
      fetch(url);
    ++started;
    std::thread(fetch, url).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }
}

std::mutex Mutex;
std::condition_variable Changed;
int Busy = 0;
static void finish() {
  std::lock_guard lock(Mutex);
  --Busy;
  Changed.notify_one();
}

void waitsForACountByPredicate(const Strings &urls) {
  for (const std::string &url : urls) {
    std::unique_lock lock(Mutex);
    Changed.wait(lock, [] { return Busy < 32; });
    ++Busy;
    std::thread([url] {
      fetch(url);
      finish();
    }).detach();
  }
}

void waitsForACountByLoop(const Strings &urls) {
  for (const std::string &url : urls) {
    std::unique_lock lock(Mutex);
    while (Busy >= 32)
      Changed.wait(lock);
    ++Busy;
    std::thread([url] {
      fetch(url);
      finish();
    }).detach();
  }
}

void noMoreThanTheContainerMayHold(std::vector<std::thread> &threads,
                                   std::size_t maximum) {
  for (;;) {
    if (threads.size() < maximum)
      threads.emplace_back(work, 1);
    work(2);
  }
}

struct Elastic {
  void grow(int wanted) {
    for (int i = 0; i < wanted && int(threads.size()) < most; ++i)
      threads.emplace_back(work, i);
  }
  void growWithTheInput(const Strings &urls) {
    while (threads.size() < urls.size())
      threads.emplace_back(work, 1);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
  }
  std::vector<std::thread> threads;
  int most = 0;
};

// What is connected is registered beside the start, and taken out by the task.
std::set<int> Connected;
std::mutex ConnectedMutex;
void refusesBeyondFiftyConnections(int listener) {
  while (true) {
    int client = accept(listener, nullptr, nullptr);
    std::lock_guard<std::mutex> lock(ConnectedMutex);
    if (Connected.size() >= 50) {
      close(client);
      continue;
    }
    Connected.insert(client);
    std::thread([client] {
      close(client);
      std::lock_guard<std::mutex> lock(ConnectedMutex);
      Connected.erase(client);
    }).detach();
  }
}

// The size of something else says nothing.
void refusesByAnotherSize(int listener, const Strings &banned) {
  while (true) {
    int client = accept(listener, nullptr, nullptr);
    if (banned.size() >= 50)
      continue;
    std::thread([client] { close(client); }).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
  }
}

// Open again before the next turn.
void flagThatIsPutBackAtOnce(const Strings &urls) {
  bool busy = false;
  for (const std::string &url : urls) {
    if (busy)
      continue;
    busy = true;
    std::thread(fetch, url).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    busy = false;
  }
}

// The deleter runs when the task drops its permit, not in the turn.
void givenBackByADeleter(const Strings &urls) {
  for (const std::string &url : urls) {
    Gate.acquire();
    std::shared_ptr<void> permit(nullptr, [](void *) { Gate.release(); });
    std::thread([url, permit] { fetch(url); }).detach();
  }
}

// A class of ours whose code is elsewhere: it may well be what its name says.
class Semaphore {
public:
  int wait();
  int post();
};
Semaphore Rooms;
void houseSemaphoreOutOfView(int listener) {
  while (true) {
    int client = accept(listener, nullptr, nullptr);
    Rooms.wait();
    std::thread([client] {
      close(client);
      Rooms.post();
    }).detach();
  }
}

void waitForSlot();
void houseFunctionOutOfView(const Strings &urls) {
  for (const std::string &url : urls) {
    waitForSlot();
    std::thread(fetch, url).detach();
  }
}

// Giving back takes nothing.
void onlyPosts(const Strings &urls) {
  for (const std::string &url : urls) {
    Rooms.post();
    std::thread(fetch, url).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }
}

// The connection registers itself, and throws where there are too many.
class Registry {
public:
  explicit Registry(int max) : max(max) {}
  bool enter() {
    std::lock_guard<std::mutex> lock(mutex);
    if (max == 0 || current < max) {
      ++current;
      return true;
    }
    return false;
  }
  void leave() {
    std::lock_guard<std::mutex> lock(mutex);
    --current;
  }

private:
  std::mutex mutex;
  int max;
  int current = 0;
};
static Registry Clients(100);

class Registered {
public:
  explicit Registered(int client) : client(client) {
    if (!Clients.enter())
      throw client;
  }
  Registered(Registered &&other) : client(std::exchange(other.client, -1)) {}
  ~Registered() {
    if (client >= 0)
      Clients.leave();
  }

private:
  int client;
};

void serve(Registered connection);
void constructorRefusesByThrowing(int listener) {
  while (true) {
    try {
      Registered connection(accept(listener, nullptr, nullptr));
      std::thread(serve, std::move(connection)).detach();
    } catch (int) {
    }
  }
}

void helperRefuses(int listener) {
  while (true) {
    int client = accept(listener, nullptr, nullptr);
    if (!Clients.enter())
      continue;
    std::thread([client] {
      close(client);
      Clients.leave();
    }).detach();
  }
}

// Nobody leaves or refuses.
class Counted {
public:
  explicit Counted(int client) : client(client) { ++Made; }
  Counted(Counted &&other) = default;
  static inline int Made = 0;
  int client;
};
void serveCounted(Counted connection);
void constructorOnlyCounts(int listener) {
  while (true) {
    Counted connection(accept(listener, nullptr, nullptr));
    std::thread(serveCounted, std::move(connection)).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
  }
}
