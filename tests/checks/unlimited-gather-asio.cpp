// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Asio: chains of awaitable operators, groups of operations, and channels as
// limiters.
//
// RUN: %tidepool_test %s unlimited-gather %t
// FLAGS: -std=c++20 -DASIO_HAS_CO_AWAIT=1
// CUTS: 3

#include <asio/awaitable.hpp>
#include <asio/experimental/awaitable_operators.hpp>
#include <asio/experimental/channel.hpp>
#include <asio/experimental/deferred.hpp>
#include <asio/experimental/parallel_group.hpp>
#include <asio/io_context.hpp>
#include <asio/steady_timer.hpp>
#include <asio/use_awaitable.hpp>
#include <chrono>

using namespace asio::experimental::awaitable_operators;
using asio::awaitable;
using asio::use_awaitable;

awaitable<void> fetch(int index);
awaitable<int> ask(int index);

awaitable<void> three() { co_await (fetch(1) && fetch(2) && fetch(3)); }

awaitable<void> oneChain() {
  co_await (fetch(1) && fetch(2) && fetch(3) && fetch(4) && fetch(5) &&
            fetch(6) && fetch(7) && fetch(8) && fetch(9) && fetch(10) &&
            fetch(11) && fetch(12) && fetch(13));
  // CHECK: [[#@LINE-3]]: unlimited-gather[fixed] 'asio::experimental::awaitable_operators::operator&&' waits for 13 tasks
}

awaitable<void> chainOfResults() {
  co_await (fetch(1) && ask(2) && fetch(3) && fetch(4) && fetch(5) &&
            fetch(6) && fetch(7) && fetch(8) && fetch(9) && fetch(10) &&
            ask(11));
  // CHECK: [[#@LINE-3]]: unlimited-gather[fixed] {{.*}}waits for 11 tasks
}

awaitable<void> firstOfTwelve() {
  co_await (fetch(1) || fetch(2) || fetch(3) || fetch(4) || fetch(5) ||
            fetch(6) || fetch(7) || fetch(8) || fetch(9) || fetch(10) ||
            fetch(11) || fetch(12));
}

awaitable<void> withADeadline(asio::steady_timer &timer) {
  timer.expires_after(std::chrono::seconds(5));
  co_await ((fetch(1) && fetch(2)) || timer.async_wait(use_awaitable));
}

awaitable<void> four(int i) {
  co_await (fetch(i) && fetch(i + 1) && fetch(i + 2) && fetch(i + 3));
}

awaitable<void> threeTimesFour() {
  co_await (four(0) && four(4) && four(8));
  // CHECK: [[#@LINE-1]]: unlimited-gather[nested] {{.*}}wait for 3 x 4 = 12 tasks
}

using Places = asio::experimental::channel<void(asio::error_code, int)>;

awaitable<void> limited(Places &places, int index) {
  co_await places.async_send(asio::error_code(), 1, use_awaitable);
  co_await fetch(index);
  co_await places.async_receive(use_awaitable);
}

awaitable<void> eachTakesAPlace(Places &places) {
  co_await (limited(places, 1) && limited(places, 2) && limited(places, 3) &&
            limited(places, 4) && limited(places, 5) && limited(places, 6) &&
            limited(places, 7) && limited(places, 8) && limited(places, 9) &&
            limited(places, 10) && limited(places, 11));
}

awaitable<void> allButOneTakeAPlace(Places &places) {
  co_await (fetch(1) && limited(places, 2) && limited(places, 3) &&
            limited(places, 4) && limited(places, 5) && limited(places, 6) &&
            limited(places, 7) && limited(places, 8) && limited(places, 9) &&
            limited(places, 10) && limited(places, 11));
  // CHECK: [[#@LINE-4]]: unlimited-gather[fixed]
}

bool bothAreTrue(bool one, bool two) { return one && two; }

awaitable<void> group(asio::steady_timer &one, asio::steady_timer &two) {
  co_await asio::experimental::make_parallel_group(
      one.async_wait(asio::experimental::deferred),
      two.async_wait(asio::experimental::deferred))
      .async_wait(asio::experimental::wait_for_all(), use_awaitable);
}

template <typename... Ops> auto groupOf(Ops... ops) {
  return asio::experimental::make_parallel_group(ops...);
}

void twelveTimers(asio::steady_timer &t) {
  auto wait = [&t](auto token) { return t.async_wait(token); };
  // CHECK: [[#@LINE+1]]: unlimited-gather[fixed] 'groupOf' waits for 12 tasks
  groupOf(wait, wait, wait, wait, wait, wait, wait, wait, wait, wait, wait,
          wait);
}
