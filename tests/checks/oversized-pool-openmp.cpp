// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// OpenMP's teams: the clause num_threads, and the function that sets it.
//
// RUN: %tidepool_test %s oversized-pool %t
//
// FLAGS: -std=c++20 -fopenmp

#include <thread>
#if __has_include(<omp.h>)
#include <omp.h>
#else // Debian has it for one LLVM at a time.
extern "C" int omp_get_num_procs(void);
extern "C" void omp_set_num_threads(int);
#endif

void render(int row);

void clauses(int given) {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a parallel region gets 500 threads for work that computes, more than the budget of 32
#pragma omp parallel num_threads(500)
  render(0);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a parallel region gets 64 threads
#pragma omp parallel for num_threads(64)
  for (int i = 0; i < 1000; ++i)
    render(i);
  // CHECK: [[#@LINE+1]]: oversized-pool[per-core] a parallel region gets 8 threads a core
#pragma omp parallel num_threads(8 * omp_get_num_procs())
  render(0);
#pragma omp parallel num_threads(16)
  render(0);
#pragma omp parallel num_threads(given)
  render(0);
#pragma omp parallel num_threads(omp_get_num_procs())
  render(0);
#pragma omp parallel for
  for (int i = 0; i < 1000; ++i)
    render(i);
}

void functions(int given) {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 128 threads for work that computes
  omp_set_num_threads(128);
  omp_set_num_threads(8);
  omp_set_num_threads(given);
  // CHECK: [[#@LINE+1]]: oversized-pool[per-core] a pool gets 6 threads a core
  omp_set_num_threads(6 * std::thread::hardware_concurrency());
}

template <int N> void inTemplate() {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a parallel region gets 256 threads
#pragma omp parallel num_threads(N)
  render(0);
}
template void inTemplate<256>();
