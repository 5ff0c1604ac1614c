// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pools that the project describes itself: kinds, a minimum below the maximum,
// a queue, several pools at once, sizes that mean none.
//
// RUN: %tidepool_test %s oversized-pool %t

//--- house.cpp
#include <climits>
#include <cstddef>

namespace house {
struct executor {
  executor(int core, int max, int queue);
  executor(int core, int max);
};
struct io_pool {
  explicit io_pool(int n);
};
struct cpu_pool {
  explicit cpu_pool(int n);
};
struct connections {
  connections(const char *url, int most);
};
struct options {
  void set_most(int n);
};
struct other_base {};
struct settings {
  int workers = 4;
  int queue = 4;
};
struct derived : settings {};
struct with_base : other_base {
  int first;
  int : 4;
  int workers = 4;
};
struct other {
  int workers = 4;
};
void make_pools(int pools, int threads);
void schedule(int threads);
} // namespace house

// F: max > core with an unbounded queue.
void maximumNeverReached() {
  // CHECK: [[#@LINE+1]]: oversized-pool[maximum-never-reached] a pool never has more than 8 threads: the others, up to 64, start only when its queue is full, and that has no bound
  house::executor unbounded(8, 64);
  // CHECK: [[#@LINE+1]]: oversized-pool[maximum-never-reached] a pool never has more than 4 threads: the others, up to 16, start only when its queue is full, and that holds 1000000 tasks
  house::executor millions(4, 16, 1000 * 1000);
}

// F: a queue with a capacity of INT_MAX.
void queueCapacityIntMax() {
  // CHECK: [[#@LINE+1]]: oversized-pool[maximum-never-reached] a pool never has more than 4 threads: the others, up to 16, start only when its queue is full, and that holds 2147483647 tasks
  house::executor pool(4, 16, INT_MAX);
}

void boundedQueue(int given) {
  house::executor pool(4, 16, 1000);
  house::executor other(4, 16, given);
  house::executor cut(4, 16, 0);
}

void maximumIsMinimum() {
  house::executor pool(16, 16);
  house::executor other(16, 16, INT_MAX);
}

void maximumIsAlsoTooLarge() {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads
  house::executor bounded(4, 500, 100);
  // CHECK: [[#@LINE+1]]: oversized-pool[maximum-never-reached]
  house::executor unbounded(4, INT_MAX);
}

void sizesNotSeen(int core, int max) {
  house::executor one(core, 16, INT_MAX);
  house::executor two(4, max, INT_MAX);
}

// S: a scheduler with one thread.
void schedulerWithOneThread() {
  house::schedule(1);
  house::executor pool(1, 1);
}

// F: 0 threads, where that is what they are.
void zeroThreads() {
  // CHECK: [[#@LINE+1]]: oversized-pool[no-threads] a pool gets 0 threads: what is handed to it never runs
  house::schedule(0);
  house::cpu_pool defaults(0);
}

void kinds() {
  house::io_pool waits(64);
  house::io_pool most(100);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 101 threads for work that waits, more than the budget of 100
  house::io_pool more(101);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 64 threads for work that computes, more than the budget of 32
  house::cpu_pool computes(64);
  house::connections some("db", 20);
  // CHECK: [[#@LINE+1]]: oversized-pool[connections] a pool gets 64 connections to a database, more than the budget of 20
  house::connections many("db", 64);
}

void unlimited() {
  // CHECK: [[#@LINE+1]]: oversized-pool[no-bound] a pool gets -1 connections at most for a database: that is no bound
  house::connections one("db", -1);
  // CHECK: [[#@LINE+1]]: oversized-pool[no-bound] a pool gets 0 connections at most
  house::connections two("db", 0);
  // What this library makes of it, nothing says.
  house::cpu_pool other(-1);
}

void setters(house::options &options) {
  options.set_most(16);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 100000 threads
  options.set_most(100000);
}

void fields(house::settings &settings, int given) {
  // CHECK: [[#@LINE+1]]: oversized-pool[connections] a pool gets 64 connections
  settings.workers = 64;
  settings.workers = 8;
  settings.workers = given;
  settings.queue = 5000;
  house::derived derived;
  // CHECK: [[#@LINE+1]]: oversized-pool[connections]
  derived.workers = 1000;
  house::other other;
  other.workers = 1000;
}

void lists(int given) {
  // CHECK: [[#@LINE+1]]: oversized-pool[connections] a pool gets 64 connections
  house::settings one{.workers = 64};
  house::settings two{.workers = 8, .queue = 5000};
  // CHECK: [[#@LINE+1]]: oversized-pool[connections] a pool gets 65 connections
  house::settings three{65, 4};
  house::settings four{given};
  house::settings five{.queue = 5000};
  // CHECK: [[#@LINE+1]]: oversized-pool[connections] a pool gets 66 connections
  house::with_base six{{}, 500, 66};
  house::other other{1000};
  house::with_base seven{{}, 500};
}

template <typename T> void inTemplate(T) {
  // CHECK: [[#@LINE+1]]: oversized-pool[connections] a pool gets 67 connections
  house::settings settings{.workers = 67};
}
template void inTemplate(int);
template void inTemplate(long);

void severalAtOnce() {
  house::make_pools(4, 8);
  // CHECK: [[#@LINE+1]]: oversized-pool[product] 16 pools of 8 threads each make 128
  house::make_pools(16, 8);
}

//--- .tidepool.yaml
version: 1
library: house
entries:
  - class: house::executor
    constructor: true
    min-arguments: 3
    pool: {minimum: 0, size: 1, queue: 2}
  - class: house::executor
    constructor: true
    pool: {minimum: 0, size: 1, queue: unbounded}
  - class: house::io_pool
    constructor: true
    pool: {kind: io, size: 0}
  - class: house::cpu_pool
    constructor: true
    pool: {kind: cpu, size: 0, zero: default}
  - class: house::connections
    constructor: true
    pool: {kind: database, size: 1, unlimited: [-1, 0]}
  - class: house::options
    member: set_most
    pool: {size: 0}
  - class: ['house::settings', 'house::with_base']
    member: workers
    pool: {kind: database, size: 0}
  - function: house::make_pools
    pool: {size: 1, instances: 0}
  - function: house::schedule
    pool: {size: 0, zero: none}
