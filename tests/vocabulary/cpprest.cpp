// Every entry of cpprest.yaml, in the SDK's real headers.
// REQUIRES: tidepool, cpprest
// RUN: %tidepool vocab %s --cover cpprest -- -std=c++17 %headers > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <pplx/pplxtasks.h>
#include <vector>

pplx::task<int> fetch(int);

void gathers(std::vector<pplx::task<int>> tasks, pplx::task<void> one) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pplx::task: task(eager)
  pplx::when_all(tasks.begin(), tasks.end()).wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pplx::when_all: gather(pooled, range argument 0, iterators)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: pplx::task::wait: wait(task)
  (fetch(1) && fetch(2)).get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pplx::operator&&: gather(pooled, first 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: pplx::task::get: wait(task)
  (fetch(1) || fetch(2)).get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pplx::task::get: wait(task)
  pplx::create_task([] { return 1; }).wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pplx::create_task: spawn(pooled, callable 0, result)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: pplx::task::wait: wait(task)
  pplx::task_completion_event<int> event;
  pplx::create_task(event).get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pplx::create_task: none(it names what runs already)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: pplx::task::get: wait(task)
  pplx::create_task(one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pplx::create_task: none(it names what runs already)
}
