// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Futures of what runs already, waited for at once, each library's through the
// header that says how it is written there.
//
// RUN: %tidepool_test %s unlimited-gather %t-pistache --notes --library=pistache --prefix=CHECK,PISTACHE
// RUN: %tidepool_test %s unlimited-gather %t-hpx --notes --library=hpx --prefix=CHECK,HPX,PAIR
// RUN: %tidepool_test %s unlimited-gather %t-userver --notes --library=userver --prefix=CHECK,USERVER
// FLAGS: -std=c++20 -fdelayed-template-parsing
// CUTS: 4

#include <string>
#include <utility>
#include <vector>

using Urls = std::vector<std::string>;
Future fetch(const std::string &url);

void anyNumber(const Urls &urls) {
  std::vector<Future> futures;
  for (const std::string &url : urls)
    futures.push_back(fetch(url));
  GATHER(futures);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] {{.*}} per element of 'urls', all started at once with nothing bounding how many run
  // HPX: note[bound it with a hpx::counting_semaphore that each task acquires
  // USERVER: note[bound it with a userver::engine::Semaphore
  // PISTACHE: note[bound it with batches of as many requests as may run at once
}

#ifdef GATHER_PAIR
void pairOfIterators(const Urls &urls) {
  std::vector<Future> futures;
  for (const std::string &url : urls)
    futures.push_back(fetch(url));
  GATHER_PAIR(futures.begin(), futures.end());
  // PAIR: [[#@LINE-1]]: unlimited-gather[dynamic] {{.*}} per element of 'urls'
  // PAIR: note[
}
#endif

void two() {
  Future one = fetch("a"), other = fetch("b");
  GATHER_TWO(one, other);
}

void inBatches(const Urls &urls) {
  std::vector<Future> futures;
  for (const std::string &url : urls) {
    futures.push_back(fetch(url));
    if (futures.size() == 8) {
      GATHER(futures);
      futures.clear();
    }
  }
}
