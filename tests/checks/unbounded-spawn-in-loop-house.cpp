// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A house framework that the project describes itself: pooled tasks,
// coroutines, handlers, a limiter and a rate limiter.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --prefix=STRICT --options=Level=strict
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --prefix=ALL --options=PooledTasks=all,AcceptedConnections=all
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --prefix=OFF --options=PooledTasks=off,Level=strict

//--- house.cpp
#include <string>
#include <vector>

namespace house {
struct pool {
  template <typename F> void post(F &&) {}
  template <typename F> void post_bounded(F &&) {}
};
template <typename F> void spawn(F &&) {}
template <typename F> void on_request(F &&) {}
int next_connection();
struct gate {
  explicit gate(int permits);
  void enter();
  void leave();
};
struct rate {
  explicit rate(int per_second);
  void enter();
};
} // namespace house

void fetch(const std::string &);
using Strings = std::vector<std::string>;

void pooledPerElement(house::pool &pool, const Strings &urls) {
  for (const std::string &url : urls)
    pool.post([url] { fetch(url); });
  // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'urls'
  // ALL: [[#@LINE-2]]: unbounded-spawn-in-loop[pooled]
}

void pooledPerElementOfARequest(house::pool &pool, const Strings &urls) {
  house::on_request([&] {
    for (const std::string &url : urls)
      pool.post([url] { fetch(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[pooled-per-request]
    // ALL: [[#@LINE-3]]: unbounded-spawn-in-loop[pooled-per-request]
  });
}

void pooledWithoutEnd(house::pool &pool) {
  while (true)
    pool.post([] { fetch("again"); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[pooled-per-request]
  // ALL: [[#@LINE-3]]: unbounded-spawn-in-loop[pooled-per-request]
}

void waitsForRoomInThePool(house::pool &pool, const Strings &urls) {
  for (const std::string &url : urls)
    pool.post_bounded([url] { fetch(url); });
}

void coroutinePerElement(const Strings &urls) {
  for (const std::string &url : urls)
    house::spawn([url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a coroutine is started once per element of 'urls'
  // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
  // ALL: [[#@LINE-3]]: unbounded-spawn-in-loop[per-item]
  // OFF: [[#@LINE-4]]: unbounded-spawn-in-loop[per-item]
}

void coroutinePerConnection() {
  for (;;) {
    int client = house::next_connection();
    house::spawn([client] { fetch(std::to_string(client)); });
    // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[task-per-connection] a coroutine is started once per accepted connection, for ever
    // ALL: [[#@LINE-2]]: unbounded-spawn-in-loop[task-per-connection]
    // OFF: [[#@LINE-3]]: unbounded-spawn-in-loop[task-per-connection]
  }
}

void boundedByItsGate(house::gate &gate, const Strings &urls) {
  for (const std::string &url : urls) {
    gate.enter();
    house::spawn([&gate, url] {
      fetch(url);
      gate.leave();
    });
  }
}

// Waiting for a permit inside costs a coroutine next to nothing.
void gateInsideTheCoroutine(house::gate &gate, const Strings &urls) {
  for (const std::string &url : urls)
    house::spawn([&gate, url] {
      gate.enter();
      fetch(url);
      gate.leave();
    });
}

void rateIsNoBound(house::rate &rate, const Strings &urls) {
  for (const std::string &url : urls) {
    rate.enter();
    house::spawn([url] { fetch(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
    // ALL: [[#@LINE-3]]: unbounded-spawn-in-loop[per-item]
    // OFF: [[#@LINE-4]]: unbounded-spawn-in-loop[per-item]
  }
}

// clang-format off
//--- .tidepool.yaml
version: 1
library: house
entries:
  - class: house::pool
    member: post
    spawn: {starts: pooled, callable: 0}
    counterpart: house::pool::post_bounded
  - class: house::pool
    member: post_bounded
    spawn: {starts: pooled, callable: 0, waits-for-capacity: true}
  - function: house::spawn
    spawn: {starts: coroutine, callable: 0}
  - function: house::on_request
    handler: {callable: 0}
  - function: house::next_connection
    io: {accepts: true}
  - class: house::gate
    limiter: {does: type, capacity: 0}
  - class: house::gate
    member: enter
    limiter: {does: acquire}
  - class: house::gate
    member: leave
    limiter: {does: release}
  - class: house::rate
    member: enter
    limiter: {does: acquire, limits: rate}
