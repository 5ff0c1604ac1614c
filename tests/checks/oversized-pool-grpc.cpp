// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gRPC: how many threads a server has at most.
//
// RUN: %tidepool_test %s oversized-pool %t
// FLAGS: -std=c++20
// CUTS: 2

#include <grpcpp/resource_quota.h>

void quotas(int given) {
  grpc::ResourceQuota many;
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] {{.*}} 5000 threads for work that waits, more than the budget of 100
  many.SetMaxThreads(5000);
  grpc::ResourceQuota few;
  few.SetMaxThreads(64);
  few.SetMaxThreads(given);
}
