// Every entry of kj.yaml.
// REQUIRES: tidepool, kj
// RUN: %tidepool vocab %s --cover kj -- %headers -std=c++17 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <capnp/any.h>
#include <capnp/capability.h>
#include <kj/async-io.h>
#include <kj/async.h>
#include <kj/mutex.h>
#include <kj/thread.h>
#include <kj/timer.h>

void threads() {
  kj::Thread thread([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Thread: task(eager, joins)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: kj::Thread::Thread: spawn(thread, callable 0, joins)
  auto other = kj::heap<kj::Thread>([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::heap: constructs(first 0), kj::Thread::Thread: spawn(thread, callable 0, joins)
  other->detach();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Thread::detach: detach
}

kj::Promise<int> work();
kj::Promise<void> more();

void promises(kj::TaskSet &tasks, const kj::Executor &executor,
              kj::WaitScope &scope, kj::Timer &timer,
              kj::Array<kj::Promise<int>> many) {
  tasks.add(more());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::TaskSet::add: spawn(coroutine, callable 0)
  more().detach([](kj::Exception &&) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Promise::detach: spawn(coroutine), detach
  auto later = kj::evalLater([] { return 1; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Promise: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: kj::evalLater: spawn(coroutine, callable 0, result, cancels)
  auto last = kj::evalLast([] { return 1; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Promise: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: kj::evalLast: spawn(coroutine, callable 0, result, cancels)
  auto now = kj::evalNow([] { return 1; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Promise: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: kj::evalNow: calls(callable 0)
  auto elsewhere = executor.executeAsync([] { return 1; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Promise: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: kj::Executor::executeAsync: spawn(pooled, callable 0, result, cancels)
  executor.executeSync([] { return 1; });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Executor::executeSync: blocking(sync), calls(callable 0)
  auto all = kj::joinPromises(kj::mv(many));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Promise: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: kj::joinPromises: gather(coroutine, range argument 0)
  work().wait(scope);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Promise::wait: wait(task, helping), io(waits for task, on this)
  timer.timeoutAfter(5 * kj::SECONDS, work()).wait(scope);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Timer::timeoutAfter: handle(remote, from argument 1), deadline(on result)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: kj::Promise::wait: wait(task, helping), io(waits for task, on this)
  timer.afterDelay(5 * kj::SECONDS).wait(scope);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Timer::afterDelay: io, timer
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: kj::Promise::wait: wait(task, helping), io(waits for task, on this)
  timer.atTime(timer.now() + 5 * kj::SECONDS).wait(scope);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Timer::atTime: io, timer
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: kj::Promise::wait: wait(task, helping), io(waits for task, on this)
}

void machines(capnp::Request<capnp::AnyPointer, capnp::AnyPointer> &request,
              kj::AsyncIoStream &stream, kj::NetworkAddress &address,
              void *buffer) {
  auto answer = request.send();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Promise: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: capnp::Request::send: io(starts with server)
  auto connected = address.connect();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Promise: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: kj::NetworkAddress::connect: io
  auto all = stream.read(buffer, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Promise: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: kj::AsyncInputStream::read: io(starts with network)
  auto some = stream.tryRead(buffer, 1, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Promise: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: kj::AsyncInputStream::tryRead: io(starts with network)
  auto bytes = stream.readAllBytes();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Promise: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: kj::AsyncInputStream::readAllBytes: io(starts with network)
  auto text = stream.readAllText();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::Promise: task(eager, cancels)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: kj::AsyncInputStream::readAllText: io(starts with network)
}

void locks(kj::MutexGuarded<int> &value) {
  auto one = value.lockExclusive();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::MutexGuarded::lockExclusive: wait(lock)
  auto shared = value.lockShared();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::MutexGuarded::lockShared: wait(lock)
  auto inTime = value.lockExclusiveWithTimeout(5 * kj::SECONDS);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::MutexGuarded::lockExclusiveWithTimeout: wait(lock, timed)
  auto sharedInTime = value.lockSharedWithTimeout(5 * kj::SECONDS);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kj::MutexGuarded::lockSharedWithTimeout: wait(lock, timed)
}
