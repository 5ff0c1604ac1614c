// Every entry of mongoc.yaml.
// REQUIRES: tidepool, mongoc
// RUN: %tidepool vocab %s --cover mongoc -- -std=c++20 -isystem /usr/include/libmongoc-1.0 -isystem /usr/include/libbson-1.0 %headers > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <mongoc/mongoc.h>

void pools(mongoc_client_pool_t *pool) {
  mongoc_client_pool_max_size(pool, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongoc_client_pool_max_size: pool(argument 0, database, size 1)
}
