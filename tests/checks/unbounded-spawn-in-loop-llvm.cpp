// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// LLVM's own threads, pools and groups.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
//
// FLAGS: -std=c++20 -isystem /usr/lib/llvm-19/include
// CUTS: 4
// OPTIONS: Level=strict

#include "llvm/Support/Parallel.h"
#include "llvm/Support/ThreadPool.h"
#include "llvm/Support/Threading.h"
#include "llvm/Support/thread.h"
#include <atomic>
#include <deque>
#include <future>
#include <optional>
#include <semaphore>
#include <string>
#include <vector>

using Files = std::vector<std::string>;
void parse(const std::string &file);
std::string next();

// Threads

void threadPerItem(const Files &files) {
  std::vector<llvm::thread> threads;
  for (const std::string &file : files)
    threads.emplace_back([&file] { parse(file); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'files'
  for (llvm::thread &thread : threads)
    thread.join();
}

void detachedThreadPerItem() {
  while (true) {
    llvm::thread thread(parse, next());
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per turn of a loop without end
    thread.detach();
  }
}

void threadWithAStackPerItem(const Files &files) {
  std::vector<llvm::thread> threads;
  for (const std::string &file : files)
    threads.push_back(
        llvm::thread(std::optional<unsigned>(8 << 20), parse, file));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  for (llvm::thread &thread : threads)
    thread.join();
}

void threadJoinedInItsTurn(const Files &files) {
  for (const std::string &file : files) {
    llvm::thread thread(parse, file);
    thread.join();
  }
}

void threadPerCore() {
  std::vector<llvm::thread> threads;
  for (unsigned i = 0; i < llvm::hardware_concurrency().compute_thread_count();
       ++i)
    threads.emplace_back([] { parse(next()); });
  for (unsigned i = 0; i < llvm::thread::hardware_concurrency(); ++i)
    threads.emplace_back([] { parse(next()); });
  for (llvm::thread &thread : threads)
    thread.join();
}

// Pools

void taskPerItem(const Files &files) {
  llvm::DefaultThreadPool pool(llvm::hardware_concurrency());
  for (const std::string &file : files)
    pool.async([&file] { parse(file); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'files'
  pool.wait();
}

void taskPerItemOfAnyPool(llvm::ThreadPoolInterface &pool, const Files &files) {
  for (const std::string &file : files)
    pool.async(parse, file);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
}

void endless(llvm::ThreadPoolInterface &pool) {
  while (true)
    pool.async(parse, next());
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request] a pooled task is queued once per turn of a loop without end
}

void taskPerItemOfAGroup(llvm::StdThreadPool &pool, const Files &files) {
  llvm::ThreadPoolTaskGroup group(pool);
  for (const std::string &file : files)
    group.async(parse, file);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
  for (const std::string &file : files)
    pool.async(group, parse, file);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
  group.wait();
}

void perItemInATask(llvm::ThreadPoolInterface &pool,
                    const std::vector<Files> &folders) {
  for (const Files &files : folders)
    pool.async([&pool, &files] {
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
      for (const std::string &file : files)
        pool.async(parse, file);
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
    });
}

void taskPerItemOfTheSharedPool(const Files &files) {
  llvm::parallel::TaskGroup group;
  for (const std::string &file : files)
    group.spawn([&file] { parse(file); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
  for (const std::string &file : files)
    group.spawn([&file] { parse(file); }, /*Sequential=*/true);
}

template <typename Range>
void taskPerElementOf(llvm::ThreadPoolInterface &pool, const Range &range) {
  for (const auto &file : range)
    pool.async([&file] { parse(file); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'range'
}
template void taskPerElementOf(llvm::ThreadPoolInterface &, const Files &);

#define ASYNC_EACH(POOL, ITEMS)                                                \
  for (const auto &item : ITEMS)                                               \
  POOL.async([&item] { parse(item); })

void inAMacro(llvm::ThreadPoolInterface &pool, const Files &files) {
  ASYNC_EACH(pool, files);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
}

void inTheWaitingThread(const Files &files) {
  llvm::SingleThreadExecutor executor;
  for (const std::string &file : files)
    executor.async([&file] { parse(file); });
  executor.wait();
}

// What bounds them

void poolAwaitedOnceABatchIsFull(llvm::ThreadPoolInterface &pool,
                                 const Files &files) {
  unsigned queued = 0;
  for (const std::string &file : files) {
    pool.async(parse, file);
    if (++queued % 64 == 0)
      pool.wait();
  }
  pool.wait();
}

void groupAwaitedInEachTurn(llvm::ThreadPoolInterface &pool,
                            const Files &files) {
  llvm::ThreadPoolTaskGroup group(pool);
  for (const std::string &file : files) {
    pool.async(group, parse, file);
    pool.wait(group);
  }
}

void groupThatEndsWithItsTurn(llvm::ThreadPoolInterface &pool,
                              const std::vector<Files> &batches) {
  for (const Files &batch : batches) {
    llvm::ThreadPoolTaskGroup group(pool);
    for (int i = 0; i < 8; ++i)
      group.async(parse, batch[i]);
  }
}

void futureAwaitedInItsTurn(llvm::ThreadPoolInterface &pool,
                            const Files &files) {
  for (const std::string &file : files) {
    std::shared_future<void> done = pool.async(parse, file);
    done.wait();
  }
}

void windowOfFutures(llvm::ThreadPoolInterface &pool, const Files &files) {
  std::deque<std::shared_future<void>> window;
  for (const std::string &file : files) {
    if (window.size() >= 16) {
      window.front().wait();
      window.pop_front();
    }
    window.push_back(pool.async(parse, file));
  }
}

static std::counting_semaphore<16> Permits(16);

void permitTakenBeforeEach(llvm::ThreadPoolInterface &pool,
                           const Files &files) {
  for (const std::string &file : files) {
    Permits.acquire();
    pool.async([&file] {
      parse(file);
      Permits.release();
    });
  }
}

static std::atomic<int> InFlight;

void refusedAboveALimit(llvm::ThreadPoolInterface &pool, const Files &files) {
  for (const std::string &file : files) {
    if (InFlight >= 32) {
      parse(file);
      continue;
    }
    ++InFlight;
    pool.async([&file] {
      parse(file);
      --InFlight;
    });
  }
}

void workers(llvm::ThreadPoolInterface &pool, const Files &files,
             std::atomic<std::size_t> &taken) {
  for (unsigned i = 0; i < pool.getMaxConcurrency(); ++i)
    pool.async([&] {
      for (std::size_t j = taken++; j < files.size(); j = taken++)
        parse(files[j]);
    });
}

void loopsThatLimitThemselves(const Files &files) {
  llvm::parallelFor(0, files.size(), [&](std::size_t i) { parse(files[i]); });
  llvm::parallelForEach(files, [](const std::string &file) { parse(file); });
}

void threadPerItemOfALoop(const Files &files) {
  llvm::parallelFor(0, files.size(), [&](std::size_t i) {
    llvm::thread(parse, files[i]).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'files'
  });
  llvm::parallelForEach(files, [](const std::string &file) {
    llvm::thread thread(parse, file);
    thread.join();
  });
}
