// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of bRPC, after apache/brpc at commit
// 71871ee9fb46cdb39565e3f5af1dfa6949f80bca (1.17): names and parameters are
// those of src/bthread/bthread.h and src/bthread/types.h; the types have no
// members. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`, with
// stand-ins for the few that its build makes.

#ifndef TIDEPOOL_MOCK_BTHREAD_H
#define TIDEPOOL_MOCK_BTHREAD_H

#include <cstddef>
#include <cstdint>
#include <ctime>

typedef uint64_t bthread_t;
struct bthread_attr_t {};
struct bthread_mutex_t {};
struct bthread_cond_t {};
struct bthread_sem_t {};
struct bthread_barrier_t {};

extern "C" {
int bthread_start_urgent(bthread_t *tid, const bthread_attr_t *attr,
                         void *(*fn)(void *), void *args);
int bthread_start_background(bthread_t *tid, const bthread_attr_t *attr,
                             void *(*fn)(void *), void *args);
int bthread_join(bthread_t bt, void **bthread_return);
int bthread_getconcurrency(void);
int bthread_setconcurrency(int num);
int bthread_usleep(uint64_t microseconds);
int bthread_mutex_trylock(bthread_mutex_t *mutex);
int bthread_mutex_lock(bthread_mutex_t *mutex);
int bthread_mutex_timedlock(bthread_mutex_t *mutex,
                            const struct timespec *abstime);
int bthread_mutex_unlock(bthread_mutex_t *mutex);
int bthread_cond_wait(bthread_cond_t *cond, bthread_mutex_t *mutex);
int bthread_cond_timedwait(bthread_cond_t *cond, bthread_mutex_t *mutex,
                           const struct timespec *abstime);
int bthread_sem_init(bthread_sem_t *sem, unsigned value);
int bthread_sem_wait(bthread_sem_t *sem);
int bthread_sem_timedwait(bthread_sem_t *sem, const struct timespec *abstime);
int bthread_sem_trywait(bthread_sem_t *sem);
int bthread_sem_post(bthread_sem_t *sem);
int bthread_sem_post_n(bthread_sem_t *sem, size_t n);
int bthread_barrier_wait(bthread_barrier_t *barrier);
}

#endif // TIDEPOOL_MOCK_BTHREAD_H
