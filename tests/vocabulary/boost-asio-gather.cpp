// The entries of asio.yaml for what waits for several operations, in Boost
// 1.81; 1.74 has none of it.
// REQUIRES: tidepool, boost-asio-channel
// RUN: not %tidepool vocab %s --resolve asio -- -std=c++20 %headers > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' --implicit-check-not='not resolved: boost' < %t

#include <boost/asio.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/experimental/deferred.hpp>
#include <boost/asio/experimental/parallel_group.hpp>
#include <boost/asio/spawn.hpp>
#include <vector>

namespace net = boost::asio;
using namespace net::experimental::awaitable_operators;
using net::experimental::make_parallel_group;
using Wait = decltype(std::declval<net::steady_timer &>().async_wait(
    net::experimental::deferred));
// CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::asio::basic_waitable_timer::async_wait: handler(last argument)

net::awaitable<void> session(int number);

net::awaitable<void> gathers(net::steady_timer &timer, std::vector<Wait> waits,
                             Wait later) {
  co_await (session(1) && session(2));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::asio::experimental::awaitable_operators::operator&&: gather(coroutine, first 0)
  co_await (session(1) || session(2));
  auto wait = timer.async_wait(net::experimental::deferred);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::asio::basic_waitable_timer::async_wait: handler(last argument)
  make_parallel_group(std::move(wait), later);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::asio::experimental::make_parallel_group: gather(io, range argument 0, first 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  make_parallel_group(waits);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::asio::experimental::make_parallel_group: gather(io, range argument 0, first 0)
  make_parallel_group(std::allocator_arg, std::allocator<int>(), waits);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::asio::experimental::make_parallel_group: gather(io, range argument 2)
}
