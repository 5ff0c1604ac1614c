// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <TaskScheduler.h>

extern enki::TaskScheduler &scheduler;
#define SET_THREADS(NUMBER) scheduler.Initialize(NUMBER)
#define CORES enki::GetNumHardwareThreads()

#define OWN_TASK(NAME)                                                         \
  enki::TaskSet NAME(99, [](enki::TaskSetPartition, uint32_t) {});             \
  scheduler.AddTaskSetToPipe(&NAME)
#define OWN_WAIT(NAME) scheduler.WaitforTask(&NAME)
