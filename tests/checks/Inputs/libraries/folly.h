// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <folly/coro/Collect.h>
#include <folly/executors/CPUThreadPoolExecutor.h>

using Pool = folly::CPUThreadPoolExecutor;
#define NO_DEFAULT
#define START(POOL, ...) (POOL).add(__VA_ARGS__)

struct Scope : folly::fibers::FiberManager {};
#define START_IN(SCOPE, ...) (SCOPE).addTask(__VA_ARGS__)

#define OWN_TASK(NAME)                                                         \
  folly::CPUThreadPoolExecutor NAME(4);                                        \
  NAME.add([] {})
#define OWN_WAIT(NAME) NAME.join()
