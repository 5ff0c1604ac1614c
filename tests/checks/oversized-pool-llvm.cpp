// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// LLVM's pools, sized by a strategy.
//
// RUN: %tidepool_test %s oversized-pool %t
// CUTS: 4
// FLAGS: -std=c++20 -isystem /usr/lib/llvm-19/include

#include "llvm/Support/ThreadPool.h"
#include "llvm/Support/Threading.h"

void strategies(unsigned given) {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads for work that computes
  llvm::DefaultThreadPool large(llvm::hardware_concurrency(500));
  llvm::DefaultThreadPool small(llvm::heavyweight_hardware_concurrency(8));
  llvm::DefaultThreadPool cut(llvm::optimal_concurrency(500));
  llvm::DefaultThreadPool chosen;
  llvm::DefaultThreadPool unknown(llvm::hardware_concurrency(given));
  llvm::DefaultThreadPool defaults(llvm::hardware_concurrency(0));
}
