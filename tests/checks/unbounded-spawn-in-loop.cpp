// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Loops and how often they turn: the plain case of each, and its twin that has
// a small or chosen number.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <functional>
#include <future>
#include <iostream>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <ranges>
#include <span>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>
#include <vector>

using Strings = std::vector<std::string>;
using Threads = std::vector<std::thread>;
using Futures = std::vector<std::future<void>>;
void fetch(const std::string &);
void work(int);
struct Jobs {
  bool pop(std::string &);
  std::string take();
};

void threadPerElement(const Strings &urls) {
  Threads threads;
  for (const std::string &url : urls)
    threads.emplace_back(fetch, url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
  for (std::thread &thread : threads)
    thread.join();
}

void pushedThreadPerElement(const Strings &urls, Threads &threads) {
  for (const std::string &url : urls)
    threads.push_back(std::thread(fetch, url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

void movedThreadPerElement(const Strings &urls, Threads &threads) {
  for (const std::string &url : urls) {
    std::thread thread(fetch, url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    threads.push_back(std::move(thread));
  }
}

void detachedThreadPerElement(const Strings &urls) {
  for (std::size_t i = 0; i < urls.size(); ++i)
    std::thread(fetch, urls[i]).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
}

void heldByPointer(const Strings &urls) {
  std::vector<std::unique_ptr<std::thread>> threads;
  for (const std::string &url : urls)
    threads.push_back(std::make_unique<std::thread>(fetch, url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  for (const std::string &url : urls)
    threads.emplace_back(new std::thread(fetch, url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

void heldInOptional(const Strings &urls) {
  std::vector<std::optional<std::thread>> threads(urls.size());
  std::size_t next = 0;
  for (const std::string &url : urls)
    threads[next++].emplace(fetch, url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

void asyncPerElement(const Strings &urls, Futures &futures) {
  for (const std::string &url : urls)
    futures.push_back(std::async(std::launch::async, fetch, url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  for (const std::string &url : urls)
    futures.push_back(std::async(fetch, url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

void deferredStartsNothing(const Strings &urls, Futures &futures) {
  for (const std::string &url : urls)
    futures.push_back(std::async(std::launch::deferred, fetch, url));
}

// A scan fills a vector of eager futures that is awaited later.
Futures eagerFuturesOfAScan(const std::list<std::string> &files) {
  Futures futures;
  for (const std::string &file : files)
    futures.push_back(std::async(std::launch::async, fetch, file));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  return futures;
}

// A group that joins all of its tasks, but limits none.
struct Group {
  Futures futures;
  void run(const std::string &url) {
    futures.push_back(std::async(std::launch::async, fetch, url));
  }
  ~Group() {
    for (std::future<void> &future : futures)
      future.get();
  }
};
void groupWithoutLimit(const Strings &urls) {
  Group group;
  for (const std::string &url : urls)
    group.run(url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

void threadPerAcceptedConnection(int listener) {
  while (true) {
    int client = accept(listener, nullptr, nullptr);
    std::thread(work, client).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection] a thread is started once per accepted connection, for ever
  }
}

void acceptInTheCondition(int listener) {
  int client;
  while ((client = accept(listener, nullptr, nullptr)) >= 0)
    std::thread(work, client).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
}

std::atomic<bool> Running{true};
void acceptUntilToldToStop(int listener) {
  while (Running) {
    int client = accept(listener, nullptr, nullptr);
    std::thread(work, client).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
  }
}

void nestedLoopsMultiply(Futures &futures) {
  for (int i = 0; i < 40; ++i)
    for (int j = 0; j < 25; ++j)
      futures.push_back(std::async(work, i * j));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[fixed] a thread is started 40 x 25 = 1000 times; more than 10
}

void nestedTasksMultiply(Futures &futures) {
  for (int i = 0; i < 8; ++i)
    futures.push_back(std::async([] {
      Futures inner;
      for (int j = 0; j < 8; ++j)
        inner.push_back(std::async(work, j));
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[fixed] a thread is started 8 x 8 = 64 times
    }));
}

void fewAtOnce(Threads &threads) {
  for (int i = 0; i < 8; ++i)
    threads.emplace_back(work, i);
}

void manyAtOnce(Threads &threads) {
  for (int i = 0; i < 40; ++i)
    threads.emplace_back(work, i);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[fixed]
}

void stepsAreCounted(Threads &threads) {
  for (int i = 0; i < 1000; i += 200)
    threads.emplace_back(work, i);
  for (int i = 996; i <= 1000; ++i)
    threads.emplace_back(work, i);
}

void countsDown(const Strings &urls, Threads &threads) {
  for (std::size_t left = urls.size(); left > 0; --left)
    threads.emplace_back(fetch, urls[left - 1]);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

void asManyAsCores(Threads &threads) {
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
    threads.emplace_back(work, i);
  unsigned count = std::max(1u, std::thread::hardware_concurrency() - 1);
  for (unsigned i = 0; i < count; ++i)
    threads.emplace_back(work, i);
}

void asConfigured(Threads &threads) {
  int count = std::atoi(std::getenv("COUNT"));
  for (int i = 0; i < count; ++i)
    threads.emplace_back(work, i);
}

void asConfiguredByText(Threads &threads) {
  int count = std::stoi(std::getenv("COUNT"));
  for (int i = 0; i < count; ++i)
    threads.emplace_back(work, i);
}

// Chosen, but taken a thousand times.
void coresTimesMany(Threads &threads) {
  for (unsigned i = 0; i < std::thread::hardware_concurrency(); ++i)
    for (int j = 0; j < 1000; ++j)
      threads.emplace_back(work, j);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[fixed]
}

// On a machine with one core there are 64 of them, too.
void manyForEachCore(Threads &threads) {
  for (unsigned i = 0; i < 64 * std::thread::hardware_concurrency(); ++i)
    threads.emplace_back(work, i);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[fixed] a thread is started 64 times; more than 10 at once
}

#define MIN(a, b) ((a) < (b) ? (a) : (b))
void manyForEachOfSomeCores(Threads &threads) {
  unsigned count = 64 * MIN(std::thread::hardware_concurrency(), 64u);
  for (unsigned i = 0; i < count; ++i)
    threads.emplace_back(work, i);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[above-budget] the bound lets 4096 run at once
}

void someForEachCore(Threads &threads) {
  for (unsigned i = 0; i < 4 * std::thread::hardware_concurrency(); ++i)
    threads.emplace_back(work, i);
  unsigned count = 4 * MIN(std::thread::hardware_concurrency(), 16u);
  for (unsigned i = 0; i < count; ++i)
    threads.emplace_back(work, i);
}

// The machine decides, up to 64.
void asManyAsCoresButNoMoreThan64(Threads &threads) {
  unsigned count = std::min(std::thread::hardware_concurrency(), 64u);
  for (unsigned i = 0; i < count; ++i)
    threads.emplace_back(work, i);
}

void noMoreThan64OfTheInput(Threads &threads, const Strings &urls) {
  std::size_t count = std::min<std::size_t>(urls.size(), 64);
  for (std::size_t i = 0; i < count; ++i)
    threads.emplace_back(work, i);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[fixed] a thread is started 64 times
}

void constantNamedForWorkersAboveBudget(Threads &threads) {
  constexpr int NumThreads = 5000;
  for (int i = 0; i < NumThreads; ++i)
    threads.emplace_back(work, i);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[above-budget] the bound lets 5000 run at once
}

void smallerOfTwo(const Strings &urls, Threads &threads) {
  std::size_t count = std::min<std::size_t>(urls.size(), 8);
  for (std::size_t i = 0; i < count; ++i)
    threads.emplace_back(fetch, urls[i]);
}

void smallerOfTwoIsLarge(const Strings &urls, Threads &threads) {
  for (std::size_t i = 0; i < std::min<std::size_t>(urls.size(), 5000); ++i)
    threads.emplace_back(fetch, urls[i]);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[fixed] a thread is started 5000 times
}

void clampedByIf(int count, Threads &threads) {
  if (count > 8)
    count = 8;
  for (int i = 0; i < count; ++i)
    threads.emplace_back(work, i);
}

void cutRange(const Strings &urls, Threads &threads) {
  for (const std::string &url : urls | std::views::take(8))
    threads.emplace_back(fetch, url);
  for (const std::string &url : std::span(urls).first(4))
    threads.emplace_back(fetch, url);
  for (const std::string &url : urls | std::views::take(5000))
    threads.emplace_back(fetch, url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[fixed] a thread is started 5000 times
}

void literalLists(Threads &threads) {
  for (int i : {1, 2, 3})
    threads.emplace_back(work, i);
  const Strings hosts = {"a", "b", "c"};
  for (const std::string &host : hosts)
    threads.emplace_back(fetch, host);
}

void listThatGrows(const Strings &more, Threads &threads) {
  Strings hosts = {"a", "b", "c"};
  hosts.insert(hosts.end(), more.begin(), more.end());
  for (const std::string &host : hosts)
    threads.emplace_back(fetch, host);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

void arrays(Threads &threads) {
  std::array<int, 4> few{};
  for (int i : few)
    threads.emplace_back(work, i);
  int many[200] = {};
  for (int i : many)
    threads.emplace_back(work, i);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[fixed] a thread is started 200 times
}

void mapElements(const std::map<std::string, int> &hosts, Threads &threads) {
  for (const auto &[host, port] : hosts)
    threads.emplace_back(fetch, host);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  for (auto host = hosts.begin(); host != hosts.end(); ++host)
    threads.emplace_back(fetch, host->first);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'hosts'
}

void receivedItems(Jobs &jobs) {
  std::string job;
  while (jobs.pop(job))
    std::thread(fetch, job).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per item that 'job' receives
  do {
    std::thread(fetch, job).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  } while (jobs.pop(job));
}

void linesOfAStream() {
  std::string line;
  while (std::getline(std::cin, line))
    std::thread(fetch, line).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

void untilTheQueueIsEmpty(std::queue<std::string> &queue) {
  while (!queue.empty()) {
    std::thread(fetch, queue.front()).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'queue'
    queue.pop();
  }
}

void dispatcherWithoutEnd(Jobs &jobs, const std::atomic<bool> &stop) {
  while (!stop.load()) {
    std::string job = jobs.take();
    std::thread(fetch, job).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per turn of a loop without end
  }
}

void filteredRange(const Strings &urls) {
  for (const std::string &url :
       urls | std::views::filter([](const auto &url) { return !url.empty(); }))
    std::thread(fetch, url).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
}

struct Node {
  Node *next;
  std::string url;
};
void linkedNodes(Node *head) {
  for (Node *node = head; node; node = node->next)
    std::thread(fetch, node->url).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

void endByBreak(const Strings &urls, Threads &threads) {
  std::size_t i = 0;
  for (;;) {
    if (i >= urls.size())
      break;
    threads.emplace_back(fetch, urls[i++]);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
  }
}

void indexedInput(int count, const std::string *urls, Threads &threads) {
  for (int i = 0; i < count; ++i)
    threads.emplace_back(fetch, urls[i]);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
}

void argumentsOfTheProgram(int argc, char **argv, Threads &threads) {
  for (int i = 1; i < argc; ++i)
    threads.emplace_back(fetch, argv[i]);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

// Unknown lets go; the strict message is in the options' test.
void plainCount(int count, Threads &threads) {
  for (int i = 0; i < count; ++i)
    threads.emplace_back(work, i);
}

void byGoto(const Strings &urls) {
  std::size_t i = 0;
again:
  if (i < urls.size()) {
    std::thread(fetch, urls[i++]).detach();
    goto again;
  }
}

// Names of workers size a count of no other origin, and no container of input.
void namedForWorkers(int numThreads, const Strings &workers, Threads &threads) {
  for (int i = 0; i < numThreads; ++i)
    threads.emplace_back(work, i);
  constexpr int MaxWorkers = 16;
  for (int i = 0; i < MaxWorkers; ++i)
    threads.emplace_back(work, i);
  for (const std::string &worker : workers)
    threads.emplace_back(fetch, worker);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  int threadCount = workers.size();
  for (int i = 0; i < threadCount; ++i)
    threads.emplace_back(work, i);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

// The worker-launch idiom: N tasks that each loop over shared work.
class Pool {
public:
  explicit Pool(int count) {
    for (int i = 0; i < count; ++i)
      workers_.emplace_back([this] { run(); });
  }
  void byMember(int count) {
    for (int i = 0; i < count; ++i)
      workers_.emplace_back(&Pool::run, this);
  }
  void byBind(int count) {
    for (int i = 0; i < count; ++i)
      workers_.emplace_back(std::bind(&Pool::run, this));
  }
  void fillSlots() {
    for (std::thread &worker : workers_)
      worker = std::thread([this] { run(); });
  }

private:
  void run() {
    std::string job;
    while (jobs_.pop(job))
      fetch(job);
  }
  Jobs jobs_;
  Threads workers_;
};

void sharedCursor(const Strings &urls, int count, Threads &threads) {
  std::atomic<std::size_t> next{0};
  for (int i = 0; i < count; ++i)
    threads.emplace_back([&] {
      for (std::size_t i = next++; i < urls.size(); i = next++)
        fetch(urls[i]);
    });
  for (std::thread &thread : threads)
    thread.join();
}

void slotsOfAChosenNumber(unsigned numThreads) {
  Threads threads;
  threads.resize(numThreads);
  for (std::thread &thread : threads)
    thread = std::thread(work, 1);
  for (std::size_t i = 0; i < threads.size(); ++i)
    threads[i] = std::thread(work, 1);
}

void slotsOfTheInput(const Strings &urls) {
  Threads threads(urls.size());
  for (std::thread &thread : threads)
    thread = std::thread(work, 1);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
}

void constructedEmpty(const Strings &urls) {
  for (const std::string &url : urls) {
    Threads none(urls.size());
    std::thread thread;
  }
}

void algorithmsAreLoops(const Strings &urls, Threads &threads) {
  std::for_each(urls.begin(), urls.end(), [&](const std::string &url) {
    threads.emplace_back(fetch, url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
  });
  Futures futures;
  std::transform(urls.begin(), urls.end(), std::back_inserter(futures),
                 [](const std::string &url) { return std::async(fetch, url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  std::ranges::for_each(
      urls, [](const std::string &url) { std::thread(fetch, url).detach(); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

static void startOne(const std::string &url) {
  std::thread(fetch, url).detach();
}
void throughAFunction(const Strings &urls) {
  startOne("one");
  for (const std::string &url : urls)
    startOne(url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

void throughALambda(const Strings &urls) {
  auto start = [](const std::string &url) { std::thread(fetch, url).detach(); };
  start("one");
  for (const std::string &url : urls)
    start(url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

struct Download {
  explicit Download(const std::string &url) : thread(fetch, url) {}
  std::thread thread;
};
void throughAConstructor(const Strings &urls) {
  std::vector<Download *> downloads;
  for (const std::string &url : urls)
    downloads.push_back(new Download(url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

std::future<void> begin(const std::string &url) {
  return std::async(std::launch::async, fetch, url);
}
void throughAFactory(const Strings &urls, Futures &futures) {
  for (const std::string &url : urls)
    futures.push_back(begin(url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

// A thread factory starts one each time it is asked.
std::thread threadFactory(const std::string &url) {
  return std::thread(fetch, url);
}

void atTheEndOfTheProgram() {
  std::atexit([] { std::thread(work, 0).join(); });
}

// Naming a thread type starts nothing.
void namingATypeIsNoStart(const Strings &urls) {
  for (const std::string &url : urls) {
    std::this_thread::yield();
    std::thread::id id = std::this_thread::get_id();
    (void)id;
    fetch(url);
  }
}

void startsOneAndLeaves(const Strings &urls) {
  for (const std::string &url : urls)
    if (!url.empty()) {
      std::thread(fetch, url).detach();
      break;
    }
  for (const std::string &url : urls) {
    std::thread(fetch, url).detach();
    return;
  }
}

struct NamedThread : std::thread {
  using std::thread::thread;
};
void derivedFromAThread(const Strings &urls) {
  for (const std::string &url : urls) {
    NamedThread thread(fetch, url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    thread.detach();
  }
}

namespace other {
struct thread {
  thread(void (*)(const std::string &), const std::string &);
  void detach();
};
} // namespace other
void sameNameElsewhere(const Strings &urls) {
  for (const std::string &url : urls)
    other::thread(fetch, url).detach();
}
