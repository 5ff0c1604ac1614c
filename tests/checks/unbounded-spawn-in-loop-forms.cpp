// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Macros, templates, headers, notes, NOLINT and code with errors around it.
//
// CLANGD: fewer (its own header is not the open file)
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --notes

//--- forms.cpp
#include "forms.h"
#include <list>

#define START(url) std::thread(fetch, url).detach()
void startedByAMacro(const Strings &urls) {
  for (const std::string &url : urls)
    START(url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // CHECK: [[#@LINE-3]]: note[in this loop]
  // CHECK: note[bound it with a std::counting_semaphore
}

// Once, whatever it is instantiated with.
template <typename Range> void startedInATemplate(const Range &range) {
  for (const auto &url : range)
    std::thread(fetch, url).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // CHECK: [[#@LINE-3]]: note[in this loop]
  // CHECK: note[bound it with
}
void instantiates(const Strings &urls, const std::list<std::string> &more) {
  startedInATemplate(urls);
  startedInATemplate(more);
}

template <typename Thread> void dependent(const Strings &urls) {
  for (const std::string &url : urls)
    Thread(fetch, url).detach();
}

void genericLambda(const Strings &urls) {
  auto start = [](const auto &url) { std::thread(fetch, url).detach(); };
  for (const std::string &url : urls)
    start(url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // CHECK: [[#@LINE-3]]: note[in this loop]
  // CHECK: [[#@LINE-5]]: note[a thread is started here]
  // CHECK: note[bound it with
}

void suppressed(const Strings &urls) {
  for (const std::string &url : urls)
    std::thread(fetch, url).detach(); // NOLINT(tidepool-*)
}

void productOfNestedLoops() {
  for (int i = 0; i < 8; ++i)
    for (int j = 0; j < 5; ++j)
      std::thread(fetch, "").detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[fixed] a thread is started 8 x 5 = 40 times
  // CHECK: note[in this loop]
  // CHECK: note[bound it with
}

//--- forms.h
#include <string>
#include <thread>
#include <vector>
using Strings = std::vector<std::string>;
void fetch(const std::string &);
inline void inAHeader(const Strings &urls) {
  for (const std::string &url : urls)
    std::thread(fetch, url).detach();
}
// CHECK: forms.h:[[#]]: unbounded-spawn-in-loop[per-item]
// CHECK: note[in this loop]
// CHECK: note[bound it with
