// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Thread pools whose constructor takes the size, each through the header that
// says how it is written there.
//
// RUN: %tidepool_test %s oversized-pool %t-bs --notes --library=bs-thread-pool --prefix=CHECK,BS
// RUN: %tidepool_test %s oversized-pool %t-taskflow --notes --library=taskflow --prefix=CHECK,TASKFLOW
// RUN: %tidepool_test %s oversized-pool %t-thread-pool --notes --library=thread-pool --prefix=CHECK,THREAD-POOL
// RUN: %tidepool_test %s oversized-pool %t-async-simple --notes --library=async-simple
// RUN: %tidepool_test %s oversized-pool %t-unifex --notes --library=libunifex --prefix=CHECK,UNIFEX
// RUN: %tidepool_test %s oversized-pool %t-photon --notes --library=photon
// RUN: %tidepool_test %s oversized-pool %t-folly --notes --library=folly
// RUN: %tidepool_test %s oversized-pool %t-stdexec --notes --library=stdexec --prefix=CHECK,STDEXEC
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/unifex
// CUTS: 2

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

void sizes(unsigned given) {
  Pool large(500);
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized] a pool gets 500 threads
  // STDEXEC-NEXT: note[size it by the machine: exec::static_thread_pool with no size
  // BS-NEXT: note[size it by the machine: BS::thread_pool with no size
  // TASKFLOW-NEXT: note[size it by the machine: tf::Executor with no size
  // UNIFEX-NEXT: note[size it by the machine: unifex::static_thread_pool with no size
  // THREAD-POOL-NEXT: note[size it by the machine: thread_pool::ThreadPool with no size
  Pool small(8);
#ifndef NO_DEFAULT
  Pool chosen;
#endif
  Pool asManyAsCores(std::thread::hardware_concurrency());
  Pool unknown(given);
  Pool cut(std::min(given, 16u));
}

void perItem(const std::vector<std::string> &urls) {
  Pool one(urls.size());
  // CHECK: [[#@LINE-1]]: oversized-pool[per-item] a pool gets threads for {{.*}}, one per element of 'urls': the input decides how many
  Pool cut(std::min<std::size_t>(urls.size(), 8));
}
