// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <concurrencpp/concurrencpp.h>

using Pool = concurrencpp::thread_pool_executor;
#define START(POOL, ...) (POOL).post(__VA_ARGS__)
