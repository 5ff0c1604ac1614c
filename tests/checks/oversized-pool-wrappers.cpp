// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions that only hand on to what sizes a pool.
//
// RUN: %tidepool_test %s oversized-pool %t
// RUN: %tidepool_test %s oversized-pool %t-notes --only=driver --notes --prefix=NOTES
// RUN: %tidepool_test %s oversized-pool %t-off --only=driver --prefix=OFF --options=Wrappers=off

//--- wrappers.cpp
namespace house {
struct pool {
  void grow(int workers);
};
void set_workers(int workers);
pool make_pool(const char *name, int workers);
} // namespace house

void setWorkers(int workers) { house::set_workers(workers); }

void wrapped() {
  setWorkers(500);
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized] {{.*}} gets 500 threads for {{.*}}, more than the budget of 32
  // NOTES: [[#@LINE-2]]: oversized-pool[oversized]
  // NOTES-NEXT: [[#@LINE-3]]: note['setWorkers' only hands on to 'house::set_workers']
  // OFF: [[#@LINE-4]]: oversized-pool[oversized]
}

void wrappedAndSmall() { setWorkers(8); }

house::pool make(int workers) { return house::make_pool("work", workers); }

void throughAResult() {
  house::pool pool = make(400);
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized] {{.*}} gets 400 threads
  // NOTES: [[#@LINE-2]]: oversized-pool[oversized]
  // NOTES-NEXT: [[#@LINE-3]]: note['make' only hands on to 'house::make_pool']
  // OFF: [[#@LINE-4]]: oversized-pool[oversized]
}

void throughAResultAndSmall() { house::pool pool = make(4); }

void grow(house::pool &pool, int workers) { pool.grow(workers); }

void throughAnArgument(house::pool &pool) {
  grow(pool, 300);
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized] {{.*}} gets 300 threads
  // NOTES: [[#@LINE-2]]: oversized-pool[oversized]
  // NOTES-NEXT: [[#@LINE-3]]: note['grow' only hands on to 'house::pool::grow']
  // OFF: [[#@LINE-4]]: oversized-pool[oversized]
}

// The number is its own.
void many() {
  house::set_workers(600);
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized] {{.*}} gets 600 threads
  // NOTES: [[#@LINE-2]]: oversized-pool[oversized]
  // OFF: [[#@LINE-3]]: oversized-pool[oversized]
}

void callsIt() { many(); }

// clang-format off
//--- .tidepool.yaml
version: 1
libraries:
  - name: house
    pool:
      - {function: 'house::set_workers', size: 0}
      - {function: 'house::make_pool', pool: result, size: 1}
      - {class: 'house::pool', member: grow, size: 0}
