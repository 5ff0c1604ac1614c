// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A pool is a limit only where its size is one: 256 threads on eight cores take
// turns.

#include "crawler.h"
#include <algorithm>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <thread>

void scoreAll(int pages) {
  // expect: oversized-pool
  boost::asio::thread_pool pool(256);
  for (int page = 0; page < pages; ++page)
    boost::asio::post(pool, [page] { score(page, 0); });
  pool.join();
}

// Bounded: one thread a core.
void scoreAllOnCores(int pages) {
  boost::asio::thread_pool pool(
      std::max(1u, std::thread::hardware_concurrency()));
  for (int page = 0; page < pages; ++page)
    boost::asio::post(pool, [page] { score(page, 0); });
  pool.join();
}
