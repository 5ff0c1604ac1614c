// What libpqxx 8 adds to libpqxx.yaml, in a mock of its headers; what is not
// resolved is 6.4's.
// REQUIRES: tidepool
// RUN: not %tidepool vocab %s --cover libpqxx -- -std=c++20 -isystem %S/mock/libpqxx > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' --implicit-check-not='not used: pqxx::{{.*}}query' < %t

#include <pqxx/pqxx>

void uses() {
  pqxx::connection fromTheEnvironment;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::connection::connection: handle(remote, this), deadline(perhaps, on result)
  pqxx::connection database("host=db");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::connection::connection: handle(remote, this), deadline(on result, time 0, later keys statement_timeout | tcp_user_timeout | service)
  database.set_session_var("statement_timeout", "5000");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::connection::set_session_var: deadline(on this, time 0, later keys statement_timeout)
  database.await_notification(5, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::connection::await_notification: blocking(net), io(waits for sender, on this), deadline(time 0)
  database.cancel_query();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::connection::cancel_query: ends
  pqxx::work work(database);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction::transaction: handle(remote, this, from argument 0)
  work.exec("SELECT 1");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::exec: blocking(net), io(waits for server, on this), deadline(on this, time 0, later keys statement_timeout)
  work.query<int>("SELECT 1");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::query: blocking(net), io(waits for server, on this)
  work.query1<int>("SELECT 1");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::query1: blocking(net), io(waits for server, on this)
  work.query01<int>("SELECT 1");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::query01: blocking(net), io(waits for server, on this)
  work.query_value<int>("SELECT 1");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::query_value: blocking(net), io(waits for server, on this)
  work.for_query("SELECT 1", [](int) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::for_query: blocking(net), io(waits for server, on this)
  work.for_stream("SELECT 1", [](int) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::for_stream: blocking(net), io(waits for server, on this)
  work.commit();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::commit: blocking(net), io
}
