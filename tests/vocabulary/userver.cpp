// Every entry of userver.yaml, in a mock of its headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover userver -- -std=c++20 -isystem %S/mock/userver > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <userver/userver.hpp>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
namespace engine = userver::engine;
namespace utils = userver::utils;

void tasks(engine::TaskProcessor &processor, engine::Deadline deadline) {
  auto one = utils::Async("name", [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::utils::Async: spawn(coroutine, callable 1, result, cancels)
  auto two = utils::Async(processor, "name", [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::utils::Async: spawn(coroutine, callable 2, result, cancels)
  auto three = utils::Async("name", deadline, [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::utils::Async: spawn(coroutine, callable 2, result, cancels)
  auto all = utils::Async(processor, "name", deadline, [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::utils::Async: spawn(coroutine, callable 3, result, cancels)
  auto critical = utils::CriticalAsync(processor, "name", [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::utils::CriticalAsync: spawn(coroutine, callable 2, result, cancels)
  auto shared = utils::SharedAsync("name", [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::utils::SharedAsync: spawn(coroutine, callable 1, result, cancels)
  auto shared2 = utils::SharedAsync(processor, "name", [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::utils::SharedAsync: spawn(coroutine, callable 2, result, cancels)
  auto shared3 = utils::SharedAsync("name", deadline, [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::utils::SharedAsync: spawn(coroutine, callable 2, result, cancels)
  auto shared4 = utils::SharedAsync(processor, "name", deadline, [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::utils::SharedAsync: spawn(coroutine, callable 3, result, cancels)
  auto critical2 = engine::CriticalAsyncNoSpan(processor, [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::engine::CriticalAsyncNoSpan: spawn(coroutine, callable 1, result, cancels)
  auto traced = engine::AsyncNoTracing(processor, [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::engine::AsyncNoTracing: spawn(coroutine, callable 1, result, cancels)
  auto traced2 = engine::AsyncNoTracing(processor, deadline, [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::engine::AsyncNoTracing: spawn(coroutine, callable 2, result, cancels)
  auto four = utils::CriticalAsync("name", [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::utils::CriticalAsync: spawn(coroutine, callable 1, result, cancels)
  auto five = utils::AsyncBackground("name", processor, [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::utils::AsyncBackground: spawn(coroutine, callable 2, result, cancels)
  auto six = engine::AsyncNoSpan([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::engine::AsyncNoSpan: spawn(coroutine, callable 0, result, cancels)
  auto seven = engine::AsyncNoSpan(processor, [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::engine::AsyncNoSpan: spawn(coroutine, callable 1, result, cancels)
  auto eight = engine::AsyncNoSpan(deadline, [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::engine::AsyncNoSpan: spawn(coroutine, callable 1, result, cancels)
  auto nine = engine::AsyncNoSpan(processor, deadline, [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::engine::AsyncNoSpan: spawn(coroutine, callable 2, result, cancels)
  auto ten = engine::CriticalAsyncNoSpan([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::engine::CriticalAsyncNoSpan: spawn(coroutine, callable 0, result, cancels)
  auto eleven = engine::AsyncNoTracing([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::engine::AsyncNoTracing: spawn(coroutine, callable 0, result, cancels)
  std::move(one).Detach();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::move: passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: userver::engine::Task::Detach: detach
  userver::concurrent::BackgroundTaskStorage storage;
  storage.AsyncDetach("name", [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::concurrent::BackgroundTaskStorage::AsyncDetach: spawn(coroutine, callable 1)
  storage.CriticalAsyncDetach("name", [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::concurrent::BackgroundTaskStorage::CriticalAsyncDetach: spawn(coroutine, callable 1)
  storage.CancelAndWait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::concurrent::BackgroundTaskStorage::CancelAndWait: ends
}

void gathers(std::vector<engine::TaskWithResult<void>> &all) {
  engine::WaitAllChecked(all);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::WaitAllChecked: gather(coroutine, range argument 0)
  engine::GetAll(all);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::GetAll: gather(coroutine, range argument 0)
  engine::WaitAllChecked(all[0], all[1]);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::WaitAllChecked: gather(coroutine, first 0)
  engine::GetAll(all[0], all[1]);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::GetAll: gather(coroutine, first 0)
  auto status = engine::WaitAllCheckedFor(5s, all);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::WaitAllCheckedFor: gather(coroutine, range argument 1)
  status = engine::WaitAllCheckedFor(5s, all[0], all[1]);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::WaitAllCheckedFor: gather(coroutine, first 1)
}

void limiters(engine::Deadline deadline) {
  engine::Semaphore permits(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Semaphore: limiter(type, capacity 0)
  permits.SetCapacity(9);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Semaphore::SetCapacity: limiter(create, capacity 0)
  permits.lock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Semaphore::lock_shared: limiter(acquire), wait(permit)
  bool got = permits.try_lock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Semaphore::try_lock_shared: limiter(try)
  got = permits.try_lock_shared_for(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Semaphore::try_lock_shared_for: limiter(timed), wait(permit, timed)
  got = permits.try_lock_shared_until(deadline);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Semaphore::try_lock_shared_until: limiter(timed), wait(permit, timed)
  permits.unlock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Semaphore::unlock_shared: limiter(release)
  engine::CancellableSemaphore others(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::CancellableSemaphore: limiter(type, capacity 0)
  others.SetCapacity(9);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::CancellableSemaphore::SetCapacity: limiter(create, capacity 0)
  others.lock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::CancellableSemaphore::lock_shared: limiter(acquire), wait(permit)
  got = others.try_lock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::CancellableSemaphore::try_lock_shared: limiter(try)
  got = others.try_lock_shared_for(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::CancellableSemaphore::try_lock_shared_for: limiter(timed), wait(permit, timed)
  got = others.try_lock_shared_until(deadline);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::CancellableSemaphore::try_lock_shared_until: limiter(timed), wait(permit, timed)
  others.unlock_shared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::CancellableSemaphore::unlock_shared: limiter(release)
}

void waits(
    engine::TaskWithResult<int> &task, engine::Future<int> &future,
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult: task(eager, cancels)
    engine::SingleConsumerEvent &event, engine::Deadline deadline) {
  task.Wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskBase::Wait: wait(task)
  task.WaitFor(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskBase::WaitFor: wait(task, timed)
  task.WaitUntil(deadline);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskBase::WaitUntil: wait(task, timed)
  task.Get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::TaskWithResult::Get: wait(task)
  auto status = future.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Future::wait: wait(task), io(waits for task, on this)
  future.wait_for(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Future::wait_for: wait(task, timed), deadline(ready, on this)
  future.wait_until(deadline);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Future::wait_until: wait(task, timed), deadline(ready, on this)
  future.get();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Future::get: wait(task), io(waits for task, on this)
  bool sent = event.WaitForEvent();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::SingleConsumerEvent::WaitForEvent: wait(condition)
  sent = event.WaitForEventFor(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::SingleConsumerEvent::WaitForEventFor: wait(condition, timed)
  sent = event.WaitForEventUntil(deadline);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::SingleConsumerEvent::WaitForEventUntil: wait(condition, timed)
  engine::SleepFor(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::SleepFor: timer
  engine::SleepUntil(deadline);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::SleepUntil: timer
}

void locks(engine::Deadline deadline) {
  engine::Mutex mutex;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Mutex: lock(type, async)
  mutex.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Mutex::lock: wait(lock), lock(lock, async)
  bool got = mutex.try_lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Mutex::try_lock: lock(try, async)
  got = mutex.try_lock_for(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Mutex::try_lock_for: lock(try, async)
  got = mutex.try_lock_until(deadline);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Mutex::try_lock_until: lock(try, async)
  mutex.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: userver::engine::Mutex::unlock: lock(unlock, async)
}
