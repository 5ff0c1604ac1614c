// Every entry of libpqxx.yaml.
// REQUIRES: tidepool, libpqxx
// RUN: %tidepool vocab %s --cover libpqxx -- %headers -std=c++17 -Wno-deprecated-declarations > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <pqxx/pqxx>
#include <string>

void connections(const std::string &where) {
  pqxx::connection fromTheEnvironment;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::connection::connection: handle(remote, this), deadline(perhaps, on result)
  pqxx::connection database("host=db connect_timeout=5");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::connection::connection: handle(remote, this), deadline(on result, time 0, later keys statement_timeout | tcp_user_timeout | service)
  pqxx::connection named(where);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::connection::connection: handle(remote, this), deadline(on result, time 0, later keys statement_timeout | tcp_user_timeout | service)
  database.set_variable("statement_timeout", "5000");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::connection::set_variable: deadline(on this, time 0, later keys statement_timeout)
  database.cancel_query();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::connection::cancel_query: ends
  database.await_notification();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::connection::await_notification: blocking(net), io(waits for sender, on this)
  database.await_notification(5, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::connection::await_notification: blocking(net), io(waits for sender, on this), deadline(time 0)
}

void transactions(pqxx::connection &database, const std::string &query) {
  pqxx::work work(database);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction::transaction: handle(remote, this, from argument 0)
  work.set_variable("statement_timeout", "5000");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::set_variable: deadline(on this, time 0, later keys statement_timeout)
  work.exec(query);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::exec: blocking(net), io(waits for server, on this), deadline(on this, time 0, later keys statement_timeout)
  work.exec0(query);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::exec0: blocking(net), io(waits for server, on this), deadline(on this, time 0, later keys statement_timeout)
  work.exec1(query);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::exec1: blocking(net), io(waits for server, on this), deadline(on this, time 0, later keys statement_timeout)
  work.exec_n(3, query);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::exec_n: blocking(net), io(waits for server, on this), deadline(on this, time 1, later keys statement_timeout)
  work.exec_params(query, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::exec_params: blocking(net), io(waits for server, on this), deadline(on this, time 0, later keys statement_timeout)
  work.exec_params0(query, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::exec_params0: blocking(net), io(waits for server, on this), deadline(on this, time 0, later keys statement_timeout)
  work.exec_params1(query, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::exec_params1: blocking(net), io(waits for server, on this), deadline(on this, time 0, later keys statement_timeout)
  work.exec_params_n(3, query, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::exec_params_n: blocking(net), io(waits for server, on this), deadline(on this, time 1, later keys statement_timeout)
  work.exec_prepared("name", 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::exec_prepared: blocking(net), io(waits for server, on this)
  work.exec_prepared0("name", 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::exec_prepared0: blocking(net), io(waits for server, on this)
  work.exec_prepared1("name", 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::exec_prepared1: blocking(net), io(waits for server, on this)
  work.exec_prepared_n(3, "name", 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::exec_prepared_n: blocking(net), io(waits for server, on this)
  work.commit();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::commit: blocking(net), io
  pqxx::read_transaction reads(database);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction::transaction: handle(remote, this, from argument 0)
  pqxx::nontransaction none(database);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::nontransaction::nontransaction: handle(remote, this, from argument 0)
  pqxx::robusttransaction<> robust(database);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::robusttransaction::robusttransaction: handle(remote, this, from argument 0)
  pqxx::subtransaction part(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::subtransaction::subtransaction: handle(remote, this, from argument 0)
  part.exec(query);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pqxx::transaction_base::exec: blocking(net), io(waits for server, on this), deadline(on this, time 0, later keys statement_timeout)
}
