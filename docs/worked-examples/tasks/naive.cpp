// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The naive way: a task for each item, and nothing that gives up.

#include "aio.h"
#include <string>
#include <vector>

using Urls = std::vector<std::string>;

aio::Task<std::string> fetch(std::string url);

aio::Task<int> startAll(const Urls &urls) {
  std::vector<aio::Handle<std::string>> running;
  for (const std::string &url : urls)
    running.push_back(aio::create_task(fetch(url)));
  co_return 0;
}

aio::Task<int> gatherAll(const Urls &urls) {
  std::vector<aio::Task<std::string>> tasks;
  for (const std::string &url : urls)
    tasks.push_back(fetch(url));
  co_await aio::gather(std::move(tasks));
  co_return 0;
}

aio::Task<std::string> greet() {
  aio::Stream stream = aio::connect("example.org");
  co_return co_await stream.read();
}

void start() { aio::create_task(greet()); }

void resize(const Urls &pictures) {
  aio::ThreadPool pool(500);
  for (const std::string &picture : pictures)
    pool.run([picture] { return 0; });
}
