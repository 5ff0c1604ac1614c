// Every entry of marl.yaml, in a mock of its headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover marl -- -std=c++20 -isystem %S/mock/marl > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <marl/marl.h>

using namespace std::chrono_literals;

void work(int);

void tasks(marl::WaitGroup group, marl::Ticket ticket, marl::Event event) {
  marl::schedule([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: marl::schedule: spawn(pooled, callable 0)
  marl::schedule(work, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: marl::schedule: spawn(pooled, callable 0)
  marl::blocking_call([] { return 1; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: marl::blocking_call: calls(callable 0)
  group.add();
  group.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: marl::WaitGroup::wait: wait(arrivals, helping)
  ticket.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: marl::Ticket::wait: wait(arrivals, helping)
  event.signal();
  event.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: marl::Event::wait: wait(condition, helping)
  event.wait_for(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: marl::Event::wait_for: wait(condition, timed, helping)
  event.wait_until(std::chrono::steady_clock::now() + 5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: marl::Event::wait_until: wait(condition, timed, helping)
}

void pools() {
  marl::Scheduler chosen(marl::Scheduler::Config::allCores());
  marl::Scheduler scheduler(marl::Scheduler::Config().setWorkerThreadCount(8));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: marl::Scheduler::Config::setWorkerThreadCount: pool(result, size 0)
  unsigned cores = marl::Thread::numLogicalCPUs();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: marl::Thread::numLogicalCPUs: cores
}
