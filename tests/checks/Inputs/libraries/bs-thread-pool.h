// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <BS_thread_pool.hpp>

using Pool = BS::light_thread_pool;
#define START(POOL, ...) (POOL).detach_task(__VA_ARGS__)
#define WAIT(POOL) (POOL).wait()
