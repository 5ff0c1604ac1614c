// The harness itself: a finding with an expectation, a silent twin.
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
// FLAGS: -std=c++20 -pthread
#include <string>
#include <thread>
#include <vector>

void fetch(const std::string &url);

void aThreadPerUrl(const std::vector<std::string> &urls) {
  std::vector<std::thread> threads;
  for (const std::string &u : urls)
    threads.push_back(std::thread(fetch, u));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop
  for (std::thread &thread : threads)
    thread.join();
}
