// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <coro/coro.hpp>

template <typename T> using Task = coro::task<T>;
using Semaphore = coro::semaphore<64>;
#define GATHER(TASKS) coro::when_all(std::move(TASKS))
#define GATHER_TWO(ONE, TWO) coro::when_all(ONE, TWO)
#define ACQUIRE(SEMAPHORE) co_await (SEMAPHORE).acquire()
#define RELEASE(SEMAPHORE) co_await (SEMAPHORE).release()
#define SET_THREADS(NUMBER)                                                    \
  coro::thread_pool::make_unique({.thread_count = NUMBER})

template <typename Function> coro::task<void> run(Function function) {
  function();
  co_return;
}
using Pool = coro::thread_pool;
#define START(POOL, ...) (POOL).spawn_detached(run(__VA_ARGS__))
