// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <TaskScheduler.h>

extern enki::TaskScheduler &scheduler;
#define SET_THREADS(NUMBER) scheduler.Initialize(NUMBER)
#define CORES enki::GetNumHardwareThreads()
