// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// oneTBB: how many threads there may be in all. An arena makes none.
//
// RUN: %tidepool_test %s oversized-pool %t
// CUTS: 4
// FLAGS: -std=c++20

#include <tbb/global_control.h>
#include <tbb/task_arena.h>

void sizes(int given) {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads for work that computes
  tbb::global_control all(tbb::global_control::max_allowed_parallelism, 500);
  tbb::global_control few(tbb::global_control::max_allowed_parallelism, 8);
  tbb::global_control stack(tbb::global_control::thread_stack_size, 1 << 20);
  tbb::global_control unknown(tbb::global_control::max_allowed_parallelism,
                              given);
  tbb::task_arena arena(500);
}
