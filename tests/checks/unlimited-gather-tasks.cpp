// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Lazy tasks that are gathered, each library through the header that says how it
// is written there.
//
// RUN: %tidepool_test %s unlimited-gather %t-libcoro --notes --library=libcoro --prefix=CHECK,LIBCORO
// RUN: %tidepool_test %s unlimited-gather %t-async-simple --notes --library=async-simple --prefix=CHECK,ASYNC-SIMPLE,LIMITED
// RUN: %tidepool_test %s unlimited-gather %t-drogon --notes --library=drogon --prefix=CHECK,DROGON
// RUN: %tidepool_test %s unlimited-gather %t-unifex --notes --library=libunifex --prefix=CHECK,UNIFEX
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/unifex
// CUTS: 4

#include <string>
#include <utility>
#include <vector>

using Urls = std::vector<std::string>;
Task<int> fetch(const std::string &url);

Task<int> anyNumber(const Urls &urls) {
  std::vector<Task<int>> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  co_await GATHER(tasks);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] {{.*}} waits for a task per element of 'urls', all started at once with nothing bounding how many run
  // LIBCORO: note[bound it with a coro::semaphore that each task acquires
  // UNIFEX: note[bound it with batches of as many senders as may run at once
  // DROGON: note[bound it with batches of as many tasks as may run at once
  // ASYNC-SIMPLE: note[bound it with async_simple::coro::collectAllWindowed, whose first argument is a limit
  co_return 0;
}

Task<int> two() {
  co_await GATHER_TWO(fetch("a"), fetch("b"));
  co_return 0;
}

Task<int> inBatches(const Urls &urls) {
  std::vector<Task<int>> tasks;
  for (const std::string &url : urls) {
    tasks.push_back(fetch(url));
    if (tasks.size() == 8) {
      co_await GATHER(tasks);
      tasks.clear();
    }
  }
  co_return 0;
}

#ifdef ACQUIRE
Semaphore permits(8);

Task<int> fetchWithPermit(const std::string &url) {
  ACQUIRE(permits);
  int size = co_await fetch(url);
  RELEASE(permits);
  co_return size;
}

Task<int> behindASemaphore(const Urls &urls) {
  std::vector<Task<int>> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetchWithPermit(url));
  co_await GATHER(tasks);
  co_return 0;
}

#endif

#ifdef GATHER_LIMITED
Task<int> limited(const Urls &urls) {
  std::vector<Task<int>> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  co_await GATHER_LIMITED(tasks, 8);
  co_return 0;
}

Task<int> hardlyLimited(const Urls &urls) {
  std::vector<Task<int>> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  co_await GATHER_LIMITED(tasks, 5000);
  // LIMITED: [[#@LINE-1]]: unlimited-gather[above-budget] {{.*}} lets 5000 tasks run at once
  co_return 0;
}
#endif
