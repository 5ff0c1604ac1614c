// Every entry of pthread.yaml, in C++ and in C.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover pthread -- -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t
// RUN: %tidepool vocab %s --cover pthread -- -x c -D_GNU_SOURCE > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <threads.h>
#include <time.h>

void *run(void *data);
int runs(void *data);

void tasks(const struct timespec *soon) {
  pthread_t one;
  pthread_create(&one, 0, run, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_create: spawn(thread, callable 2, argument 0)
  pthread_join(one, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_join: wait(task, argument 0)
  pthread_timedjoin_np(one, 0, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_timedjoin_np: wait(task, argument 0, timed)
  pthread_clockjoin_np(one, 0, CLOCK_MONOTONIC, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_clockjoin_np: wait(task, argument 0, timed)
  pthread_detach(one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_detach: detach(argument 0)
}

void limits(const struct timespec *soon) {
  sem_t one;
  sem_init(&one, 0, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sem_init: limiter(create, argument 0, capacity 2)
  sem_wait(&one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sem_wait: limiter(acquire, argument 0), wait(permit, argument 0)
  sem_timedwait(&one, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sem_timedwait: limiter(timed, argument 0, zero is success), wait(permit, argument 0, timed)
  sem_clockwait(&one, CLOCK_MONOTONIC, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sem_clockwait: limiter(timed, argument 0, zero is success), wait(permit, argument 0, timed)
  sem_trywait(&one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sem_trywait: limiter(try, argument 0, zero is success)
  sem_post(&one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sem_post: limiter(release, argument 0)
  sem_t *two = sem_open("/two", O_CREAT, 0600, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sem_open: limiter(create, result, capacity 3)
  two = sem_open("/two", 0);
}

void waits(pthread_mutex_t *mutex, const struct timespec *soon) {
  pthread_cond_t one;
  pthread_cond_wait(&one, mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_cond_wait: wait(condition, argument 0)
  pthread_cond_timedwait(&one, mutex, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_cond_timedwait: wait(condition, argument 0, timed)
  pthread_cond_clockwait(&one, mutex, CLOCK_MONOTONIC, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_cond_clockwait: wait(condition, argument 0, timed)
  pthread_barrier_t two;
  pthread_barrier_wait(&two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_barrier_wait: wait(arrivals, argument 0)
}

void locks(const struct timespec *soon) {
  pthread_mutex_t one;
  pthread_mutex_lock(&one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_mutex_lock: wait(lock, argument 0), lock(lock, argument 0)
  pthread_mutex_timedlock(&one, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_mutex_timedlock: wait(lock, argument 0, timed), lock(try, argument 0)
  pthread_mutex_clocklock(&one, CLOCK_MONOTONIC, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_mutex_clocklock: wait(lock, argument 0, timed), lock(try, argument 0)
  pthread_mutex_trylock(&one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_mutex_trylock: lock(try, argument 0)
  pthread_mutex_unlock(&one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_mutex_unlock: lock(unlock, argument 0)
  pthread_rwlock_t two;
  pthread_rwlock_rdlock(&two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_rwlock_rdlock: wait(lock, argument 0), lock(lock, argument 0)
  pthread_rwlock_wrlock(&two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_rwlock_wrlock: wait(lock, argument 0), lock(lock, argument 0)
  pthread_rwlock_timedrdlock(&two, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_rwlock_timedrdlock: wait(lock, argument 0, timed), lock(try, argument 0)
  pthread_rwlock_timedwrlock(&two, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_rwlock_timedwrlock: wait(lock, argument 0, timed), lock(try, argument 0)
  pthread_rwlock_clockrdlock(&two, CLOCK_MONOTONIC, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_rwlock_clockrdlock: wait(lock, argument 0, timed), lock(try, argument 0)
  pthread_rwlock_clockwrlock(&two, CLOCK_MONOTONIC, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_rwlock_clockwrlock: wait(lock, argument 0, timed), lock(try, argument 0)
  pthread_rwlock_tryrdlock(&two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_rwlock_tryrdlock: lock(try, argument 0)
  pthread_rwlock_trywrlock(&two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_rwlock_trywrlock: lock(try, argument 0)
  pthread_rwlock_unlock(&two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_rwlock_unlock: lock(unlock, argument 0)
  pthread_spinlock_t three;
  pthread_spin_lock(&three);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_spin_lock: wait(lock, argument 0), lock(lock, argument 0)
  pthread_spin_trylock(&three);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_spin_trylock: lock(try, argument 0)
  pthread_spin_unlock(&three);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pthread_spin_unlock: lock(unlock, argument 0)
}

void c11(const struct timespec *soon) {
  thrd_t one;
  thrd_create(&one, runs, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: thrd_create: spawn(thread, callable 1, argument 0)
  thrd_join(one, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: thrd_join: wait(task, argument 0)
  thrd_detach(one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: thrd_detach: detach(argument 0)
  mtx_t two;
  mtx_lock(&two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mtx_lock: wait(lock, argument 0), lock(lock, argument 0)
  mtx_timedlock(&two, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mtx_timedlock: wait(lock, argument 0, timed), lock(try, argument 0)
  mtx_trylock(&two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mtx_trylock: lock(try, argument 0)
  mtx_unlock(&two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mtx_unlock: lock(unlock, argument 0)
  cnd_t three;
  cnd_wait(&three, &two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: cnd_wait: wait(condition, argument 0)
  cnd_timedwait(&three, &two, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: cnd_timedwait: wait(condition, argument 0, timed)
  thrd_sleep(soon, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: thrd_sleep: blocking(sleep)
}
