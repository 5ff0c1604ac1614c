// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <uv.h>

using Thread = uv_thread_t;
using Semaphore = uv_sem_t;
using Result = void;
#define START(THREAD, FUNCTION, DATA) uv_thread_create(THREAD, FUNCTION, DATA)
#define JOIN(THREAD) uv_thread_join(&(THREAD))
#define INIT(SEMAPHORE, COUNT) uv_sem_init(SEMAPHORE, COUNT)
#define ACQUIRE(SEMAPHORE) uv_sem_wait(SEMAPHORE)
#define RELEASE(SEMAPHORE) uv_sem_post(SEMAPHORE)

inline void work(void *) {}
#define OWN_TASK(NAME)                                                         \
  uv_thread_t NAME;                                                            \
  uv_thread_create(&NAME, work, nullptr)
#define OWN_WAIT(NAME) uv_thread_join(&NAME)
