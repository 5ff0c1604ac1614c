// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where the tasks of a gather come from, and what bounds them; in Folly, which
// has a form of each kind.
//
// RUN: %tidepool_test %s unlimited-gather %t
// RUN: %tidepool_test %s unlimited-gather %t-strict --only=driver --prefix=CHECK,STRICT --options=Level=strict
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/folly
// CUTS: 4

#include <algorithm>
#include <folly/coro/Collect.h>
#include <folly/coro/Task.h>
#include <folly/fibers/Semaphore.h>
#include <ranges>
#include <string>
#include <thread>
#include <vector>

namespace coro = folly::coro;
using Task = coro::Task<int>;
using Urls = std::vector<std::string>;

Task fetch(const std::string &url);
Task fetchAt(int index);

Task plain(const Urls &urls) {
  std::vector<Task> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  co_await coro::collectAllRange(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] 'folly::coro::collectAllRange' waits for a task per element of 'urls', all started at once with nothing bounding how many run
  co_return 0;
}

// The bounded form.
Task windowed(const Urls &urls) {
  std::vector<Task> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  co_await coro::collectAllWindowed(std::move(tasks), 8);
  co_return 0;
}

Task windowAboveBudget(const Urls &urls) {
  std::vector<Task> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  co_await coro::collectAllWindowed(std::move(tasks), 5000);
  // CHECK: [[#@LINE-1]]: unlimited-gather[above-budget] 'folly::coro::collectAllWindowed' lets 5000 tasks run at once, more than the budget of 100
  co_return 0;
}

Task windowAsLargeAsTheInput(const Urls &urls) {
  std::vector<Task> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  co_await coro::collectAllWindowed(std::move(tasks), urls.size());
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
  co_return 0;
}

Task windowOfSomeSize(const Urls &urls, size_t limit) {
  std::vector<Task> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  co_await coro::collectAllWindowed(std::move(tasks), limit);
  co_return 0;
}

Task windowOfThreeTasks() {
  std::vector<Task> tasks;
  for (int i = 0; i < 3; ++i)
    tasks.push_back(fetchAt(i));
  co_await coro::collectAllWindowed(std::move(tasks), 5000);
  co_return 0;
}

// Where the tasks come from.

Task throughAView(const Urls &urls) {
  co_await coro::collectAllRange(urls | std::views::transform(fetch));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] {{.*}}element of 'urls'
  co_return 0;
}

Task throughAViewWithALambda(const Urls &urls) {
  auto tasks = std::views::transform(
      urls, [](const std::string &url) { return fetch(url); });
  co_await coro::collectAllRange(tasks);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] {{.*}}element of 'urls'
  co_return 0;
}

Task throughAnAlgorithm(const Urls &urls) {
  std::vector<Task> tasks;
  std::transform(urls.begin(), urls.end(), std::back_inserter(tasks),
                 [](const std::string &url) { return fetch(url); });
  co_await coro::collectAllRange(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] {{.*}}element of 'urls'
  co_return 0;
}

Task throughAVariable(const Urls &urls) {
  std::vector<Task> tasks;
  for (const std::string &url : urls) {
    Task task = fetch(url);
    tasks.emplace_back(std::move(task));
  }
  co_await coro::collectAllRange(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
  co_return 0;
}

static std::vector<Task> fetchAll(const Urls &urls) {
  std::vector<Task> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  return tasks;
}

// prior art, F: a container built elsewhere and passed in a variable.
Task builtByAHelper(const Urls &urls) {
  auto tasks = fetchAll(urls);
  co_await coro::collectAllRange(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] {{.*}}element of 'urls'
  co_return 0;
}

static void fill(std::vector<Task> &tasks, const Urls &urls) {
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
}

Task filledByAHelper(const Urls &urls) {
  std::vector<Task> tasks;
  fill(tasks, urls);
  co_await coro::collectAllRange(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
  co_return 0;
}

static Task waitForAll(std::vector<Task> tasks) {
  co_await coro::collectAllRange(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
  co_return 0;
}

Task passedToAHelper(const Urls &urls) {
  std::vector<Task> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  co_await waitForAll(std::move(tasks));
  co_return 0;
}

Task waitForWhatever(std::vector<Task> tasks) {
  co_await coro::collectAllRange(std::move(tasks));
  // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range] 'folly::coro::collectAllRange' waits for all of {{.*}}tasks{{.*}} at once, and nothing here says how many there are
  co_return 0;
}

Task asManyAsTheCallerSays(int n) {
  std::vector<Task> tasks;
  for (int i = 0; i < n; ++i)
    tasks.push_back(fetchAt(i));
  co_await coro::collectAllRange(std::move(tasks));
  // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
  co_return 0;
}

// Few.

Task literalListOfThree() {
  co_await coro::collectAll(fetchAt(1), fetchAt(2), fetchAt(3));
  co_return 0;
}

Task eightInALoop() {
  std::vector<Task> tasks;
  for (int i = 0; i < 8; ++i)
    tasks.push_back(fetchAt(i));
  co_await coro::collectAllRange(std::move(tasks));
  co_return 0;
}

Task twelve() {
  // CHECK: [[#@LINE+1]]: unlimited-gather[fixed] 'folly::coro::collectAll' waits for 12 tasks, all started at once; more than 10 need an explicit bound
  co_await coro::collectAll(fetchAt(1), fetchAt(2), fetchAt(3), fetchAt(4),
                            fetchAt(5), fetchAt(6), fetchAt(7), fetchAt(8),
                            fetchAt(9), fetchAt(10), fetchAt(11), fetchAt(12));
  co_return 0;
}

Task fortyInALoop() {
  std::vector<Task> tasks;
  for (int i = 0; i < 40; ++i)
    tasks.push_back(fetchAt(i));
  co_await coro::collectAllRange(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[fixed] {{.*}}waits for 40 tasks
  co_return 0;
}

Task fewEachTurn(const Urls &urls) {
  for (const std::string &url : urls)
    co_await coro::collectAll(fetch(url), fetch(url + "/icon"));
  co_return 0;
}

Task cut(const Urls &urls) {
  co_await coro::collectAllRange(urls | std::views::take(8) |
                                 std::views::transform(fetch));
  co_return 0;
}

Task cutTooLate(const Urls &urls) {
  // CHECK: [[#@LINE+1]]: unlimited-gather[above-budget] {{.*}}lets 5000 tasks
  co_await coro::collectAllRange(urls | std::views::take(5000) |
                                 std::views::transform(fetch));
  co_return 0;
}

Task cutBySmallerSize(const Urls &urls) {
  std::vector<Task> tasks;
  for (size_t i = 0; i < std::min<size_t>(urls.size(), 8); ++i)
    tasks.push_back(fetch(urls[i]));
  co_await coro::collectAllRange(std::move(tasks));
  co_return 0;
}

Task inBatches(const Urls &urls) {
  std::vector<Task> tasks;
  for (const std::string &url : urls) {
    tasks.push_back(fetch(url));
    if (tasks.size() == 8) {
      co_await coro::collectAllRange(std::move(tasks));
      tasks.clear();
    }
  }
  co_await coro::collectAllRange(std::move(tasks));
  co_return 0;
}

Task inChunks(const Urls &urls) {
  for (size_t first = 0; first < urls.size(); first += 8) {
    std::vector<Task> tasks;
    for (size_t i = first; i < std::min(first + 8, urls.size()); ++i)
      tasks.push_back(fetch(urls[i]));
    co_await coro::collectAllRange(std::move(tasks));
  }
  co_return 0;
}

Task asManyAsCores() {
  std::vector<Task> tasks;
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
    tasks.push_back(fetchAt(i));
  co_await coro::collectAllRange(std::move(tasks));
  co_return 0;
}

// Limiters.

static folly::fibers::Semaphore permits(8);

static Task fetchLimited(const std::string &url) {
  co_await permits.co_wait();
  co_await fetch(url);
  permits.signal();
  co_return 0;
}

Task eachTakesAPermit(const Urls &urls) {
  std::vector<Task> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetchLimited(url));
  co_await coro::collectAllRange(std::move(tasks));
  co_return 0;
}

static Task limit(folly::fibers::Semaphore &semaphore, Task task) {
  co_await semaphore.co_wait();
  co_await std::move(task);
  semaphore.signal();
  co_return 0;
}

Task wrappedInTheMappedLambda(const Urls &urls) {
  folly::fibers::Semaphore semaphore(8);
  co_await coro::collectAllRange(
      urls | std::views::transform([&](const std::string &url) {
        return limit(semaphore, fetch(url));
      }));
  co_return 0;
}

static folly::fibers::Semaphore many(5000);

static Task fetchHardlyLimited(const std::string &url) {
  co_await many.co_wait();
  co_await fetch(url);
  many.signal();
  co_return 0;
}

Task permitsAboveBudget(const Urls &urls) {
  std::vector<Task> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetchHardlyLimited(url));
  co_await coro::collectAllRange(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[above-budget] {{.*}}lets 5000 tasks
  co_return 0;
}

static Task fetchWithASemaphoreOfItsOwn(const std::string &url) {
  folly::fibers::Semaphore own(1);
  co_await own.co_wait();
  co_await fetch(url);
  own.signal();
  co_return 0;
}

Task limiterMadeByEachTask(const Urls &urls) {
  std::vector<Task> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetchWithASemaphoreOfItsOwn(url));
  co_await coro::collectAllRange(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
  co_return 0;
}

Task limiterAsLargeAsTheInput(const Urls &urls) {
  folly::fibers::Semaphore semaphore(urls.size());
  std::vector<Task> tasks;
  for (const std::string &url : urls)
    tasks.push_back(limit(semaphore, fetch(url)));
  co_await coro::collectAllRange(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
  co_return 0;
}

// Workers over one queue.

struct Queue {
  bool pop(std::string &url);
};

static Task work(Queue &queue) {
  std::string url;
  while (queue.pop(url))
    co_await fetch(url);
  co_return 0;
}

Task workersOverOneQueue(Queue &queue, int workers) {
  std::vector<Task> tasks;
  for (int i = 0; i < workers; ++i)
    tasks.push_back(work(queue));
  co_await coro::collectAllRange(std::move(tasks));
  co_return 0;
}

// Gathers inside of gathers.

static Task five(int i) {
  co_await coro::collectAll(fetchAt(i), fetchAt(i + 1), fetchAt(i + 2),
                            fetchAt(i + 3), fetchAt(i + 4));
  co_return 0;
}

Task fiveTimesFive() {
  co_await coro::collectAll(five(0), five(5), five(10), five(15), five(20));
  // CHECK: [[#@LINE-1]]: unlimited-gather[nested] 'folly::coro::collectAll' and the gathers inside its tasks wait for 5 x 5 = 25 tasks at once; more than 10 need an explicit bound
  co_return 0;
}

Task twoTimesFive() {
  co_await coro::collectAll(five(0), five(5));
  co_return 0;
}

Task fiveTimesFiveInALoop() {
  std::vector<Task> tasks;
  for (int i = 0; i < 5; ++i)
    tasks.push_back(five(i));
  co_await coro::collectAllRange(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[nested] {{.*}}wait for 5 x 5 = 25 tasks
  co_return 0;
}

Task windowOfFives(const Urls &urls) {
  std::vector<Task> tasks;
  for (size_t i = 0; i < urls.size(); ++i)
    tasks.push_back(five(i));
  co_await coro::collectAllWindowed(std::move(tasks), 50);
  // CHECK: [[#@LINE-1]]: unlimited-gather[above-budget] {{.*}}lets 50 x 5 = 250 tasks
  co_return 0;
}

// Each instantiation is the same place.
template <typename T> Task inATemplate(const std::vector<T> &items) {
  std::vector<Task> tasks;
  for (const T &item : items)
    tasks.push_back(fetch(item));
  co_await coro::collectAllRange(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
  co_return 0;
}
template Task inATemplate(const std::vector<std::string> &);
template Task inATemplate(const std::vector<const char *> &);

#define WAIT_FOR_ALL(Tasks) coro::collectAllRange(std::move(Tasks))

Task inAMacro(const Urls &urls) {
  std::vector<Task> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  // CHECK: [[#@LINE+1]]: unlimited-gather[dynamic]
  co_await WAIT_FOR_ALL(tasks);
  co_return 0;
}
