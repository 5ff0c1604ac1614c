// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// oneTBB's flow graph: messages that wait before a node.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --notes
// OPTIONS: Level=strict
// CUTS: 2

#include <string>
#include <tbb/flow_graph.h>
#include <vector>

using Urls = std::vector<std::string>;
using Fetcher = tbb::flow::function_node<std::string, int>;
int fetch(const std::string &url);
std::string next();

void endless(Fetcher &fetcher) {
  while (true)
    fetcher.try_put(next());
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
  // CHECK: note[bound it with a tbb::flow::limiter_node before the node, whose try_put refuses
}

void perItem(const Urls &urls) {
  tbb::flow::graph graph;
  Fetcher fetcher(graph, 4, fetch);
  for (const std::string &url : urls)
    fetcher.try_put(url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'urls'
  // CHECK: note[bound it with
  graph.wait_for_all();
}

void behindALimiter(const Urls &urls) {
  tbb::flow::graph graph;
  tbb::flow::limiter_node<std::string> limiter(graph, 8);
  Fetcher fetcher(graph, 4, fetch);
  tbb::flow::make_edge(limiter, fetcher);
  for (const std::string &url : urls)
    while (!limiter.try_put(url))
      graph.wait_for_all();
}

void three(Fetcher &fetcher) {
  for (int i = 0; i < 3; ++i)
    fetcher.try_put(next());
}
