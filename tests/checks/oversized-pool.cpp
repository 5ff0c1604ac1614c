// RUN: %tidepool_test %s oversized-pool %t
// FLAGS: -std=c++20 -pthread

#include <algorithm>
#include <array>
#include <asio/thread_pool.hpp>
#include <climits>
#include <condition_variable>
#include <cstdlib>
#include <limits>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

std::mutex mutex;
std::condition_variable ready;
bool pop(int &job);
void process(int job);

void worker() {
  int job;
  while (pop(job))
    process(job);
}

void plain() {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads for work of unknown kind, more than the budget of 32
  asio::thread_pool pool(500);
}

void workersByHand() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 500; ++i)
    // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads
    threads.emplace_back(worker);
  for (std::thread &thread : threads)
    thread.join();
}

// Those that do one piece of work are no workers of a pool.
void tasksByHand() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 500; ++i)
    threads.emplace_back(process, i);
  for (std::thread &thread : threads)
    thread.join();
}

void timesCores() {
  // CHECK: [[#@LINE+1]]: oversized-pool[per-core] a pool gets 16 threads a core for work of unknown kind, more than the budget of 4 a core
  asio::thread_pool pool(std::thread::hardware_concurrency() * 16);
}

void asManyAsCores() {
  asio::thread_pool pool(std::max(1u, std::thread::hardware_concurrency()));
}

void twoACore() {
  asio::thread_pool pool(2 * std::thread::hardware_concurrency() + 1);
}

class HousePool {
public:
  explicit HousePool(std::size_t n) {
    for (std::size_t i = 0; i < n; ++i)
      threads.emplace_back([this] { loop(); });
  }
  ~HousePool() {
    for (std::thread &thread : threads)
      thread.join();
  }

private:
  void loop() {
    int job;
    while (pop(job))
      process(job);
  }
  std::vector<std::thread> threads;
};

void houseUser() {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads
  HousePool pool(500);
  HousePool small(8);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 100 threads
  auto owned = std::make_unique<HousePool>(100);
}

void noBound() {
  // CHECK: [[#@LINE+1]]: oversized-pool[no-bound] a pool gets 2147483647 threads at most for work of unknown kind: that is no bound
  asio::thread_pool pool(INT_MAX);
  // CHECK: [[#@LINE+1]]: oversized-pool[no-bound]
  asio::thread_pool other(std::numeric_limits<std::size_t>::max());
}

void noThreads() {
  // CHECK: [[#@LINE+1]]: oversized-pool[no-threads] a pool gets 0 threads: what is handed to it never runs
  asio::thread_pool pool(0);
}

struct Service {
  asio::thread_pool pool{8};
};

void manyServices() {
  // CHECK: [[#@LINE+1]]: oversized-pool[product] 50 pools of 8 threads each make 400 for work of unknown kind, more than the budget of 32
  std::vector<Service> services(50);
}

void parameter(unsigned n) { asio::thread_pool pool(n); }

void fromEnvironment() {
  asio::thread_pool pool(std::atoi(std::getenv("THREADS")));
}

void notMoreThanCores(unsigned n) {
  asio::thread_pool pool(std::min(n, std::thread::hardware_concurrency()));
}

void atMostFiveHundred(unsigned n) {
  asio::thread_pool pool(std::min(n, 500u));
}
