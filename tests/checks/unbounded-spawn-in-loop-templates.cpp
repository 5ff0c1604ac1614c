// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Templates are judged by their instantiations, which share with the pattern
// what does not depend on a parameter; a pattern that nothing instantiates, as
// far as it says.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t

#include <semaphore>
#include <string>
#include <thread>
#include <vector>

using Strings = std::vector<std::string>;
void fetch(const std::string &);
void work(int);
void rest();

std::counting_semaphore<16> Gate(16);

// Bounded and not, in what is shared and in what is not.
template <int> void acquires(const Strings &urls) {
  for (const std::string &url : urls) {
    Gate.acquire();
    std::thread(fetch, url).detach();
  }
}
template void acquires<0>(const Strings &);

template <int> void nothingAcquired(const Strings &urls) {
  for (const std::string &url : urls)
    std::thread(fetch, url).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}
template void nothingAcquired<0>(const Strings &);

template <int> void sharesTheSpawnAndThePermit(const Strings &urls) {
  for (const std::string &url : urls) {
    Gate.acquire();
    std::thread(work, 1).detach();
  }
}
template void sharesTheSpawnAndThePermit<0>(const Strings &);
template void sharesTheSpawnAndThePermit<1>(const Strings &);

template <int> void sharesTheSpawn(const Strings &urls) {
  for (const std::string &url : urls)
    std::thread(work, 1).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}
template void sharesTheSpawn<0>(const Strings &);
template void sharesTheSpawn<1>(const Strings &);

// All of the loop is shared, its end as well.
template <int> void sharesTheLoop() {
  while (true) {
    rest();
    std::thread(work, 1).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }
}
template void sharesTheLoop<0>();

template <int> void sharesTheBoundedLoop() {
  while (true) {
    Gate.acquire();
    std::thread(work, 1).detach();
  }
}
template void sharesTheBoundedLoop<0>();
template void sharesTheBoundedLoop<1>();

// `true` alone is shared.
template <int> void sharesTheCondition(const std::string &url) {
  while (true)
    std::thread(fetch, url).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}
template void sharesTheCondition<0>(const std::string &);

template <int> void leavesAtTheFirst(const Strings &urls) {
  for (const std::string &url : urls) {
    std::thread(work, 1).detach();
    break;
  }
}
template void leavesAtTheFirst<0>(const Strings &);

template <int> void refuses(const Strings &urls) {
  for (const std::string &url : urls) {
    if (!Gate.try_acquire())
      continue;
    std::thread(work, 1).detach();
  }
}
template void refuses<0>(const Strings &);
template void refuses<1>(const Strings &);

// One unbounded instantiation is enough, whether the spawn is shared or not.
template <bool Bounded> void sometimes(const Strings &urls) {
  for (const std::string &url : urls) {
    if constexpr (Bounded)
      Gate.acquire();
    std::thread(fetch, url).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }
}
template void sometimes<true>(const Strings &);
template void sometimes<false>(const Strings &);

template <bool Bounded> void sometimesShared(const Strings &urls) {
  for (const std::string &url : urls) {
    if constexpr (Bounded)
      Gate.acquire();
    std::thread(work, 1).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }
}
template void sometimesShared<true>(const Strings &);
template void sometimesShared<false>(const Strings &);

template <bool Bounded> void alwaysInUse(const Strings &urls) {
  for (const std::string &url : urls) {
    if constexpr (Bounded)
      Gate.acquire();
    std::thread(work, 1).detach();
  }
}
template void alwaysInUse<true>(const Strings &);

// What calls it, calls an instantiation.
template <int> void startsOne(const std::string &url) {
  std::thread(work, 1).detach();
}
void callsATemplatePerItem(const Strings &urls) {
  for (const std::string &url : urls)
    startsOne<0>(url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}
void callsATemplateBounded(const Strings &urls) {
  for (const std::string &url : urls) {
    Gate.acquire();
    startsOne<1>(url);
  }
}

static void start(const std::string &url) { std::thread(fetch, url).detach(); }
template <int> void callsAHelper(const Strings &urls) {
  for (const std::string &url : urls)
    start(url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}
template void callsAHelper<0>(const Strings &);
template <int> void callsAHelperBounded(const Strings &urls) {
  for (const std::string &url : urls) {
    Gate.acquire();
    start(url);
  }
}
template void callsAHelperBounded<0>(const Strings &);

static void startWork() { std::thread(work, 1).detach(); }
template <int> void startSome() { startWork(); }
template <int> void nestedHelpers() {
  while (true)
    startSome<0>();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}
template void nestedHelpers<0>();
template <int> void nestedHelpersBounded() {
  while (true) {
    Gate.acquire();
    startSome<0>();
  }
}
template void nestedHelpersBounded<0>();

// Members of classes, of class templates, and templates in both.
struct Crawler {
  template <typename Range> void all(const Range &urls) {
    for (const auto &url : urls)
      std::thread(work, 1).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }
  template <typename Range> void some(const Range &urls) {
    for (const auto &url : urls) {
      slots.acquire();
      std::thread(work, 1).detach();
    }
  }
  std::counting_semaphore<16> slots{16};
};
void usesCrawler(Crawler &crawler, const Strings &urls) {
  crawler.all(urls);
  crawler.some(urls);
}

template <typename Item> class Service {
public:
  void all(const std::vector<Item> &items) {
    for (const Item &item : items)
      std::thread(work, 1).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }
  void some(const std::vector<Item> &items) {
    for (const Item &item : items) {
      slots.acquire();
      std::thread(work, 1).detach();
    }
  }
  void joins(const std::vector<Item> &items) {
    std::vector<std::thread> threads;
    for (const Item &item : items) {
      threads.emplace_back(work, 1);
      if (threads.size() >= 8) {
        for (std::thread &thread : threads)
          thread.join();
        threads.clear();
      }
    }
  }

private:
  std::counting_semaphore<16> slots{16};
};
template class Service<int>;
template class Service<std::string>;

void genericLambdas(const Strings &urls) {
  auto all = [](const auto &items) {
    for (const auto &item : items)
      std::thread(work, 1).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  };
  all(urls);
  auto some = [](const auto &items) {
    for (const auto &item : items) {
      Gate.acquire();
      std::thread(work, 1).detach();
    }
  };
  some(urls);
  auto forEver = [](auto) {
    while (true) {
      rest();
      std::thread(work, 1).detach();
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    }
  };
  forEver(1);
}

template <int> void lambdaInATemplate(const Strings &urls) {
  auto start = [](const std::string &) { std::thread(work, 1).detach(); };
  for (const std::string &url : urls)
    start(url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}
template void lambdaInATemplate<0>(const Strings &);

// Nothing instantiates these.
template <int> void unusedAndUnbounded(const Strings &urls) {
  for (const std::string &url : urls)
    std::thread(fetch, url).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}
template <typename Range> void unusedOverARange(const Range &urls) {
  for (const auto &url : urls)
    std::thread(work, 1).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}
template <int> void unusedThatAcquires(const Strings &urls) {
  for (const std::string &url : urls) {
    Gate.acquire();
    std::thread(fetch, url).detach();
  }
}
template <int> void unusedThatRefuses(const Strings &urls) {
  for (const std::string &url : urls) {
    if (!Gate.try_acquire())
      continue;
    std::thread(fetch, url).detach();
  }
}
template <typename Slots>
void unusedWithAnUnknownLimiter(const Strings &urls, Slots &slots) {
  for (const std::string &url : urls) {
    slots.take();
    std::thread(fetch, url).detach();
  }
}
template <typename Slots> void unusedWithAnUnknownGuard(const Strings &urls) {
  for (const std::string &url : urls) {
    Slots taken;
    std::thread(fetch, url).detach();
  }
}
template <int Limit> void unusedWithAnUnknownTest(const Strings &urls) {
  int started = 0;
  for (const std::string &url : urls) {
    if (started == Limit)
      continue;
    std::thread(fetch, url).detach();
  }
}
