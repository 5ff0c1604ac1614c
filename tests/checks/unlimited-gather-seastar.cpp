// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Seastar: a callable for each element, coroutines that are objects, futures
// that run already, and semaphores in all their forms.
//
// RUN: %tidepool_test %s unlimited-gather %t
// RUN: %tidepool_test %s unlimited-gather %t-strict --only=driver --prefix=CHECK,STRICT --options=Level=strict
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/seastar
// CUTS: 4

#include <algorithm>
#include <array>
#include <boost/range/irange.hpp>
#include <seastar/core/coroutine.hh>
#include <seastar/core/loop.hh>
#include <seastar/core/map_reduce.hh>
#include <seastar/core/semaphore.hh>
#include <seastar/core/smp.hh>
#include <seastar/core/when_all.hh>
#include <seastar/coroutine/all.hh>
#include <seastar/coroutine/parallel_for_each.hh>
#include <string>
#include <vector>

namespace ss = seastar;
using Urls = std::vector<std::string>;

ss::future<> fetch(const std::string &url);
ss::future<> fetchAt(int index);

ss::future<> plain(const Urls &urls) {
  return ss::parallel_for_each(
      urls, [](const std::string &url) { return fetch(url); });
  // CHECK: [[#@LINE-2]]: unlimited-gather[dynamic] 'seastar::parallel_for_each' waits for a task per element of 'urls', all started at once with nothing bounding how many run
}

// One for each shard: the machine chose.
ss::future<> onTheOtherShards() {
  co_await ss::parallel_for_each(boost::irange(1u, ss::smp::count), fetchAt);
}

ss::future<> aThousandOnThisShard() {
  co_await ss::parallel_for_each(boost::irange(0u, 1000u), fetchAt);
  // CHECK: [[#@LINE-1]]: unlimited-gather[above-budget]
}

ss::future<> plainFunction(const Urls &urls) {
  co_await ss::parallel_for_each(urls.begin(), urls.end(), fetch);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] {{.*}}element of 'urls'
}

ss::future<> limited(const Urls &urls) {
  co_await ss::max_concurrent_for_each(urls, 10, fetch);
  co_await ss::max_concurrent_for_each(urls.begin(), urls.end(), 10, fetch);
}

ss::future<> hardlyLimited(const Urls &urls) {
  co_await ss::max_concurrent_for_each(urls, 1000, fetch);
  // CHECK: [[#@LINE-1]]: unlimited-gather[above-budget] 'seastar::max_concurrent_for_each' lets 1000 tasks
}

ss::future<> oneAfterTheOther(const Urls &urls) {
  co_await ss::do_for_each(urls.begin(), urls.end(), fetch);
}

ss::future<> awaitedObject(const Urls &urls) {
  co_await ss::coroutine::parallel_for_each(
      urls, [](const std::string &url) { return fetch(url); });
  // CHECK: [[#@LINE-2]]: unlimited-gather[dynamic] 'seastar::coroutine::parallel_for_each' waits
}

ss::future<> three() {
  co_await ss::coroutine::all([] { return fetchAt(1); },
                              [] { return fetchAt(2); },
                              [] { return fetchAt(3); });
  co_await ss::when_all(fetchAt(1), fetchAt(2), fetchAt(3));
  // Two are no pair of iterators.
  co_await ss::when_all(fetchAt(1), fetchAt(2));
  std::array<int, 3> indices = {1, 2, 3};
  co_await ss::parallel_for_each(indices, fetchAt);
}

ss::future<> futures(const Urls &urls) {
  std::vector<ss::future<>> all;
  for (const std::string &url : urls)
    all.push_back(fetch(url));
  co_await ss::when_all(all.begin(), all.end());
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] 'seastar::when_all' waits for a task per element of 'urls'
}

ss::future<> vectorOfFutures(const Urls &urls) {
  std::vector<ss::future<>> all;
  all.reserve(urls.size());
  for (const std::string &url : urls)
    all.emplace_back(fetch(url));
  co_await ss::when_all_succeed(std::move(all));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
}

ss::future<> firstOfMany(std::vector<ss::future<>> all) {
  co_await ss::when_all(all.begin(), all.begin() + 8);
  co_await ss::when_all(all.begin(), all.end());
  // STRICT: [[#@LINE-1]]: unlimited-gather[unknown-range]
}

ss::future<int> sizes(const Urls &urls) {
  return ss::map_reduce(
      urls,
      [](const std::string &url) {
        return fetch(url).then([] { return ss::make_ready_future<int>(1); });
      },
      0, [](int a, int b) { return a + b; });
  // CHECK: [[#@LINE-6]]: unlimited-gather[dynamic] 'seastar::map_reduce'
}

// Semaphores.

struct Crawler {
  ss::future<> withUnits(const Urls &urls) {
    return ss::parallel_for_each(urls, [this](const std::string &url) {
      return ss::get_units(permits, 1).then([&url](auto units) {
        return fetch(url);
      });
    });
  }
  ss::future<> withSemaphore(const Urls &urls) {
    return ss::parallel_for_each(urls, [this](const std::string &url) {
      return ss::with_semaphore(permits, 1, [&url] { return fetch(url); });
    });
  }
  ss::future<> inACoroutine(const Urls &urls) {
    co_await ss::coroutine::parallel_for_each(
        urls, [this](const std::string &url) -> ss::future<> {
          auto units = co_await ss::get_units(permits, 1);
          co_await fetch(url);
        });
  }
  ss::future<> one(const std::string &url) {
    co_await permits.wait(1);
    co_await fetch(url);
    permits.signal(1);
  }
  ss::future<> inAMember(const Urls &urls) {
    return ss::parallel_for_each(
        urls, [this](const std::string &url) { return one(url); });
  }
  ss::future<> tooMany(const Urls &urls) {
    return ss::parallel_for_each(urls, [this](const std::string &url) {
      // CHECK: [[#@LINE-1]]: unlimited-gather[above-budget] 'seastar::parallel_for_each' lets 4096 tasks
      return ss::with_semaphore(many, 1, [&url] { return fetch(url); });
    });
  }
  ss::semaphore permits{8};
  ss::semaphore many{4096};
};

// The tutorial: the permit goes with the task that it was taken for.
ss::future<> pacedByUnits(const Urls &urls) {
  ss::semaphore permits(8);
  std::vector<ss::future<>> all;
  for (const std::string &url : urls) {
    auto units = co_await ss::get_units(permits, 1);
    all.push_back(fetch(url).finally([units = std::move(units)] {}));
  }
  co_await ss::when_all(all.begin(), all.end());
}

ss::future<> aroundTheGather(const Urls &urls) {
  static ss::semaphore calls(8);
  auto units = co_await ss::get_units(calls, 1);
  co_await ss::parallel_for_each(urls, fetch);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
}

ss::future<> aSemaphoreForEach(const Urls &urls) {
  co_await ss::parallel_for_each(urls,
                                 [](const std::string &url) -> ss::future<> {
                                   // CHECK: [[#@LINE-2]]: unlimited-gather[dynamic]
                                   ss::semaphore own(8);
                                   auto units = co_await ss::get_units(own, 1);
                                   co_await fetch(url);
                                 });
}

// Inside of each other.

ss::future<> sitesAndPages(const std::vector<Urls> &sites) {
  co_await ss::parallel_for_each(sites, [](const Urls &urls) {
    // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] {{.*}}element of 'sites'
    return ss::parallel_for_each(urls, fetch);
    // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] {{.*}}element of 'urls'
  });
}

ss::future<> fourTimesFour() {
  std::array<int, 4> indices = {1, 2, 3, 4};
  co_await ss::parallel_for_each(indices, [](int i) {
    // CHECK: [[#@LINE-1]]: unlimited-gather[nested] 'seastar::parallel_for_each' and the gathers inside its tasks wait for 4 x 4 = 16 tasks
    return ss::when_all(fetchAt(i), fetchAt(i + 1), fetchAt(i + 2),
                        fetchAt(i + 3));
  });
}

// A gather's own code, as it stands in the library: whoever calls it is asked.
namespace seastar {
template <typename Range, typename Function>
future<> parallel_for_each(Range &range, Function &function, int, int) {
  return parallel_for_each(range.begin(), range.end(), function);
}
} // namespace seastar

ss::future<> callsTheOverload(const Urls &urls) {
  co_await ss::parallel_for_each(urls, fetch, 1, 2);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] {{.*}}element of 'urls'
}

// Clean-up closes whatever is open, once.
struct Server {
  Urls open;
  ss::future<> stop() { return ss::parallel_for_each(open, fetch); }
};
