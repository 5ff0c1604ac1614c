// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <async_simple/coro/Collect.h>
#include <async_simple/coro/Lazy.h>
#include <async_simple/coro/Semaphore.h>
#include <async_simple/executors/SimpleExecutor.h>

template <typename T> using Task = async_simple::coro::Lazy<T>;
using Semaphore = async_simple::coro::CountingSemaphore<64>;
#define NO_DEFAULT
using Pool = async_simple::executors::SimpleExecutor;
#define GATHER(TASKS) async_simple::coro::collectAll(std::move(TASKS))
#define GATHER_TWO(ONE, TWO) async_simple::coro::collectAll(ONE, TWO)
#define GATHER_LIMITED(TASKS, LIMIT)                                           \
  async_simple::coro::collectAllWindowed(LIMIT, false, std::move(TASKS))
#define ACQUIRE(SEMAPHORE) co_await (SEMAPHORE).acquire()
#define RELEASE(SEMAPHORE) co_await (SEMAPHORE).release()
