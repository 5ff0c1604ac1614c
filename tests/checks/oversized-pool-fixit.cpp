// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The one mechanical rewrite: a literal becomes the number of cores, as the
// library in use writes it. It changes what runs, so it stands on a note.
//
// RUN: %tidepool_test %s oversized-pool %t --fix
// FLAGS: -std=c++20 -pthread -fopenmp -isystem /usr/include/glib-2.0 -isystem /usr/lib/%multiarch/glib-2.0/include

#include <algorithm>
#include <asio/thread_pool.hpp>
#include <glib.h>
#include <memory>
#include <thread>
#include <vector>

bool pop(int &job);
void process(int job);
void each(gpointer, gpointer);

void plain() {
  asio::thread_pool pool(500);
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized]
  // FIXED: asio::thread_pool pool(std::max(1u, std::thread::hardware_concurrency()));
}

void inBraces() {
  asio::thread_pool pool{500u};
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized]
  // FIXED: asio::thread_pool pool{std::max(1u, std::thread::hardware_concurrency())};
}

void forwarded() {
  auto pool = std::make_unique<asio::thread_pool>(500);
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized]
  // FIXED: auto pool = std::make_unique<asio::thread_pool>(std::max(1u, std::thread::hardware_concurrency()));
}

void ofItsOwnLibrary() {
  g_thread_pool_new(each, nullptr, 500, TRUE, nullptr);
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized]
  // FIXED: g_thread_pool_new(each, nullptr, g_get_num_processors(), TRUE, nullptr);
}

void workers() {
  std::vector<std::jthread> threads;
  for (unsigned i = 0; i < 500; ++i)
    // FIXED: for (unsigned i = 0; i < std::max(1u, std::thread::hardware_concurrency()); ++i)
    threads.emplace_back([] {
      // CHECK: [[#@LINE-1]]: oversized-pool[oversized]
      int job;
      while (pop(job))
        process(job);
    });
}
