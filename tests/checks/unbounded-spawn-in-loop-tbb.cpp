// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// oneTBB. Its tasks are queued on an arena, which limits itself: what grows is
// the queue.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
//
// OPTIONS: Level=strict

#include <atomic>
#include <semaphore>
#include <string>
#include <tbb/blocked_range.h>
#include <tbb/concurrent_queue.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_for_each.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>
#include <thread>
#include <vector>

using Urls = std::vector<std::string>;
void fetch(const std::string &url);
std::string next();
bool ready();

// Once per item

void taskPerItem(const Urls &urls) {
  tbb::task_group group;
  for (const std::string &url : urls)
    group.run([&url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'urls'
  group.wait();
}

void deferredTaskPerItem(const Urls &urls) {
  oneapi::tbb::task_group group;
  for (const std::string &url : urls) {
    tbb::task_handle task = group.defer([&url] { fetch(url); });
    group.run(std::move(task));
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
  }
  group.wait();
}

void queuedInAnArena(tbb::task_arena &arena, const Urls &urls) {
  for (const std::string &url : urls)
    arena.enqueue([url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
  for (const std::string &url : urls)
    tbb::this_task_arena::enqueue([url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
}

void runInsideAnArena(tbb::task_arena &arena, tbb::task_group &group,
                      const Urls &urls) {
  arena.execute([&] {
    for (const std::string &url : urls)
      group.run([&url] { fetch(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
  });
  for (const std::string &url : urls)
    arena.execute([&] { group.run([&url] { fetch(url); }); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
}

void endless(tbb::task_group &group) {
  while (true) {
    std::string url = next();
    group.run([url] { fetch(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request] a pooled task is queued once per turn of a loop without end
  }
}

void perItemInATask(tbb::task_group &group, const std::vector<Urls> &hosts) {
  for (const Urls &urls : hosts)
    group.run([&group, &urls] {
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
      for (const std::string &url : urls)
        group.run([&url] { fetch(url); });
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request] a pooled task is queued once per element of 'urls'
    });
}

void nestedLoops(tbb::task_group &group, const std::vector<Urls> &hosts) {
  for (const Urls &urls : hosts)
    for (const std::string &url : urls)
      group.run([&url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'urls'
}

template <typename Range> void taskPerElementOf(const Range &range) {
  tbb::task_group group;
  for (const auto &url : range)
    group.run([&url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'range'
  group.wait();
}
template void taskPerElementOf(const Urls &);

#define RUN_EACH(GROUP, ITEMS)                                                 \
  for (const auto &item : ITEMS)                                               \
  GROUP.run([&item] { fetch(item); })

void inAMacro(tbb::task_group &group, const Urls &urls) {
  RUN_EACH(group, urls);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
}

// What bounds them

void awaitedInEachTurn(const Urls &urls) {
  tbb::task_group group;
  for (const std::string &url : urls) {
    group.run([&url] { fetch(url); });
    group.wait();
  }
}

void runAndAwaited(const Urls &urls) {
  tbb::task_group group;
  for (const std::string &url : urls)
    group.run_and_wait([&url] { fetch(url); });
}

void awaitedOnceABatchIsFull(const Urls &urls) {
  tbb::task_group group;
  int queued = 0;
  for (const std::string &url : urls) {
    group.run([&url] { fetch(url); });
    if (++queued % 64 == 0)
      group.wait();
  }
  group.wait();
}

void anotherGroupIsAwaited(tbb::task_group &other, const Urls &urls) {
  tbb::task_group group;
  for (const std::string &url : urls) {
    group.run([&url] { fetch(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
    other.wait();
  }
  group.wait();
}

void awaitedBySomeCondition(const Urls &urls) {
  tbb::task_group group;
  for (const std::string &url : urls) {
    group.run([&url] { fetch(url); });
    if (ready())
      group.wait();
  }
  group.wait();
}

void groupOfAFewInEachTurn(const std::vector<Urls> &batches) {
  for (const Urls &batch : batches) {
    tbb::task_group group;
    for (int i = 0; i < 8; ++i)
      group.run([&batch, i] { fetch(batch[i]); });
    group.wait();
  }
}

static void fetchTwice(const std::string &url) {
  tbb::task_group group;
  group.run([&url] { fetch(url); });
  group.run([&url] { fetch(url); });
  group.wait();
}

void aHelperAwaitsItsOwn(const Urls &urls) {
  for (const std::string &url : urls)
    fetchTwice(url);
}

class Crawler {
public:
  void crawl(const Urls &urls) {
    for (const std::string &url : urls) {
      submit(url);
      if (++queued == 32) {
        group.wait();
        queued = 0;
      }
    }
  }

  void crawlAll(const Urls &urls) {
    for (const std::string &url : urls)
      submit(url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
    group.wait();
  }

private:
  void submit(const std::string &url) {
    group.run([url] { fetch(url); });
  }

  tbb::task_group group;
  int queued = 0;
};

static std::counting_semaphore<16> Permits(16);

void permitTakenBeforeEach(tbb::task_group &group, const Urls &urls) {
  for (const std::string &url : urls) {
    Permits.acquire();
    group.run([&url] {
      fetch(url);
      Permits.release();
    });
  }
}

static std::atomic<int> InFlight;

void refusedAboveALimit(tbb::task_group &group, const Urls &urls) {
  for (const std::string &url : urls) {
    if (InFlight >= 32) {
      fetch(url);
      continue;
    }
    ++InFlight;
    group.run([&url] {
      fetch(url);
      --InFlight;
    });
  }
}

void boundedQueueAsALimit(tbb::task_group &group, const Urls &urls) {
  tbb::concurrent_bounded_queue<int> slots;
  slots.set_capacity(16);
  for (const std::string &url : urls) {
    slots.push(0);
    group.run([&slots, &url] {
      fetch(url);
      int slot;
      slots.pop(slot);
    });
  }
  group.wait();
}

void refusedByAFullQueue(tbb::task_group &group, const Urls &urls) {
  tbb::concurrent_bounded_queue<int> slots;
  slots.set_capacity(16);
  for (const std::string &url : urls) {
    if (!slots.try_push(0)) {
      fetch(url);
      continue;
    }
    group.run([&slots, &url] {
      fetch(url);
      int slot;
      slots.try_pop(slot);
    });
  }
  group.wait();
}

void boundedInNameOnly(tbb::task_group &group, const Urls &urls) {
  tbb::concurrent_bounded_queue<int> slots;
  for (const std::string &url : urls) {
    slots.push(0);
    group.run([&slots, &url] {
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
      fetch(url);
      int slot;
      slots.pop(slot);
    });
  }
  group.wait();
}

void capacitySetElsewhere(tbb::task_group &group,
                          tbb::concurrent_bounded_queue<int> &slots,
                          const Urls &urls) {
  for (const std::string &url : urls) {
    slots.push(0);
    group.run([&slots, &url] {
      fetch(url);
      int slot;
      slots.pop(slot);
    });
  }
}

void consumer(tbb::task_group &group,
              tbb::concurrent_bounded_queue<std::string> &queue) {
  while (true) {
    std::string url;
    queue.pop(url);
    group.run([url] { fetch(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
  }
}

void workers(tbb::task_group &group,
             tbb::concurrent_bounded_queue<std::string> &queue) {
  for (int i = 0; i < tbb::info::default_concurrency(); ++i)
    group.run([&queue] {
      std::string url;
      while (queue.try_pop(url))
        fetch(url);
    });
}

// Algorithms that limit themselves

void parallelAlgorithms(const Urls &urls) {
  tbb::parallel_for_each(urls, [](const std::string &url) { fetch(url); });
  tbb::parallel_for(std::size_t(0), urls.size(),
                    [&](std::size_t i) { fetch(urls[i]); });
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, urls.size()),
                    [&](const tbb::blocked_range<std::size_t> &part) {
                      for (std::size_t i = part.begin(); i != part.end(); ++i)
                        fetch(urls[i]);
                    });
}

void pipelineOfTokens(const Urls &urls) {
  auto url = urls.begin();
  tbb::parallel_pipeline(
      16, tbb::make_filter<void, std::string>(tbb::filter_mode::serial_in_order,
                                              [&](tbb::flow_control &control) {
                                                if (url == urls.end()) {
                                                  control.stop();
                                                  return std::string();
                                                }
                                                return *url++;
                                              }) &
              tbb::make_filter<std::string, void>(
                  tbb::filter_mode::parallel,
                  [](const std::string &url) { fetch(url); }));
}

void taskPerItemOfAnAlgorithm(tbb::task_group &group, const Urls &urls) {
  tbb::parallel_for_each(urls, [&group](const std::string &url) {
    group.run([&url] { fetch(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'urls'
  });
}

void threadPerItemOfAnAlgorithm(const Urls &urls) {
  tbb::parallel_for_each(urls.begin(), urls.end(), [](const std::string &url) {
    std::thread(fetch, url).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
  });
  tbb::parallel_for(std::size_t(0), urls.size(), [&](std::size_t i) {
    std::thread(fetch, urls[i]).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
  });
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, urls.size()),
                    [&](const tbb::blocked_range<std::size_t> &part) {
                      for (std::size_t i = part.begin(); i != part.end(); ++i)
                        std::thread(fetch, urls[i]).detach();
                      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
                    });
}

void threadJoinedInItsTurn(const Urls &urls) {
  tbb::parallel_for_each(urls, [](const std::string &url) {
    std::thread thread(fetch, url);
    thread.join();
  });
}

void aFewThreads(const Urls &urls) {
  tbb::parallel_for(tbb::blocked_range<int>(0, 8),
                    [&](const tbb::blocked_range<int> &part) {
                      std::thread(fetch, urls[part.begin()]).detach();
                    });
  tbb::blocked_range<int> range(0, 500);
  tbb::parallel_for(range, [&](const tbb::blocked_range<int> &part) {
    std::thread(fetch, urls[part.begin()]).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[fixed] a thread is started 500 times
  });
}
