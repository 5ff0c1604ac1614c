// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One task a URL: with ten URLs a good idea, with ten thousand an outage.

#include "crawler.h"
#include <semaphore>
#include <thread>

void crawl(const std::vector<std::string> &urls) {
  std::vector<std::thread> threads;
  for (const std::string &url : urls)
    // expect: unbounded-spawn-in-loop
    threads.emplace_back(fetch, url);
  for (std::thread &thread : threads)
    thread.join();
}

// Bounded: the seventeenth page waits until one of the sixteen is there.
void crawlWithPermits(const std::vector<std::string> &urls) {
  std::counting_semaphore<16> permits(16);
  std::vector<std::thread> threads;
  for (const std::string &url : urls) {
    permits.acquire();
    threads.emplace_back([&permits, &url] {
      fetch(url);
      permits.release();
    });
  }
  for (std::thread &thread : threads)
    thread.join();
}
