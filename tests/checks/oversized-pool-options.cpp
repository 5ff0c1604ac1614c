// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every option, each against the default, and test code.
//
// RUN: %tidepool_test %s oversized-pool %t
// RUN: %tidepool_test %s oversized-pool %t --prefix=THREADS --options=MaxThreads=100
// RUN: %tidepool_test %s oversized-pool %t --prefix=CORES --options=Cores=64
// RUN: %tidepool_test %s oversized-pool %t --prefix=FACTOR --options=MaxPerCore=8
// RUN: %tidepool_test %s oversized-pool %t --prefix=TESTS --options=Tests=on
// FLAGS: -std=c++20 -pthread
// CUTS: 2

#include <asio/thread_pool.hpp>
#include <thread>

// CHECK: [[#@LINE+4]]: oversized-pool[oversized] {{.*}}, more than the budget of 32
// FACTOR: [[#@LINE+3]]: oversized-pool[oversized]
// TESTS: [[#@LINE+2]]: oversized-pool[oversized]
// Within twice as many as 64 cores, and within 100.
asio::thread_pool threads(100);

// CHECK: [[#@LINE+4]]: oversized-pool[oversized] {{.*}}, more than the budget of 32
// THREADS: [[#@LINE+3]]: oversized-pool[oversized] {{.*}}, more than the budget of 100
// CORES: [[#@LINE+2]]: oversized-pool[oversized] {{.*}}, more than the budget of 128
// FACTOR: [[#@LINE+1]]: oversized-pool[oversized]
asio::thread_pool more(129);
// TESTS: [[#@LINE-1]]: oversized-pool[oversized]

// CHECK: [[#@LINE+4]]: oversized-pool[per-core] {{.*}}, more than the budget of 4 a core
// THREADS: [[#@LINE+3]]: oversized-pool[per-core]
// CORES: [[#@LINE+2]]: oversized-pool[per-core]
// TESTS: [[#@LINE+1]]: oversized-pool[per-core]
asio::thread_pool perCore(8 * std::thread::hardware_concurrency());

#define TEST(suite, name) void suite##_##name()
TEST(Pools, Large) {
  // TESTS: [[#@LINE+1]]: oversized-pool[oversized]
  asio::thread_pool pool(500);
}
