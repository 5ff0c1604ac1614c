// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <userver/userver.hpp>

using Future = userver::engine::TaskWithResult<int>;
#define GATHER(FUTURES) userver::engine::WaitAllChecked(FUTURES)
#define GATHER_TWO(ONE, TWO) userver::engine::WaitAllChecked(ONE, TWO)

using Semaphore = userver::engine::Semaphore;
#define ACQUIRE(SEMAPHORE) (SEMAPHORE).lock_shared()
#define TRY(SEMAPHORE) (SEMAPHORE).try_lock_shared()
#define RELEASE(SEMAPHORE) (SEMAPHORE).unlock_shared()

using Scope = userver::concurrent::BackgroundTaskStorage;
#define START_IN(SCOPE, ...) (SCOPE).AsyncDetach("fetch", __VA_ARGS__)

#define OWN_TASK(NAME)                                                         \
  auto NAME = userver::utils::Async("work", [] { return 1; })
#define OWN_WAIT(NAME) NAME.Wait()
#define OWN_WAIT_IN_TIME(NAME) NAME.WaitFor(std::chrono::seconds(5))
