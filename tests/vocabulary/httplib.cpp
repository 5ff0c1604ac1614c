// Every entry of httplib.yaml.
// REQUIRES: tidepool, httplib
// RUN: %tidepool vocab %s --cover httplib -- -std=c++20 %headers > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <httplib.h>

void pools(httplib::Server &server) {
  httplib::ThreadPool pool(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: httplib::ThreadPool::ThreadPool: pool(io, size 0, zero none)
  server.new_task_queue = [] { return new httplib::ThreadPool(8); };
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: httplib::ThreadPool::ThreadPool: pool(io, size 0, zero none)
}
