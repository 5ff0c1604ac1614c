// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Pools of connections, which bound who waits for one, each through the header
// that says how they are written there.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-soci --library=soci
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-mongocxx --library=mongocxx
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-mongoc --library=mongoc
// FLAGS: -std=c++20 -isystem /usr/include/soci -isystem /usr/include/libmongoc-1.0 -isystem /usr/include/libbson-1.0
// CUTS: 2

#include <string>
#include <thread>
#include <utility>
#include <vector>

using Rows = std::vector<std::string>;

void without(Pool &pool, const Rows &rows) {
  for (const std::string &row : rows)
    std::thread([&row] { STORE_ALONE(row); }).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

void takenBefore(Pool &pool, const Rows &rows) {
  for (const std::string &row : rows) {
    auto connection = TAKE(pool);
    std::thread([connection = std::move(connection), &pool, &row] {
      STORE(pool, connection, row);
      GIVE_BACK(pool, connection);
    }).detach();
  }
}

void takenInside(Pool &pool, const Rows &rows) {
  for (const std::string &row : rows)
    std::thread([&pool, &row] {
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-inside-task]
      auto connection = TAKE(pool);
      STORE(pool, connection, row);
      GIVE_BACK(pool, connection);
    }).detach();
}
