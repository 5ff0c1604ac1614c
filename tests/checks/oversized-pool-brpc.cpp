// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// bRPC: how many threads run the bthreads.
//
// RUN: %tidepool_test %s oversized-pool %t
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/brpc

#include <bthread/bthread.h>

void many() {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] {{.*}} 500 threads
  bthread_setconcurrency(500);
}

void few() { bthread_setconcurrency(16); }

void asBefore() { bthread_setconcurrency(bthread_getconcurrency()); }
