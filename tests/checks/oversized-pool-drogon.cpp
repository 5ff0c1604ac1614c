// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Drogon: connections to databases.
//
// RUN: %tidepool_test %s oversized-pool %t --notes
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/drogon
// CUTS: 4

#include <drogon/drogon.h>

using drogon::orm::DbClient;

void sizes() {
  auto many = DbClient::newPgClient("host=db", 200);
  // CHECK: [[#@LINE-1]]: oversized-pool[connections] {{.*}} 200 connections to a database
  // CHECK-NEXT: note[
  auto few = DbClient::newMysqlClient("host=db", 8);
  auto file = DbClient::newSqlite3Client("filename=db", 200);
}
