// Every entry of mongocxx.yaml, in a mock of its headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover mongocxx -- -std=c++20 -isystem %S/mock/mongocxx > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <mongocxx/pool.hpp>

void pools() {
  mongocxx::pool pool(mongocxx::uri("mongodb://host/?maxPoolSize=8"));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongocxx::pool: limiter(type)
  mongocxx::pool::entry client = pool.acquire();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongocxx::pool::entry: limiter(guard)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: mongocxx::pool::acquire: limiter(acquire), wait(permit)
  auto other = pool.try_acquire();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongocxx::pool::try_acquire: limiter(try)
}

void operations(mongocxx::database &database) {
  database.run_command("{}");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongocxx::database::run_command: blocking(net), io
  mongocxx::collection rows = database["rows"];
  rows.find("{}");
  rows.find_one("{}");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongocxx::collection::find_one: blocking(net), io
  rows.find_one_and_update("{}", "{}");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongocxx::collection::find_one_and_update: blocking(net), io
  rows.find_one_and_replace("{}", "{}");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongocxx::collection::find_one_and_replace: blocking(net), io
  rows.find_one_and_delete("{}");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongocxx::collection::find_one_and_delete: blocking(net), io
  rows.insert_one("{}");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongocxx::collection::insert_one: blocking(net), io
  rows.insert_many(std::vector<std::string>{"{}"});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongocxx::collection::insert_many: blocking(net), io
  rows.update_one("{}", "{}");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongocxx::collection::update_one: blocking(net), io
  rows.update_many("{}", "{}");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongocxx::collection::update_many: blocking(net), io
  rows.replace_one("{}", "{}");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongocxx::collection::replace_one: blocking(net), io
  rows.delete_one("{}");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongocxx::collection::delete_one: blocking(net), io
  rows.delete_many("{}");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongocxx::collection::delete_many: blocking(net), io
  rows.count_documents("{}");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mongocxx::collection::count_documents: blocking(net), io
}
