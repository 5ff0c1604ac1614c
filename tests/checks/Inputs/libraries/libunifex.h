// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <unifex/unifex.hpp>

template <typename T> using Task = unifex::task<T>;
#define GATHER(TASKS) unifex::when_all_range(std::move(TASKS))
#define GATHER_TWO(ONE, TWO) unifex::when_all(ONE, TWO)

using Pool = unifex::static_thread_pool;

using Scope = unifex::async_scope;
extern unifex::static_thread_pool &workers;
#define START_IN(SCOPE, ...)                                                   \
  (SCOPE).detached_spawn_call_on(workers.get_scheduler(), __VA_ARGS__)
