// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pools of connections to databases: SOCI, POCO Data, MongoDB's C driver. And
// POCO's threads, whose maximum is the second number.
//
// RUN: %tidepool_test %s oversized-pool %t --notes
// CUTS: 4
// FLAGS: -std=c++20 -isystem /usr/include/soci -isystem /usr/include/libmongoc-1.0 -isystem /usr/include/libbson-1.0

#include <Poco/Data/SessionPool.h>
#include <Poco/ThreadPool.h>
#include <mongoc/mongoc.h>
#include <soci/soci.h>

void connections(mongoc_client_pool_t *clients, int given) {
  soci::connection_pool pool(64);
  // CHECK: [[#@LINE-1]]: oversized-pool[connections] a pool gets 64 connections to a database, more than the budget of 20
  // CHECK-NEXT: note[10 to 20 connections are enough for most processes; more of them wait inside of the database
  soci::connection_pool few(16);
  Poco::Data::SessionPool sessions("SQLite", "file.db", 1, 200);
  // CHECK: [[#@LINE-1]]: oversized-pool[connections] a pool gets 200 connections
  // CHECK-NEXT: note[
  Poco::Data::SessionPool some("SQLite", "file.db", 1, 16);
  Poco::Data::SessionPool chosen("SQLite", "file.db");
  mongoc_client_pool_max_size(clients, 500);
  // CHECK: [[#@LINE-1]]: oversized-pool[connections] a pool gets 500 connections
  // CHECK-NEXT: note[
  mongoc_client_pool_max_size(clients, given);
  mongoc_client_pool_max_size(clients, 16);
}

void threads() {
  Poco::ThreadPool pool(2, 500);
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized] a pool gets 500 threads
  // CHECK-NEXT: note[size it by the machine:
  Poco::ThreadPool named("pool", 2, 16);
}
