// The entries of asio.yaml for the channels of Boost, which begin with 1.79.
// REQUIRES: tidepool, boost-asio-channel
// RUN: not %tidepool vocab %s --resolve asio -- -std=c++20 %headers > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' --implicit-check-not='not resolved: boost' < %t

#include <boost/asio.hpp>
#include <boost/asio/experimental/channel.hpp>
#include <boost/asio/experimental/concurrent_channel.hpp>
#include <boost/asio/spawn.hpp>

namespace net = boost::asio;
using boost::system::error_code;

template <typename Places>
net::awaitable<void> take(Places &places, net::yield_context yield) {
  // CHECK-DAG: [[#@LINE-1]]:{{[0-9]+}}: boost::asio::experimental::basic_channel: limiter(type, capacity 1)
  // CHECK-DAG: [[#@LINE-2]]:{{[0-9]+}}: boost::asio::experimental::basic_concurrent_channel: limiter(type, capacity 1)
  co_await places.async_send(error_code(), net::use_awaitable);
  // CHECK-DAG: [[#@LINE-1]]:{{[0-9]+}}: boost::asio::experimental::basic_channel::async_send: limiter(acquire), wait(permit)
  // CHECK-DAG: [[#@LINE-2]]:{{[0-9]+}}: boost::asio::experimental::basic_concurrent_channel::async_send: limiter(acquire), wait(permit)
  places.async_send(error_code(), net::detached);
  places.async_send(error_code(), yield);
  // CHECK-DAG: [[#@LINE-1]]:{{[0-9]+}}: boost::asio::experimental::basic_channel::async_send: limiter(acquire), wait(permit)
  // CHECK-DAG: [[#@LINE-2]]:{{[0-9]+}}: boost::asio::experimental::basic_concurrent_channel::async_send: limiter(acquire), wait(permit)
  places.try_send(error_code());
  // CHECK-DAG: [[#@LINE-1]]:{{[0-9]+}}: boost::asio::experimental::basic_channel::try_send: limiter(try)
  // CHECK-DAG: [[#@LINE-2]]:{{[0-9]+}}: boost::asio::experimental::basic_concurrent_channel::try_send: limiter(try)
  places.try_receive([](error_code) {});
  // CHECK-DAG: [[#@LINE-1]]:{{[0-9]+}}: boost::asio::experimental::basic_channel::try_receive: limiter(release)
  // CHECK-DAG: [[#@LINE-2]]:{{[0-9]+}}: boost::asio::experimental::basic_concurrent_channel::try_receive: limiter(release)
  co_await places.async_receive(net::use_awaitable);
  // CHECK-DAG: [[#@LINE-1]]:{{[0-9]+}}: boost::asio::experimental::basic_channel::async_receive: limiter(release)
  // CHECK-DAG: [[#@LINE-2]]:{{[0-9]+}}: boost::asio::experimental::basic_concurrent_channel::async_receive: limiter(release)
}

net::awaitable<void> takeBoth(net::any_io_executor any,
                              net::yield_context yield) {
  net::experimental::channel<void(error_code)> one(any, 8);
  // CHECK-DAG: [[#@LINE-1]]:{{[0-9]+}}: boost::asio::experimental::basic_channel: limiter(type, capacity 1)
  net::experimental::concurrent_channel<void(error_code)> two(any, 8);
  // CHECK-DAG: [[#@LINE-1]]:{{[0-9]+}}: boost::asio::experimental::basic_concurrent_channel: limiter(type, capacity 1)
  co_await take(one, yield);
  co_await take(two, yield);
}
