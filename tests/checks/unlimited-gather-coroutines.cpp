// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// cppcoro, stdexec and Boost.Cobalt, which have no limited form.
//
// RUN: %tidepool_test %s unlimited-gather %t
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/cppcoro -isystem %S/../vocabulary/mock/stdexec -isystem %S/../vocabulary/mock/boost-cobalt
// CUTS: 4

#include <boost/cobalt.hpp>
#include <cppcoro/when_all.hpp>
#include <cppcoro/when_all_ready.hpp>
#include <stdexec/execution.hpp>
#include <string>
#include <vector>

namespace cobalt = boost::cobalt;
using Urls = std::vector<std::string>;

cppcoro::task<> fetch(const std::string &url);
exec::task<void> send(int index);
cobalt::promise<> begin(const std::string &url);

cppcoro::task<> vectorOfTasks(const Urls &urls) {
  std::vector<cppcoro::task<>> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  co_await cppcoro::when_all(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] 'cppcoro::when_all' waits
}

cppcoro::task<> readyTasks(const Urls &urls) {
  std::vector<cppcoro::task<>> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  co_await cppcoro::when_all_ready(std::move(tasks));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] 'cppcoro::when_all_ready' waits
}

cppcoro::task<> twoTasks() {
  co_await cppcoro::when_all(fetch("a"), fetch("b"));
}

cppcoro::task<> inBatches(const Urls &urls) {
  std::vector<cppcoro::task<>> tasks;
  for (const std::string &url : urls) {
    tasks.push_back(fetch(url));
    if (tasks.size() < 8)
      continue;
    co_await cppcoro::when_all(std::move(tasks));
    tasks.clear();
  }
  co_await cppcoro::when_all(std::move(tasks));
}

exec::task<void> threeSenders() {
  co_await stdexec::when_all(send(1), send(2), send(3));
}

exec::task<void> twelveSenders() {
  co_await stdexec::when_all(send(1), send(2), send(3), send(4), send(5),
                             send(6), send(7), send(8), send(9), send(10),
                             send(11), send(12));
  // CHECK: [[#@LINE-3]]: unlimited-gather[fixed] 'stdexec::when_all' waits for 12 tasks
}

exec::task<void> manyButLimited() {
  co_await stdexec::bulk(stdexec::just(), 100000, [](int) {});
}

exec::task<void> inEachOther() {
  co_await stdexec::when_all(
      stdexec::when_all(send(1), send(2), send(3), send(4)),
      stdexec::when_all(send(1), send(2), send(3), send(4)),
      stdexec::when_all(send(1), send(2), send(3), send(4)));
  // CHECK: [[#@LINE-4]]: unlimited-gather[nested] 'stdexec::when_all' and the gathers inside its tasks wait for 3 x 4 = 12 tasks
}

exec::task<void> ofDifferentSizes() {
  co_await stdexec::when_all(
      stdexec::when_all(send(1), send(2), send(3), send(4)),
      stdexec::when_all(send(1), send(2), send(3), send(4), send(5), send(6)),
      send(7));
  // CHECK: [[#@LINE-4]]: unlimited-gather[nested] {{.*}}wait for 11 tasks
}

cobalt::task<> promises(const Urls &urls) {
  std::vector<cobalt::promise<>> all;
  for (const std::string &url : urls)
    all.push_back(begin(url));
  co_await cobalt::gather(all);
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] 'boost::cobalt::gather' waits
}

cobalt::task<> joined(const Urls &urls) {
  std::vector<cobalt::promise<>> all;
  for (const std::string &url : urls)
    all.push_back(begin(url));
  co_await cobalt::join(std::move(all));
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] 'boost::cobalt::join' waits
}

cobalt::task<> group(const Urls &urls) {
  cobalt::wait_group all;
  for (const std::string &url : urls)
    all.push_back(begin(url));
  co_await all.wait();
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] 'boost::cobalt::wait_group::wait' waits
}

cobalt::task<> awaitedGroup(const Urls &urls) {
  cobalt::wait_group all;
  for (const std::string &url : urls)
    all.push_back(begin(url));
  co_await all;
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
}

cobalt::promise<> limited(cobalt::channel<int> &places,
                          const std::string &url) {
  co_await places.write(1);
  co_await begin(url);
  co_await places.read();
}

cobalt::task<> eachTakesAPlace(const Urls &urls) {
  cobalt::channel<int> places(8);
  std::vector<cobalt::promise<>> all;
  for (const std::string &url : urls)
    all.push_back(limited(places, url));
  co_await cobalt::gather(all);
}

cobalt::task<> first() { co_await cobalt::race(begin("a"), begin("b")); }
