// Every entry of openmp.yaml, in libomp's real header.
// REQUIRES: tidepool, openmp
// RUN: %tidepool vocab %s --cover openmp -- -std=c++20 -fopenmp > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <omp.h>

void sizes() {
  omp_get_num_procs();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: omp_get_num_procs: cores
  omp_get_max_threads();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: omp_get_max_threads: cores
  omp_get_num_threads();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: omp_get_num_threads: cores
  omp_get_thread_limit();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: omp_get_thread_limit: cores
  omp_get_num_teams();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: omp_get_num_teams: cores
  omp_get_place_num_procs(0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: omp_get_place_num_procs: cores
  omp_set_num_threads(4);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: omp_set_num_threads: pool(cpu, size 0)
}

void locks() {
  omp_lock_t one;
  omp_init_lock(&one);
  omp_set_lock(&one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: omp_set_lock: wait(lock, argument 0), lock(lock, argument 0)
  omp_test_lock(&one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: omp_test_lock: lock(try, argument 0)
  omp_unset_lock(&one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: omp_unset_lock: lock(unlock, argument 0)
  omp_nest_lock_t two;
  omp_set_nest_lock(&two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: omp_set_nest_lock: wait(lock, argument 0), lock(lock, argument 0)
  omp_test_nest_lock(&two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: omp_test_nest_lock: lock(try, argument 0)
  omp_unset_nest_lock(&two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: omp_unset_nest_lock: lock(unlock, argument 0)
}
