// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <concurrencpp/concurrencpp.h>

using Pool = concurrencpp::thread_pool_executor;
#define START(POOL, ...) (POOL).post(__VA_ARGS__)

extern Pool &pool;
#define OWN_TASK(NAME) auto NAME = pool.submit([] { return 1; })
#define OWN_WAIT(NAME) NAME.wait()
#define OWN_WAIT_IN_TIME(NAME) NAME.wait_for(std::chrono::seconds(5))
