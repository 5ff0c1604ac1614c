// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Thread pools that take a callable, each through the header that says how it is
// written there.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-bs --notes --library=bs-thread-pool --prefix=CHECK,BS
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-taskflow --notes --library=taskflow --prefix=CHECK,TASKFLOW
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-thread-pool --notes --library=thread-pool --prefix=CHECK,THREAD-POOL
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-concurrencpp --notes --library=concurrencpp --prefix=CHECK,CONCURRENCPP
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-caf --notes --library=caf --prefix=CHECK,CAF
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-hpx --notes --library=hpx --prefix=CHECK,HPX
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-marl --notes --library=marl --prefix=CHECK,MARL
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-photon --notes --library=photon --prefix=CHECK,PHOTON
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-folly --notes --library=folly --prefix=CHECK,FOLLY
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-cpprest --notes --library=cpprest --prefix=CHECK,CPPREST
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-libcoro --notes --library=libcoro --prefix=CHECK,LIBCORO
// OPTIONS: Level=strict
// CUTS: 2

#include <semaphore>
#include <string>
#include <vector>

using Urls = std::vector<std::string>;
void fetch(const std::string &url);
std::string next();

void perItem(Pool &pool, const Urls &urls) {
  for (const std::string &url : urls)
    START(pool, [&url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'urls', with nothing bounding how many wait in the pool
  // CHECK: note[in this loop
  // BS-NEXT: note[bound it with detach_loop over the indices, or a BS::thread_pool::wait after each batch
  // TASKFLOW-NEXT: note[bound it with tf::Taskflow::for_each over the items
  // CONCURRENCPP-NEXT: note[bound it with a part of the items for each of max_concurrency_level() tasks
  // HPX-NEXT: note[bound it with a hpx::counting_semaphore acquired before each run
  // MARL-NEXT: note[bound it with a part of the items for each of marl::Thread::numLogicalCPUs() tasks
  // PHOTON-NEXT: note[bound it with a part of the items for each of get_vcpu_num() tasks
  // CPPREST-NEXT: note[bound it with a fixed number of tasks, each of which takes one item after the other
  // LIBCORO-NEXT: note[bound it with a coro::semaphore that each task acquires
  // FOLLY-NEXT: note[bound it with folly::window, which starts each as another ends
  // CAF-NEXT: note[bound it with a caf::actor_pool of a fixed number of actors
  // THREAD-POOL-NEXT: note[bound it with a part of the items for each of num_threads() tasks
}

void endless(Pool &pool) {
  while (true) {
    std::string url = next();
    START(pool, [url] { fetch(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
    // CHECK: note[bound it with
  }
}

void inEachTask(Pool &pool, const Urls &urls) {
  START(pool, [&] {
    for (const std::string &url : urls)
      START(pool, [&url] { fetch(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
    // CHECK: note[bound it with
  });
}

void behindASemaphore(Pool &pool) {
  static std::counting_semaphore<8> permits(8);
  while (true) {
    std::string url = next();
    permits.acquire();
    START(pool, [url] {
      fetch(url);
      permits.release();
    });
  }
}

#ifdef WAIT
void inBatches(Pool &pool, const Urls &urls) {
  int started = 0;
  for (const std::string &url : urls) {
    START(pool, [&url] { fetch(url); });
    if (++started % 8 == 0)
      WAIT(pool);
  }
}

void waitsInEachTurn(Pool &pool, const Urls &urls) {
  for (const std::string &url : urls) {
    START(pool, [&url] { fetch(url); });
    WAIT(pool);
  }
}
#endif
