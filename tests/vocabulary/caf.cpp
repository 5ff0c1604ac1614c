// Every entry of caf.yaml.
// REQUIRES: tidepool, caf
// RUN: %tidepool vocab %s --cover caf -- %headers -std=c++17 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <caf/all.hpp>
#include <caf/defaults.hpp>

using Adder = caf::typed_actor<caf::replies_to<int, int>::with<int>>;

caf::behavior adding(caf::event_based_actor *self) {
  return {[](int one, int other) { return one + other; }};
}
Adder::behavior_type alsoAdding(Adder::pointer) {
  return {[](int one, int other) { return one + other; }};
}

void actors(caf::actor_system &system) {
  caf::actor one = system.spawn(adding);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: caf::actor_system::spawn: spawn(pooled, callable 0, result)
  caf::actor thread = system.spawn<caf::detached>(adding);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: caf::actor_system::spawn: spawn(pooled, callable 0, result)
  caf::scoped_actor self(system);
  self->spawn(adding);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: caf::local_actor::spawn: spawn(pooled, callable 0, result)
  self->send(one, 1, 2);
  self->receive([](int) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: caf::blocking_actor::receive: wait(condition), blocking(sync)
  self->receive([](int) {}, caf::after(std::chrono::seconds(5)) >> [] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: caf::blocking_actor::receive: wait(condition, timed), blocking(sync)
  self->wait_for(one, thread);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: caf::blocking_actor::wait_for: wait(task, argument 0), blocking(sync)
  Adder adder = system.spawn(alsoAdding);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: caf::actor_system::spawn: spawn(pooled, callable 0, result)
  auto add = caf::make_function_view(adder);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: caf::make_function_view: handle(remote)
  auto addInTime =
      caf::make_function_view(adder, caf::duration(std::chrono::seconds(5)));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: caf::make_function_view: handle(remote), deadline(on result)
  add(1, 2);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: caf::function_view::operator(): blocking(sync), io(waits for server, on this)
  addInTime(1, 2);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: caf::function_view::operator(): blocking(sync), io(waits for server, on this)
  system.await_all_actors_done();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: caf::actor_system::await_all_actors_done: wait(task), blocking(sync)
}

std::size_t threads = caf::defaults::scheduler::max_threads;
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: caf::defaults::scheduler::max_threads: cores
