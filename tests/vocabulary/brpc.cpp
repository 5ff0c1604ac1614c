// Every entry of brpc.yaml, in a mock of bRPC's headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover brpc -- -std=c++20 -isystem %S/mock/brpc > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <bthread/bthread.h>
#include <bthread/countdown_event.h>

void *work(void *);

void tasks(timespec time) {
  bthread_t task;
  bthread_start_background(&task, nullptr, work, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_start_background: spawn(coroutine, callable 2, argument 0)
  bthread_start_urgent(&task, nullptr, work, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_start_urgent: spawn(coroutine, callable 2, argument 0)
  bthread_join(task, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_join: wait(task, argument 0)
  bthread::CountdownEvent left(4);
  left.signal();
  left.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread::CountdownEvent::wait: wait(arrivals)
  left.timed_wait(time);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread::CountdownEvent::timed_wait: wait(arrivals, timed)
}

void permits(bthread_sem_t *permits, timespec *time) {
  bthread_sem_init(permits, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_sem_init: limiter(create, argument 0, capacity 1)
  bthread_sem_wait(permits);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_sem_wait: limiter(acquire, argument 0), wait(permit, argument 0)
  bthread_sem_timedwait(permits, time);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_sem_timedwait: limiter(timed, argument 0, zero is success), wait(permit, argument 0, timed)
  bthread_sem_trywait(permits);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_sem_trywait: limiter(try, argument 0, zero is success)
  bthread_sem_post(permits);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_sem_post: limiter(release, argument 0)
  bthread_sem_post_n(permits, 2);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_sem_post_n: limiter(release, argument 0)
}

void waits(bthread_mutex_t *mutex, bthread_cond_t *condition,
           bthread_barrier_t *barrier, timespec *time) {
  bthread_mutex_lock(mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_mutex_lock: wait(lock, argument 0), lock(lock, argument 0, async)
  bthread_cond_wait(condition, mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_cond_wait: wait(condition, argument 0)
  bthread_cond_timedwait(condition, mutex, time);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_cond_timedwait: wait(condition, argument 0, timed)
  bthread_mutex_unlock(mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_mutex_unlock: lock(unlock, argument 0, async)
  bthread_mutex_trylock(mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_mutex_trylock: lock(try, argument 0, async)
  bthread_mutex_timedlock(mutex, time);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_mutex_timedlock: wait(lock, argument 0, timed), lock(try, argument 0, async)
  bthread_barrier_wait(barrier);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_barrier_wait: wait(arrivals, argument 0)
  bthread_usleep(1000);
}

void sizes() { bthread_setconcurrency(bthread_getconcurrency()); }
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: bthread_setconcurrency: pool(size 0)
// CHECK: [[#@LINE-2]]:{{[0-9]+}}: bthread_getconcurrency: cores
