// Every entry of soci.yaml.
// REQUIRES: tidepool, soci
// RUN: %tidepool vocab %s --cover soci -- -std=c++20 -isystem /usr/include/soci %headers > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <soci/soci.h>

void pools() { soci::connection_pool pool(8); }
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: soci::connection_pool: limiter(type, capacity 0)
// CHECK: [[#@LINE-2]]:{{[0-9]+}}: soci::connection_pool::connection_pool: pool(database, size 0)

void permits(soci::connection_pool &pool) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soci::connection_pool: limiter(type, capacity 0)
  std::size_t which = pool.lease();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soci::connection_pool::lease: limiter(acquire), wait(permit)
  pool.try_lease(which, 1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soci::connection_pool::try_lease: limiter(timed), wait(permit, timed)
  pool.give_back(which);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soci::connection_pool::give_back: limiter(release)
}
