// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <thread_pool/thread_pool.hpp>

using Pool = thread_pool::ThreadPool;
#define START(POOL, ...) (POOL).Submit(__VA_ARGS__)
