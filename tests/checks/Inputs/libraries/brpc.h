// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <bthread/bthread.h>

using Thread = bthread_t;
using Semaphore = bthread_sem_t;
using Result = void *;
#define START(THREAD, FUNCTION, DATA)                                          \
  bthread_start_background(THREAD, nullptr, FUNCTION, DATA)
#define JOIN(THREAD) bthread_join(THREAD, nullptr)
#define INIT(SEMAPHORE, COUNT) bthread_sem_init(SEMAPHORE, COUNT)
#define ACQUIRE(SEMAPHORE) bthread_sem_wait(SEMAPHORE)
#define RELEASE(SEMAPHORE) bthread_sem_post(SEMAPHORE)
#define SET_THREADS(NUMBER) bthread_setconcurrency(NUMBER)
#define CORES bthread_getconcurrency()

inline void *work(void *) { return nullptr; }
#define OWN_TASK(NAME)                                                         \
  bthread_t NAME;                                                              \
  bthread_start_background(&NAME, nullptr, work, nullptr)
#define OWN_WAIT(NAME) bthread_join(NAME, nullptr)
