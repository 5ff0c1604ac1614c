// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libevent: what its loop runs, it runs for each event.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
// FLAGS: -std=c++20
// CUTS: 2

#include <asio.hpp>
#include <event2/event.h>
#include <event2/http.h>
#include <semaphore>
#include <string>
#include <vector>

asio::thread_pool pool{4};
std::vector<std::string> &parts();
void work(const std::string &part);

void answers(evhttp_request *, void *) {
  for (const std::string &part : parts())
    asio::post(pool, [&part] { work(part); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
}

void answersBehindASemaphore(evhttp_request *, void *) {
  static std::counting_semaphore<8> permits(8);
  for (const std::string &part : parts()) {
    permits.acquire();
    asio::post(pool, [&part] {
      work(part);
      permits.release();
    });
  }
}

void ticks(evutil_socket_t, short, void *) {
  for (const std::string &part : parts())
    asio::post(pool, [&part] { work(part); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
}

// Once, at the start.
void prepares() {
  for (const std::string &part : parts())
    asio::post(pool, [&part] { work(part); });
}

void serves(event_base *loop, evhttp *server) {
  prepares();
  evhttp_set_cb(server, "/", answers, nullptr);
  evhttp_set_gencb(server, answersBehindASemaphore, nullptr);
  event_add(evtimer_new(loop, ticks, nullptr), nullptr);
  event_base_dispatch(loop);
}
