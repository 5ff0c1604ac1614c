// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// OpenMP, whose tasks are directives. A team is fixed, so its tasks are pooled.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
//
// FLAGS: -std=c++20 -fopenmp
// OPTIONS: Level=strict

#include <atomic>
#include <cstddef>
#include <list>
#include <string>
#include <thread>
#include <vector>

void fetch(const std::string &url);
void render(int row, int column);
bool ready();
std::string next();
struct Node {
  Node *next;
  std::vector<Node *> children;
};
void visit(Node *node);

// Tasks

void taskPerItem(const std::vector<std::string> &urls) {
#pragma omp parallel
#pragma omp single
  for (const std::string &url : urls) {
#pragma omp task
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'urls'
    fetch(url);
  }
}

void taskPerIndexByTheMaster(const std::vector<std::string> &urls) {
#pragma omp parallel
  {
#pragma omp master
    for (std::size_t i = 0; i < urls.size(); ++i)
#pragma omp task firstprivate(i) shared(urls)
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
      fetch(urls[i]);
  }
}

void taskPerNode(Node *head) {
#pragma omp parallel
#pragma omp single nowait
  for (Node *node = head; node; node = node->next) {
#pragma omp task firstprivate(node)
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
    visit(node);
  }
}

void endless() {
#pragma omp parallel
#pragma omp single
  while (true) {
    std::string url = next();
#pragma omp task firstprivate(url)
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request] a pooled task is queued once per turn of a loop without end in each run
    fetch(url);
  }
}

void inAnOrdinaryLoopAroundTheRegion() {
  while (true) {
    std::string url = next();
#pragma omp parallel
    {
#pragma omp single
      {
#pragma omp task
        fetch(url);
      }
    }
  }
}

void taskPerItemInTasks(const std::vector<std::vector<std::string>> &hosts) {
#pragma omp parallel
#pragma omp single
  for (const std::vector<std::string> &urls : hosts) {
#pragma omp task
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'hosts'
    for (const std::string &url : urls) {
#pragma omp task
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'urls'
      fetch(url);
    }
  }
}

static void submit(const std::string &url) {
#pragma omp task firstprivate(url)
  fetch(url);
}

void throughAHelper(const std::vector<std::string> &urls) {
#pragma omp parallel
#pragma omp single
  for (const std::string &url : urls)
    submit(url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
}

template <typename Range> void taskPerElementOf(const Range &range) {
#pragma omp parallel
#pragma omp single
  for (const auto &url : range) {
#pragma omp task
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'range'
    fetch(url);
  }
}
template void taskPerElementOf(const std::vector<std::string> &);
template void taskPerElementOf(const std::list<std::string> &);

#define PER_ITEM(ITEMS, WORK)                                                  \
  for (const auto &item : ITEMS) {                                             \
    _Pragma("omp task") WORK(item);                                            \
  }

void inAMacro(const std::vector<std::string> &urls) {
#pragma omp parallel
#pragma omp single
  PER_ITEM(urls, fetch)
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
}

// What bounds them

void awaitedInEachTurn(const std::vector<std::string> &urls) {
#pragma omp parallel
#pragma omp single
  for (const std::string &url : urls) {
#pragma omp task
    fetch(url);
#pragma omp taskwait
  }
}

void awaitedAfterTheLoop(const std::vector<std::string> &urls) {
#pragma omp parallel
#pragma omp single
  {
    for (const std::string &url : urls) {
#pragma omp task
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
      fetch(url);
    }
#pragma omp taskwait
  }
}

void awaitedOnceABatchIsFull(const std::vector<std::string> &urls) {
#pragma omp parallel
#pragma omp single
  {
    int queued = 0;
    for (const std::string &url : urls) {
#pragma omp task
      fetch(url);
      if (++queued % 64 == 0) {
#pragma omp taskwait
      }
    }
  }
}

void awaitedBySomeCondition(const std::vector<std::string> &urls) {
#pragma omp parallel
#pragma omp single
  for (const std::string &url : urls) {
#pragma omp task
    fetch(url);
    if (ready()) {
#pragma omp taskwait
    }
  }
}

void waitOfAnotherTask(const std::vector<std::string> &urls) {
#pragma omp parallel
#pragma omp single
  for (const std::string &url : urls) {
#pragma omp task
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
    {
      fetch(url);
#pragma omp taskwait
    }
  }
}

void batchesInTaskgroups(const std::vector<std::vector<std::string>> &batches) {
#pragma omp parallel
#pragma omp single
  for (const std::vector<std::string> &batch : batches) {
#pragma omp taskgroup
    {
      for (int i = 0; i < 8; ++i) {
#pragma omp task
        fetch(batch[i]);
      }
    }
  }
}

void oneTaskgroupForAll(const std::vector<std::string> &urls) {
#pragma omp parallel
#pragma omp single
  {
#pragma omp taskgroup
    for (const std::string &url : urls) {
#pragma omp task
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
      fetch(url);
    }
  }
}

void runAtOnce(const std::vector<std::string> &urls) {
#pragma omp parallel
#pragma omp single
  for (const std::string &url : urls) {
#pragma omp task if (0)
    fetch(url);
#pragma omp task final(1)
    fetch(url);
#pragma omp task if (1)
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
    fetch(url);
  }
}

static std::atomic<int> Queued;

void onlyWhileFewAreQueued(const std::vector<std::string> &urls) {
#pragma omp parallel
#pragma omp single
  for (const std::string &url : urls) {
    ++Queued;
#pragma omp task if (Queued < 64)
    {
      fetch(url);
      --Queued;
    }
  }
}

void orElseByHand(const std::vector<std::string> &urls) {
#pragma omp parallel
#pragma omp single
  for (const std::string &url : urls) {
    if (Queued < 64) {
      ++Queued;
#pragma omp task
      {
        fetch(url);
        --Queued;
      }
    } else {
      fetch(url);
    }
  }
}

void walk(Node *node, int depth) {
  for (Node *child : node->children) {
    if (depth < 4) {
#pragma omp task
      walk(child, depth + 1);
    } else {
      walk(child, depth + 1);
    }
  }
#pragma omp taskwait
}

void walkWithFinal(Node *node, int depth) {
  for (Node *child : node->children) {
#pragma omp task final(depth > 4)
    walkWithFinal(child, depth + 1);
  }
#pragma omp taskwait
}

void walkAllTheWay(Node *node) {
  for (Node *child : node->children) {
#pragma omp task
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
    walkAllTheWay(child);
  }
#pragma omp taskwait
}

void aFewTasks() {
#pragma omp parallel
#pragma omp single
  for (int i = 0; i < 8; ++i) {
#pragma omp task
    render(i, 0);
  }
}

// Constructs that limit themselves

void parallelFor(const std::vector<std::string> &urls) {
#pragma omp parallel for
  for (std::size_t i = 0; i < urls.size(); ++i)
    fetch(urls[i]);
}

void plainTaskloop(const std::vector<std::string> &urls) {
#pragma omp parallel
#pragma omp single
#pragma omp taskloop
  for (std::size_t i = 0; i < urls.size(); ++i)
    fetch(urls[i]);
}

void taskloopWithANumber(const std::vector<std::string> &urls) {
#pragma omp parallel
#pragma omp single
  {
#pragma omp taskloop num_tasks(16)
    for (std::size_t i = 0; i < urls.size(); ++i)
      fetch(urls[i]);
#pragma omp taskloop grainsize(64)
    for (std::size_t i = 0; i < urls.size(); ++i)
      fetch(urls[i]);
  }
}

void taskloopOfOneEach(const std::vector<std::string> &urls) {
#pragma omp parallel
#pragma omp single
  {
#pragma omp taskloop grainsize(1)
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'urls'
    for (std::size_t i = 0; i < urls.size(); ++i)
      fetch(urls[i]);
#pragma omp taskloop num_tasks(urls.size())
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
    for (std::size_t i = 0; i < urls.size(); ++i)
      fetch(urls[i]);
  }
}

void asManyThreadsAsItems(const std::vector<std::string> &urls) {
#pragma omp parallel for num_threads(urls.size())
  for (std::size_t i = 0; i < urls.size(); ++i)
    fetch(urls[i]);
}

// Threads inside regions

void threadJoinedInItsTurn(const std::vector<std::string> &urls) {
#pragma omp parallel for
  for (std::size_t i = 0; i < urls.size(); ++i) {
    std::thread thread(fetch, urls[i]);
    thread.join();
  }
}

void threadDetachedInItsTurn(const std::vector<std::string> &urls) {
#pragma omp parallel for
  for (std::size_t i = 0; i < urls.size(); ++i)
    std::thread(fetch, urls[i]).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
}

void threadsKept(const std::vector<std::string> &urls) {
  std::vector<std::thread> threads(urls.size());
#pragma omp parallel for
  for (std::size_t i = 0; i < urls.size(); ++i)
    threads[i] = std::thread(fetch, urls[i]);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  for (std::thread &thread : threads)
    thread.join();
}

void threadInARegionInALoop() {
  while (true) {
    std::string url = next();
#pragma omp parallel
    std::thread(fetch, url).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per turn of a loop without end
  }
}

void threadsByTheMembersOfATeam(const std::string &url) {
#pragma omp parallel
  std::thread(fetch, url).detach();
}
