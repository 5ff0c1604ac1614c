// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The C++ REST SDK, as its own sample uses it: a picture for each movie, and
// four pieces of data for a page.
//
// RUN: %tidepool_test %s unlimited-gather %t
// FLAGS: -std=c++17
// CUTS: 3

#include <pplx/pplxtasks.h>
#include <string>
#include <vector>

pplx::task<int> picture(const std::string &title);
int load(const std::string &title);

void pictureForEach(const std::vector<std::string> &titles) {
  std::vector<pplx::task<int>> tasks;
  for (const std::string &title : titles)
    tasks.push_back(picture(title));
  pplx::when_all(tasks.begin(), tasks.end()).wait();
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] 'pplx::when_all' waits for a task per element of 'titles'
}

void fourForAPage() {
  std::vector<pplx::task<int>> tasks;
  tasks.push_back(picture("events"));
  tasks.push_back(picture("weather"));
  tasks.push_back(picture("pictures"));
  tasks.push_back(picture("movies"));
  pplx::when_all(tasks.begin(), tasks.end()).wait();
}

void inAContinuation(pplx::task<std::vector<std::string>> later) {
  later.then([](std::vector<std::string> titles) {
    std::vector<pplx::task<int>> tasks;
    for (const std::string &title : titles)
      tasks.push_back(picture(title));
    pplx::when_all(tasks.begin(), tasks.end()).wait();
    // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic]
  });
}

void both() { (picture("one") && picture("other")).wait(); }
