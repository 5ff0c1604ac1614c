// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions that only hand on to what starts a task: their callers are asked,
// and nobody else.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-off --only=driver --prefix=OFF --options=Wrappers=off
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-notes --only=driver --notes --prefix=NOTES
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-excused --only=driver --prefix=EXCUSED --options=ShowExcused=on

//--- wrappers.cpp
#include <string>
#include <utility>
#include <vector>

namespace house {
template <typename F> void launch(F &&) {}
struct gate {
  explicit gate(int permits);
  void enter();
  void leave();
};
} // namespace house

void fetch(const std::string &);
using Strings = std::vector<std::string>;

template <typename F> void background(F &&work) {
  house::launch(std::forward<F>(work));
  // EXCUSED: [[#@LINE-1]]: excused[it is all that the function around it does, whose callers are asked]
}

void wrapped(const Strings &urls) {
  for (const std::string &url : urls)
    background([url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls', with nothing bounding how many run at once
  // NOTES: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
  // NOTES-NEXT: [[#@LINE-4]]: note[in this loop]
  // NOTES-NEXT: [[#@LINE-4]]: note['background' only hands on to 'house::launch']
  // NOTES-NEXT: [[#@LINE-5]]: note[bound it with a gate entered before each start]
  // EXCUSED: [[#@LINE-6]]: unbounded-spawn-in-loop[per-item]
  // OFF: [[#@LINE-7]]: unbounded-spawn-in-loop[per-item]
}

// The task that is handed on gives the permit back.
void wrappedAndBounded(house::gate &gate, const Strings &urls) {
  for (const std::string &url : urls) {
    gate.enter();
    background([&gate, url] {
      fetch(url);
      gate.leave();
    });
    // EXCUSED: [[#@LINE-4]]: excused[{{.*}}]
  }
}

// Wrappers of wrappers are no other.
template <typename F> void later(F work) { background(std::move(work)); }
// EXCUSED: [[#@LINE-1]]: excused[it is all that the function around it does, whose callers are asked]

void wrappedTwice(const Strings &urls) {
  for (const std::string &url : urls)
    later([url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // NOTES: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
  // NOTES-NEXT: [[#@LINE-4]]: note[in this loop]
  // NOTES-NEXT: [[#@LINE-4]]: note['later' only hands on to 'house::launch']
  // NOTES-NEXT: [[#@LINE-5]]: note[bound it with a gate entered before each start]
  // EXCUSED: [[#@LINE-6]]: unbounded-spawn-in-loop[per-item]
  // OFF: [[#@LINE-7]]: unbounded-spawn-in-loop[per-item]
}

// Nobody calls it: what stands in it is asked itself, and is in no loop.
template <typename F> void unused(F &&work) {
  house::launch(std::forward<F>(work));
}

// Two that hand on to each other end.
void there(int turns);
void back(int turns) { there(turns); }
void there(int turns) { back(turns); }
void itself(int turns) { itself(turns); }

void aroundAndAround(const Strings &urls) {
  for (const std::string &url : urls) {
    there(int(url.size()));
    itself(int(url.size()));
  }
}

// Who does more than hand on is a helper like any other.
template <typename F> void counted(int &count, F &&work) {
  ++count;
  house::launch(std::forward<F>(work));
  // EXCUSED-NOT: [[#@LINE-1]]: excused[it is all
}

void throughAHelper(int &count, const Strings &urls) {
  for (const std::string &url : urls)
    counted(count, [url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // NOTES: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
  // NOTES-NEXT: [[#@LINE-4]]: note[in this loop]
  // NOTES-NEXT: [[#@LINE-10]]: note[a thread is started here]
  // NOTES-NEXT: [[#@LINE-5]]: note[bound it with a gate entered before each start]
  // EXCUSED: [[#@LINE-6]]: unbounded-spawn-in-loop[per-item]
  // OFF: [[#@LINE-7]]: unbounded-spawn-in-loop[per-item]
}

struct Base {
  template <typename F> void launch(F &&) {}
};
struct Runner : Base {
  template <typename F> void run(F &&work) {
    launch(std::forward<F>(work));
    // EXCUSED: [[#@LINE-1]]: excused[it is all that the function around it does, whose callers are asked]
  }
};

void throughAMethod(Runner &runner, const Strings &urls) {
  for (const std::string &url : urls)
    runner.run([url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // NOTES: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
  // NOTES-NEXT: [[#@LINE-4]]: note[in this loop]
  // NOTES-NEXT: [[#@LINE-4]]: note['Runner::run' only hands on to 'Base::launch']
  // EXCUSED: [[#@LINE-5]]: unbounded-spawn-in-loop[per-item]
  // OFF: [[#@LINE-6]]: unbounded-spawn-in-loop[per-item]
}

void throughALambda(const Strings &urls) {
  auto start = [](auto work) { house::launch(std::move(work)); };
  // EXCUSED: [[#@LINE-1]]: excused[it is all that the function around it does, whose callers are asked]
  for (const std::string &url : urls)
    start([url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // NOTES: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
  // NOTES-NEXT: [[#@LINE-4]]: note[in this loop]
  // NOTES-NEXT: [[#@LINE-4]]: note['lambda' only hands on to 'house::launch']
  // NOTES-NEXT: [[#@LINE-5]]: note[bound it with a gate entered before each start]
  // EXCUSED: [[#@LINE-6]]: unbounded-spawn-in-loop[per-item]
  // OFF: [[#@LINE-7]]: unbounded-spawn-in-loop[per-item]
}

// clang-format off
//--- .tidepool.yaml
version: 1
libraries:
  - name: house
    spawn:
      - {function: 'house::launch', starts: thread, callable: 0, counterpart: a gate entered before each start}
      - {class: Base, member: launch, starts: thread, callable: 0}
    limiter:
      - {class: 'house::gate', does: type, capacity: 0}
      - {class: 'house::gate', member: enter, does: acquire}
      - {class: 'house::gate', member: leave, does: release}
