// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// SOCI: a pool of connections bounds who waits for one.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
// FLAGS: -std=c++20 -isystem /usr/include/soci
// CUTS: 2

#include <soci/soci.h>
#include <string>
#include <thread>
#include <vector>

void store(soci::session &session, const std::string &row);

void leasedBefore(const std::vector<std::string> &rows) {
  static soci::connection_pool pool(8);
  for (const std::string &row : rows) {
    std::size_t which = pool.lease();
    std::thread([which, &row] {
      store(pool.at(which), row);
      pool.give_back(which);
    }).detach();
  }
}

void leasedInside(const std::vector<std::string> &rows) {
  static soci::connection_pool pool(8);
  for (const std::string &row : rows)
    std::thread([&row] {
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-inside-task]
      std::size_t which = pool.lease();
      store(pool.at(which), row);
      pool.give_back(which);
    }).detach();
}
