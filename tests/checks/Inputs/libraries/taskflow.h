// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <taskflow/taskflow.hpp>

using Pool = tf::Executor;
#define START(POOL, ...) (POOL).silent_async(__VA_ARGS__)
#define WAIT(POOL) (POOL).wait_for_all()

#define OWN_TASK(NAME)                                                         \
  tf::Executor NAME(4);                                                        \
  NAME.silent_async([] {})
#define OWN_WAIT(NAME) NAME.wait_for_all()
