// Every entry of soci.yaml.
// REQUIRES: tidepool, soci
// RUN: %tidepool vocab %s --cover soci -- -std=c++20 -isystem /usr/include/soci %headers > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <soci/soci.h>

void pools() {
  soci::connection_pool pool(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soci::connection_pool::connection_pool: pool(database, size 0)
}
