// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <BS_thread_pool.hpp>

using Pool = BS::light_thread_pool;
#define START(POOL, ...) (POOL).detach_task(__VA_ARGS__)
#define WAIT(POOL) (POOL).wait()

#define OWN_TASK(NAME)                                                         \
  BS::light_thread_pool NAME(4);                                               \
  NAME.detach_task([] {})
#define OWN_WAIT(NAME) NAME.wait()
#define OWN_WAIT_IN_TIME(NAME) NAME.wait_for(std::chrono::seconds(5))
