// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How many threads there are is said by a call, each library's through the header
// that says how it is written there.
//
// RUN: %tidepool_test %s oversized-pool %t-brpc --library=brpc
// RUN: %tidepool_test %s oversized-pool %t-drogon --notes --library=drogon --prefix=CHECK,DROGON
// RUN: %tidepool_test %s oversized-pool %t-libcoro --library=libcoro
// RUN: %tidepool_test %s oversized-pool %t-restinio --library=restinio
// RUN: %tidepool_test %s oversized-pool %t-pistache --notes --library=pistache --prefix=CHECK,PISTACHE
// RUN: %tidepool_test %s oversized-pool %t-marl --notes --library=marl --prefix=CHECK,MARL
// RUN: %tidepool_test %s oversized-pool %t-enkits --notes --library=enkits --prefix=CHECK,ENKITS
// RUN: %tidepool_test %s oversized-pool %t-photon --library=photon
// FLAGS: -std=c++20 -fdelayed-template-parsing -Wno-c++23-extensions
// CUTS: 2

#include <algorithm>
#include <thread>

void sizes(unsigned given) {
  SET_THREADS(500);
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized] a pool gets 500 threads
  // MARL: note[size it by the machine: marl::Scheduler::Config::allCores()
  // ENKITS: note[size it by the machine: Initialize with no size
  // DROGON: note[size it by the machine: setThreadNum with 0
  // PISTACHE: note[size it by the machine: Pistache::hardware_concurrency()
  SET_THREADS(8);
  SET_THREADS(std::thread::hardware_concurrency());
  SET_THREADS(given);
  SET_THREADS(std::min(given, 16u));
#ifdef CORES
  SET_THREADS(CORES);
#endif
}
