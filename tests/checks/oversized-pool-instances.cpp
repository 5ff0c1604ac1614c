// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Many pools, each within the budget.
//
// RUN: %tidepool_test %s oversized-pool %t
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --prefix=TASKS
// FLAGS: -std=c++20 -pthread

#include <array>
#include <asio/thread_pool.hpp>
#include <memory>
#include <thread>
#include <vector>

bool pop(int &job);
void process(int job);

struct Service {
  asio::thread_pool pool{8};
};

struct Made {
  Made() : pool(8) {}
  asio::thread_pool pool;
};

struct Owned {
  std::unique_ptr<asio::thread_pool> pool =
      std::make_unique<asio::thread_pool>(8);
};

struct ByHand {
  ByHand() {
    for (int i = 0; i < 8; ++i)
      workers.emplace_back([] {
        int job;
        while (pop(job))
          process(job);
      });
  }
  std::vector<std::jthread> workers;
};

struct Sized {
  explicit Sized(unsigned n) : pool(n) {}
  asio::thread_pool pool;
};

void vectors() {
  // CHECK: [[#@LINE+1]]: oversized-pool[product] 50 pools of 8 threads each make 400 for work of unknown kind, more than the budget of 32
  std::vector<Service> ofThatSize(50);
  std::vector<Owned> later;
  // CHECK: [[#@LINE+1]]: oversized-pool[product] 10 pools of 8 threads each make 80
  later.resize(10);
  // CHECK: [[#@LINE+1]]: oversized-pool[product] 5 pools of 8 threads each make 40
  std::vector<ByHand> byHand(5);
  std::vector<Service> few(4);
}

void arrays() {
  // CHECK: [[#@LINE+1]]: oversized-pool[product] 6 pools of 8 threads each make 48
  Made six[6];
  Made four[4];
}

void loops() {
  std::vector<std::unique_ptr<Service>> services;
  for (int i = 0; i < 50; ++i)
    // CHECK: [[#@LINE+1]]: oversized-pool[product] 50 pools of 8 threads each make 400
    services.push_back(std::make_unique<Service>());
  std::vector<std::unique_ptr<asio::thread_pool>> pools;
  for (int i = 0; i < 50; ++i)
    // CHECK: [[#@LINE+1]]: oversized-pool[product] 50 pools of 8 threads each make 400
    pools.push_back(std::make_unique<asio::thread_pool>(8));
  std::vector<std::unique_ptr<Sized>> sized;
  for (int i = 0; i < 50; ++i)
    // CHECK: [[#@LINE+1]]: oversized-pool[product] 50 pools of 8 threads each make 400
    sized.push_back(std::make_unique<Sized>(8));
  std::vector<std::unique_ptr<ByHand>> byHand;
  for (int i = 0; i < 50; ++i)
    // CHECK: [[#@LINE+1]]: oversized-pool[product] 50 pools of 8 threads each make 400
    byHand.push_back(std::make_unique<ByHand>());
}

void nested() {
  std::vector<std::jthread> threads;
  for (int shard = 0; shard < 6; ++shard)
    for (int i = 0; i < 8; ++i)
      // CHECK: [[#@LINE+1]]: oversized-pool[product] 6 pools of 8 threads each make 48
      threads.emplace_back([] {
        int job;
        while (pop(job))
          process(job);
      });
}

// One after the other.
void oneAtATime() {
  for (int i = 0; i < 50; ++i) {
    asio::thread_pool pool(8);
    pool.join();
  }
  for (int i = 0; i < 50; ++i) {
    Service service;
    service.pool.join();
  }
  std::unique_ptr<Service> last;
  for (int i = 0; i < 50; ++i)
    last = std::make_unique<Service>();
}

// How many there are is not seen.
void asMany(unsigned n) {
  std::vector<Service> services(n);
  std::vector<std::unique_ptr<Service>> more;
  for (unsigned i = 0; i < n; ++i)
    more.push_back(std::make_unique<Service>());
}

// Too large by itself: that is said once.
struct Large {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 100 threads
  asio::thread_pool pool{100};
};
std::vector<Large> larges(50);
