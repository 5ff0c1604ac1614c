// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Coroutines that a scope counts, and does not limit, each library's through the
// header that says how it is written there.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-unifex --notes --library=libunifex --prefix=CHECK,UNIFEX
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-userver --notes --library=userver --prefix=CHECK,USERVER
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-photon --notes --library=photon --prefix=CHECK,PHOTON
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-folly --notes --library=folly --prefix=CHECK,FOLLY
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-stdexec --notes --library=stdexec --prefix=CHECK,STDEXEC
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-cppcoro --notes --library=cppcoro --prefix=CHECK,CPPCORO
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-drogon --notes --library=drogon --prefix=CHECK,DROGON
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/unifex
// CUTS: 2

#include <semaphore>
#include <string>
#include <vector>

using Urls = std::vector<std::string>;
void fetch(const std::string &url);

void perItem(Scope &scope, const Urls &urls) {
  for (const std::string &url : urls)
    START_IN(scope, [&url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a coroutine is started once per element of 'urls', with nothing bounding how many run at once
  // UNIFEX: note[bound it with batches of as many senders as may run at once
  // USERVER: note[bound it with a userver::engine::Semaphore
  // FOLLY: note[bound it with a folly::fibers::Semaphore that each function waits for
  // PHOTON: note[bound it with a photon::semaphore
  // STDEXEC: note[bound it with batches of as many senders as may run at once
  // CPPCORO: note[bound it with batches of as many tasks as may run at once
  // DROGON: note[bound it with drogon::when_all over batches of tasks
}

void four(Scope &scope, const Urls &urls) {
  for (int i = 0; i < 4; ++i)
    START_IN(scope, [&urls, i] { fetch(urls[i]); });
}

#ifdef ACQUIRE
void behindASemaphore(Scope &scope, const Urls &urls) {
  static Semaphore permits(8);
  for (const std::string &url : urls) {
    ACQUIRE(permits);
    START_IN(scope, [&url] {
      fetch(url);
      RELEASE(permits);
    });
  }
}
#endif
