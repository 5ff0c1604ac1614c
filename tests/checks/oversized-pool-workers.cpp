// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pools made by hand: a loop that starts workers. Those that do one piece of
// work each are tasks, and unbounded-spawn-in-loop's; no loop is reported by
// both.
//
// RUN: %tidepool_test %s oversized-pool %t
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --prefix=TASKS
// FLAGS: -std=c++20 -pthread

#include <array>
#include <atomic>
#include <memory>
#include <pthread.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <vector>

bool pop(int &job);
void process(int job);
std::atomic<bool> Stopping;

void worker() {
  int job;
  while (pop(job))
    process(job);
}

void forEver() {
  for (;;) {
    int job;
    if (pop(job))
      process(job);
  }
}

void *cWorker(void *) {
  worker();
  return nullptr;
}

void *cTask(void *job) {
  process(*static_cast<int *>(job));
  return nullptr;
}

void filledByALoop() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 500; ++i)
    // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads for work of unknown kind, more than the budget of 32
    threads.emplace_back(worker);
  for (std::thread &thread : threads)
    thread.join();
}

void oneTaskEach() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 500; ++i)
    // TASKS: [[#@LINE+1]]: unbounded-spawn-in-loop[fixed] a thread is started 500 times
    threads.emplace_back(process, i);
  for (std::thread &thread : threads)
    thread.join();
}

void untilStopped() {
  std::vector<std::jthread> threads;
  for (unsigned i = 1; i <= 64; i++)
    // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 64 threads
    threads.push_back(std::jthread([] {
      while (!Stopping)
        forEver();
    }));
}

void namedForWorkers() {
  constexpr int NumThreads = 500;
  std::vector<std::thread> threads;
  for (int i = 0; i < NumThreads; ++i)
    // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads
    threads.emplace_back(forEver);
}

void fewWorkers() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 32; ++i)
    threads.emplace_back(worker);
}

void deeperDown(bool quick) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 500; ++i)
    // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads
    threads.emplace_back([quick] {
      if (quick)
        forEver();
      else
        worker();
    });
}

void timesCores() {
  std::vector<std::thread> threads;
  unsigned n = 8 * std::thread::hardware_concurrency();
  for (unsigned i = 0; i < n; ++i)
    // CHECK: [[#@LINE+1]]: oversized-pool[per-core] a pool gets 8 threads a core
    threads.emplace_back(worker);
}

void asManyAsCores() {
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
    threads.emplace_back(worker);
}

void inAnArray() {
  std::array<std::thread, 64> threads;
  for (std::thread &thread : threads)
    // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 64 threads
    thread = std::thread(worker);
  std::thread plain[48];
  for (int i = 0; i != 48; ++i)
    // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 48 threads
    plain[i] = std::thread(worker);
}

void inAVectorOfThatSize() {
  std::vector<std::thread> threads(100);
  for (auto &thread : threads)
    // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 100 threads
    thread = std::thread(worker);
}

void ofPosix() {
  pthread_t ids[200];
  for (int i = 0; i < 200; i++)
    // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 200 threads
    pthread_create(&ids[i], nullptr, cWorker, nullptr);
}

void checkedOfPosix(int *jobs) {
  pthread_t ids[200];
  for (int i = 0; i < 200; i++)
    // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 200 threads
    if (pthread_create(&ids[i], nullptr, cWorker, nullptr) != 0)
      break;
  for (int i = 0; i < 200; i++)
    // TASKS: [[#@LINE+1]]: unbounded-spawn-in-loop[fixed] a thread is started 200 times
    pthread_create(&ids[i], nullptr, cTask, jobs + i);
}

void triedAgainOfPosix() {
  pthread_t ids[200];
  for (int i = 0; i < 200; i++)
    // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 200 threads
    while (pthread_create(&ids[i], nullptr, cWorker, nullptr) != 0)
      std::this_thread::yield();
}

void receive(int socket) {
  char text[100];
  recv(socket, text, sizeof text, 0);
}

void thatWait(int socket) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 64; ++i)
    threads.emplace_back([socket] {
      while (!Stopping)
        receive(socket);
    });
  for (int i = 0; i < 128; ++i)
    // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 128 threads for work that waits, more than the budget of 100
    threads.emplace_back([socket] {
      while (!Stopping)
        receive(socket);
    });
}

// Not each turn starts one.
void someTurns(const bool *wanted) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 60; ++i)
    if (wanted[i])
      threads.emplace_back(worker);
}

class HousePool {
public:
  explicit HousePool(std::size_t n) : count(n) { start(); }

private:
  void start() {
    for (std::size_t i = 0; i < count; ++i)
      workers.emplace_back(&HousePool::loop, this);
  }
  void loop() {
    int job;
    while (pop(job))
      process(job);
  }
  std::size_t count = 1;
  std::vector<std::thread> workers;
};

class NamedPool {
public:
  NamedPool(std::size_t n, std::string name) {
    workers.resize(n);
    for (std::thread &one : workers)
      one = std::thread(worker);
  }

private:
  std::vector<std::thread> workers;
};

void ofTheHouse(std::size_t given) {
  HousePool small(8);
  HousePool unknown(given);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 64 threads
  HousePool large(64);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 100 threads
  auto named = std::make_unique<NamedPool>(100, "named");
}

class Plain {
public:
  explicit Plain(int n) {
    for (int i = 0; i < n; ++i)
      workers.emplace_back(worker);
  }

private:
  std::vector<std::thread> workers;
};

struct Owner {
  Plain pool;
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 300 threads
  Owner() : pool(300) {}
};

void startWorkers(std::vector<std::thread> &into, int n) {
  for (int i = 0; i < n; ++i)
    into.emplace_back(worker);
}

void callers(std::vector<std::thread> &into) {
  startWorkers(into, 4);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 128 threads
  startWorkers(into, 128);
}

// A pool a connection, or an element: how many there are is what is wrong.
void poolPerElement(const std::vector<std::string> &hosts) {
  std::vector<std::thread> threads;
  for (const std::string &host : hosts)
    for (int i = 0; i < 64; ++i)
      // TASKS: [[#@LINE+1]]: unbounded-spawn-in-loop[per-item]
      threads.emplace_back(worker);
}

// unbounded-spawn-in-loop S: a fixed worker count, filled in.
struct Filled {
  std::vector<std::jthread> workers{std::vector<std::jthread>(8)};
  void fill() {
    for (auto &w : workers)
      w = std::jthread(worker);
  }
};
