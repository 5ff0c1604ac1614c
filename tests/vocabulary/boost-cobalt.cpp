// Every entry of boost-cobalt.yaml, in a mock of Boost.Cobalt's headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover boost-cobalt -- -std=c++20 -isystem %S/mock/boost-cobalt > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <boost/cobalt.hpp>
#include <vector>

namespace cobalt = boost::cobalt;

cobalt::promise<> fetch(int);
cobalt::task<> later(int);
cobalt::detached alone();
cobalt::main first();

cobalt::task<> gathers(std::vector<cobalt::promise<>> promises) {
  co_await cobalt::gather(fetch(1), fetch(2));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::gather: gather(coroutine, range argument 0, first 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::cobalt::promise: spawn(coroutine, result, cancels), task(eager, cancels)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::cobalt::promise: spawn(coroutine, result, cancels), task(eager, cancels)
  co_await cobalt::gather(promises);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::gather: gather(coroutine, range argument 0, first 0)
  co_await cobalt::join(fetch(1), fetch(2));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::join: gather(coroutine, range argument 0, first 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::cobalt::promise: spawn(coroutine, result, cancels), task(eager, cancels)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: boost::cobalt::promise: spawn(coroutine, result, cancels), task(eager, cancels)
  co_await cobalt::join(promises);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::join: gather(coroutine, range argument 0, first 0)
  co_await cobalt::race(fetch(1), fetch(2));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::promise: spawn(coroutine, result, cancels), task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::cobalt::promise: spawn(coroutine, result, cancels), task(eager, cancels)
  cobalt::wait_group group;
  group.push_back(fetch(1));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::promise: spawn(coroutine, result, cancels), task(eager, cancels)
  group.cancel();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::wait_group::cancel: ends
  co_await cobalt::with(cobalt::wait_group(), [](cobalt::wait_group &) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::with: calls(callable 1)
  co_await group.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::wait_group::wait: gather(coroutine, range this)
  co_await group;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::wait_group::operator co_await: gather(coroutine, range this)
}

cobalt::task<> others(boost::asio::io_context &context) {
  cobalt::task<> one = later(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::task: task(lazy, cancels)
  cobalt::promise<> two = fetch(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::promise: spawn(coroutine, result, cancels), task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::cobalt::promise: spawn(coroutine, result, cancels), task(eager, cancels)
  two.detach();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::promise::detach: detach
  +fetch(2);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::promise::operator+: detach
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::cobalt::promise: spawn(coroutine, result, cancels), task(eager, cancels)
  cobalt::detached three = alone();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::detached: spawn(coroutine, result), task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::cobalt::detached: spawn(coroutine, result), task(eager)
  cobalt::main four = first();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::main: task(eager)
  cobalt::spawn(context, std::move(one), boost::asio::detached);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::spawn: spawn(coroutine, callable 1, result)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  cobalt::channel<int> places(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::channel: limiter(type, capacity 0)
  co_await places.write(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::channel::write: limiter(acquire), wait(permit)
  co_await places.read();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::cobalt::channel::read: limiter(release)
}
