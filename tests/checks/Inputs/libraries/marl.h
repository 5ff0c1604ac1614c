// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <marl/marl.h>

using Pool = marl::Scheduler;
#define START(POOL, ...) marl::schedule(__VA_ARGS__)

#define SET_THREADS(NUMBER)                                                    \
  marl::Scheduler::Config().setWorkerThreadCount(NUMBER)
#define CORES marl::Thread::numLogicalCPUs()
