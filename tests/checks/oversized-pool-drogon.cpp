// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Drogon: threads of its loops, and connections to databases.
//
// RUN: %tidepool_test %s oversized-pool %t --notes
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/drogon
// CUTS: 4

#include <drogon/drogon.h>

using drogon::orm::DbClient;

void sizes() {
  drogon::app().setThreadNum(500);
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized] {{.*}} 500 threads
  // CHECK-NEXT: note[size it by the machine: setThreadNum with 0
  drogon::app().setThreadNum(0);
  drogon::app().setThreadNum(8);
  auto many = DbClient::newPgClient("host=db", 200);
  // CHECK: [[#@LINE-1]]: oversized-pool[connections] {{.*}} 200 connections to a database
  // CHECK-NEXT: note[
  auto few = DbClient::newMysqlClient("host=db", 8);
  auto file = DbClient::newSqlite3Client("filename=db", 200);
}
