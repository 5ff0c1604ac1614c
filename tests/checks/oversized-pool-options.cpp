// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Every option, each against the default, and test code.
//
// RUN: %tidepool_test %s oversized-pool %t
// RUN: %tidepool_test %s oversized-pool %t --prefix=THREADS --options=MaxThreads=100
// RUN: %tidepool_test %s oversized-pool %t --prefix=CORES --options=Cores=64
// RUN: %tidepool_test %s oversized-pool %t --prefix=IO --options=MaxIoThreads=32
// RUN: %tidepool_test %s oversized-pool %t --prefix=BASE --options=MaxConnections=100
// RUN: %tidepool_test %s oversized-pool %t --prefix=FACTOR --options=MaxPerCore=8
// RUN: %tidepool_test %s oversized-pool %t --prefix=TESTS --options=Tests=on
// FLAGS: -std=c++20 -pthread -isystem /usr/include/soci

#include <asio/thread_pool.hpp>
#include <gtest/gtest.h>
#include <httplib.h>
#include <soci/soci.h>
#include <thread>

// CHECK: [[#@LINE+6]]: oversized-pool[oversized] {{.*}}, more than the budget of 32
// IO: [[#@LINE+5]]: oversized-pool[oversized] {{.*}}, more than the budget of 32
// BASE: [[#@LINE+4]]: oversized-pool[oversized]
// FACTOR: [[#@LINE+3]]: oversized-pool[oversized]
// TESTS: [[#@LINE+2]]: oversized-pool[oversized]
// Within twice as many as 64 cores, and within 100.
asio::thread_pool threads(100);

// CHECK: [[#@LINE+6]]: oversized-pool[oversized] {{.*}}, more than the budget of 32
// THREADS: [[#@LINE+5]]: oversized-pool[oversized] {{.*}}, more than the budget of 100
// CORES: [[#@LINE+4]]: oversized-pool[oversized] {{.*}}, more than the budget of 128
// IO: [[#@LINE+3]]: oversized-pool[oversized]
// BASE: [[#@LINE+2]]: oversized-pool[oversized]
// FACTOR: [[#@LINE+1]]: oversized-pool[oversized]
asio::thread_pool more(129);
// TESTS: [[#@LINE-1]]: oversized-pool[oversized]

// IO: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 64 threads for work that waits, more than the budget of 32
httplib::ThreadPool io(64);

// CHECK: [[#@LINE+6]]: oversized-pool[connections]
// THREADS: [[#@LINE+5]]: oversized-pool[connections]
// CORES: [[#@LINE+4]]: oversized-pool[connections]
// IO: [[#@LINE+3]]: oversized-pool[connections]
// FACTOR: [[#@LINE+2]]: oversized-pool[connections]
// TESTS: [[#@LINE+1]]: oversized-pool[connections]
soci::connection_pool connections(50);

// CHECK: [[#@LINE+6]]: oversized-pool[per-core] {{.*}}, more than the budget of 4 a core
// THREADS: [[#@LINE+5]]: oversized-pool[per-core]
// CORES: [[#@LINE+4]]: oversized-pool[per-core]
// IO: [[#@LINE+3]]: oversized-pool[per-core]
// BASE: [[#@LINE+2]]: oversized-pool[per-core]
// TESTS: [[#@LINE+1]]: oversized-pool[per-core]
asio::thread_pool perCore(8 * std::thread::hardware_concurrency());

TEST(Pools, Large) {
  // TESTS: [[#@LINE+1]]: oversized-pool[oversized]
  asio::thread_pool pool(500);
}
