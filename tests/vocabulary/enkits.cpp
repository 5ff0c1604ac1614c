// Every entry of enkits.yaml, in a mock of its headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover enkits -- -std=c++20 -isystem %S/mock/enkits > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <TaskScheduler.h>

struct Set : enki::ITaskSet {
  void ExecuteRange(enki::TaskSetPartition, uint32_t) override;
};
struct Pinned : enki::IPinnedTask {
  void Execute() override;
};

void tasks(enki::TaskScheduler &scheduler) {
  Set set;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: enki::ITaskSet: task(lazy, body ExecuteRange)
  enki::TaskSet other(99, [](enki::TaskSetPartition, uint32_t) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: enki::ITaskSet: task(lazy, body ExecuteRange)
  Pinned pinned;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: enki::IPinnedTask: task(lazy, body Execute)
  scheduler.AddTaskSetToPipe(&set);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: enki::TaskScheduler::AddTaskSetToPipe: spawn(pooled, callable 0)
  scheduler.AddPinnedTask(&pinned);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: enki::TaskScheduler::AddPinnedTask: spawn(pooled, callable 0)
  scheduler.WaitforTask(&set);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: enki::TaskScheduler::WaitforTask: wait(task, argument 0, helping)
  scheduler.WaitforAll();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: enki::TaskScheduler::WaitforAll: wait(task, helping)
  scheduler.WaitforAllAndShutdown();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: enki::TaskScheduler::WaitforAllAndShutdown: wait(task, helping)
}

void pools(enki::TaskScheduler &scheduler) {
  scheduler.Initialize();
  scheduler.Initialize(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: enki::TaskScheduler::Initialize: pool(cpu, size 0)
  enki::TaskSchedulerConfig config;
  config.numTaskThreadsToCreate = enki::GetNumHardwareThreads() - 1;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: enki::TaskSchedulerConfig::numTaskThreadsToCreate: pool(cpu, size 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: enki::GetNumHardwareThreads: cores
  scheduler.Initialize(config);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: enki::TaskScheduler::Initialize: none
  uint32_t threads = scheduler.GetNumTaskThreads();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: enki::TaskScheduler::GetNumTaskThreads: cores
}
