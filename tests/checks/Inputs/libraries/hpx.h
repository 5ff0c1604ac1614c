// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <hpx/hpx.hpp>

using Pool = hpx::experimental::task_group;
#define START(POOL, ...) (POOL).run(__VA_ARGS__)
#define WAIT(POOL) (POOL).wait()

using Future = hpx::future<int>;
#define GATHER(FUTURES) hpx::wait_all(FUTURES)
#define GATHER_PAIR(FIRST, LAST) hpx::when_all(FIRST, LAST)
#define GATHER_TWO(ONE, TWO) hpx::wait_all(ONE, TWO)

using Semaphore = hpx::counting_semaphore<>;
#define ACQUIRE(SEMAPHORE) (SEMAPHORE).acquire()
#define TRY(SEMAPHORE) (SEMAPHORE).try_acquire()
#define RELEASE(SEMAPHORE) (SEMAPHORE).release()

#define OWN_TASK(NAME) hpx::future<void> NAME = hpx::async([] {})
#define OWN_WAIT(NAME) NAME.wait()
#define OWN_WAIT_IN_TIME(NAME) NAME.wait_for(std::chrono::seconds(5))
