// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <concurrentqueue/blockingconcurrentqueue.h>

using Semaphore = moodycamel::LightweightSemaphore;
#define ACQUIRE(SEMAPHORE) (SEMAPHORE).wait()
#define TRY(SEMAPHORE) (SEMAPHORE).tryWait()
#define RELEASE(SEMAPHORE) (SEMAPHORE).signal()
