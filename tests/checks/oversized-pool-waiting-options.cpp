// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The options for pools of work that waits, and of connections.
//
// RUN: %tidepool_test %s oversized-pool %t
// RUN: %tidepool_test %s oversized-pool %t --prefix=IO --options=MaxIoThreads=32
// RUN: %tidepool_test %s oversized-pool %t --prefix=BASE --options=MaxConnections=100
// FLAGS: -std=c++20 -pthread -isystem /usr/include/soci
// CUTS: 2

#include <httplib.h>
#include <soci/soci.h>

// IO: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 64 threads for work that waits, more than the budget of 32
httplib::ThreadPool io(64);

// CHECK: [[#@LINE+2]]: oversized-pool[connections]
// IO: [[#@LINE+1]]: oversized-pool[connections]
soci::connection_pool connections(50);
