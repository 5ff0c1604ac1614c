// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <pthread.h>
#include <time.h>

inline void *work(void *) { return nullptr; }
#define OWN_TASK(NAME)                                                         \
  pthread_t NAME;                                                              \
  pthread_create(&NAME, nullptr, work, nullptr)
#define OWN_WAIT(NAME) pthread_join(NAME, nullptr)
#define OWN_WAIT_IN_TIME(NAME)                                                 \
  timespec end{};                                                              \
  pthread_timedjoin_np(NAME, nullptr, &end)
