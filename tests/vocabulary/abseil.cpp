// Every entry of abseil.yaml.
// REQUIRES: tidepool, abseil
// RUN: %tidepool vocab %s --cover abseil -- %headers -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <absl/synchronization/barrier.h>
#include <absl/synchronization/blocking_counter.h>
#include <absl/synchronization/mutex.h>
#include <absl/synchronization/notification.h>
#include <absl/time/clock.h>

void locks(bool *ready) {
  absl::Mutex mutex;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex: lock(type)
  mutex.Lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::Lock: wait(lock), lock(lock)
  mutex.Unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::Unlock: lock(unlock)
  mutex.ReaderLock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::ReaderLock: wait(lock), lock(lock)
  mutex.ReaderUnlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::ReaderUnlock: lock(unlock)
  mutex.WriterLock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::WriterLock: wait(lock), lock(lock)
  mutex.WriterUnlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::WriterUnlock: lock(unlock)
  mutex.TryLock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::TryLock: lock(try)
  mutex.ReaderTryLock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::ReaderTryLock: lock(try)
  mutex.WriterTryLock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::WriterTryLock: lock(try)
  absl::MutexLock one(&mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::MutexLock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: absl::MutexLock::MutexLock: wait(lock, argument 0), lock(lock, argument 0)
  absl::ReaderMutexLock reader(&mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::ReaderMutexLock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: absl::ReaderMutexLock::ReaderMutexLock: wait(lock, argument 0), lock(lock, argument 0)
  absl::WriterMutexLock writer(&mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::WriterMutexLock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: absl::WriterMutexLock::WriterMutexLock: wait(lock, argument 0), lock(lock, argument 0)
  absl::ReleasableMutexLock released(&mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::ReleasableMutexLock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: absl::ReleasableMutexLock::ReleasableMutexLock: wait(lock, argument 0), lock(lock, argument 0)
  released.Release();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::ReleasableMutexLock::Release: lock(unlock)
  absl::Condition condition(ready);
  absl::MutexLock when(&mutex, condition);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::MutexLock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: absl::MutexLock::MutexLock: wait(condition, argument 0), lock(lock, argument 0)
  absl::ReaderMutexLock readerWhen(&mutex, condition);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::ReaderMutexLock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: absl::ReaderMutexLock::ReaderMutexLock: wait(condition, argument 0), lock(lock, argument 0)
  absl::WriterMutexLock writerWhen(&mutex, condition);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::WriterMutexLock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: absl::WriterMutexLock::WriterMutexLock: wait(condition, argument 0), lock(lock, argument 0)
  absl::ReleasableMutexLock releasedWhen(&mutex, condition);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::ReleasableMutexLock: lock(guard, argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: absl::ReleasableMutexLock::ReleasableMutexLock: wait(condition, argument 0), lock(lock, argument 0)
}

void waits(absl::Mutex &mutex, bool *ready, absl::Duration soon,
           // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex: lock(type)
           absl::Time then) {
  absl::Condition condition(ready);
  mutex.LockWhen(condition);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::LockWhen: wait(condition), lock(lock)
  mutex.ReaderLockWhen(condition);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::ReaderLockWhen: wait(condition), lock(lock)
  mutex.WriterLockWhen(condition);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::WriterLockWhen: wait(condition), lock(lock)
  mutex.Await(condition);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::Await: wait(condition)
  mutex.LockWhenWithTimeout(condition, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::LockWhenWithTimeout: wait(condition, timed), lock(lock)
  mutex.ReaderLockWhenWithTimeout(condition, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::ReaderLockWhenWithTimeout: wait(condition, timed), lock(lock)
  mutex.WriterLockWhenWithTimeout(condition, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::WriterLockWhenWithTimeout: wait(condition, timed), lock(lock)
  mutex.LockWhenWithDeadline(condition, then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::LockWhenWithDeadline: wait(condition, timed), lock(lock)
  mutex.ReaderLockWhenWithDeadline(condition, then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::ReaderLockWhenWithDeadline: wait(condition, timed), lock(lock)
  mutex.WriterLockWhenWithDeadline(condition, then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::WriterLockWhenWithDeadline: wait(condition, timed), lock(lock)
  mutex.AwaitWithTimeout(condition, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::AwaitWithTimeout: wait(condition, timed)
  mutex.AwaitWithDeadline(condition, then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Mutex::AwaitWithDeadline: wait(condition, timed)
  absl::CondVar changed;
  changed.Wait(&mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::CondVar::Wait: wait(condition)
  changed.WaitWithTimeout(&mutex, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::CondVar::WaitWithTimeout: wait(condition, timed)
  changed.WaitWithDeadline(&mutex, then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::CondVar::WaitWithDeadline: wait(condition, timed)
  absl::Notification done;
  done.WaitForNotification();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Notification::WaitForNotification: wait(condition)
  done.WaitForNotificationWithTimeout(soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Notification::WaitForNotificationWithTimeout: wait(condition, timed)
  done.WaitForNotificationWithDeadline(then);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Notification::WaitForNotificationWithDeadline: wait(condition, timed)
  absl::BlockingCounter counter(4);
  counter.Wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::BlockingCounter::Wait: wait(arrivals)
  absl::Barrier barrier(4);
  barrier.Block();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::Barrier::Block: wait(arrivals)
  absl::SleepFor(soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: absl::SleepFor: blocking(sleep)
}
