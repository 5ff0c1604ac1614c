// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same with a bound for all that starts, and a time for all that waits.

#include "aio.h"
#include <chrono>
#include <string>
#include <vector>

using Urls = std::vector<std::string>;

aio::Task<std::string> fetch(std::string url);

aio::Task<int> fetchAndRelease(std::string url, aio::Semaphore &permits) {
  co_await fetch(url);
  permits.release();
  co_return 0;
}

aio::Task<int> startAll(const Urls &urls, aio::Semaphore &permits) {
  std::vector<aio::Handle<int>> running;
  for (const std::string &url : urls) {
    co_await permits.acquire();
    running.push_back(aio::create_task(fetchAndRelease(url, permits)));
  }
  co_return 0;
}

aio::Task<int> gatherAll(const Urls &urls) {
  std::vector<aio::Task<std::string>> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  co_await aio::gather(std::move(tasks), 8);
  co_return 0;
}

aio::Task<std::string> greet() {
  aio::Stream stream = aio::connect("example.org");
  co_return co_await aio::wait_for(stream.read(), std::chrono::seconds(2));
}

void start() { aio::create_task(greet()); }

void resize(const Urls &pictures) {
  aio::ThreadPool pool(aio::cores());
  for (const std::string &picture : pictures)
    pool.run([picture] { return 0; });
}
