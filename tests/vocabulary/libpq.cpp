// Every entry of libpq.yaml.
// REQUIRES: tidepool, libpq
// RUN: %tidepool vocab %s --cover libpq -- %headers -isystem /usr/include/postgresql -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <libpq-fe.h>

void connects(const char *const *words) {
  PQconnectdb("host=db");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: PQconnectdb: blocking(net), io(waits for server, on result), handle(remote), deadline(on result, time 0, keys connect_timeout | service, later keys statement_timeout | tcp_user_timeout | service)
  PQconnectStart("host=db");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: PQconnectStart: handle(remote), deadline(on result, time 0, later keys statement_timeout | tcp_user_timeout | service)
  PQconnectdbParams(words, words, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: PQconnectdbParams: handle(remote), deadline(perhaps, on result)
  PQconnectStartParams(words, words, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: PQconnectStartParams: handle(remote), deadline(perhaps, on result)
  PQsetdbLogin("db", nullptr, nullptr, nullptr, "main", nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: PQsetdbLogin: handle(remote), deadline(perhaps, on result)
}

void asks(PGconn *connection, char *text) {
  PQsocket(connection);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: PQsocket: passes(argument 0)
  PQexec(connection, "SELECT 1");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: PQexec: blocking(net), io(waits for server, on argument 0), deadline(on argument 0, time 1, later keys statement_timeout)
  PQexecParams(connection, "SELECT 1", 0, nullptr, nullptr, nullptr, nullptr,
               0);
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: PQexecParams: blocking(net), io(waits for server, on argument 0), deadline(on argument 0, time 1, later keys statement_timeout)
  PQprepare(connection, "one", "SELECT 1", 0, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: PQprepare: blocking(net), io(waits for server, on argument 0)
  PQexecPrepared(connection, "one", 0, nullptr, nullptr, nullptr, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: PQexecPrepared: blocking(net), io(waits for server, on argument 0)
  PQdescribePrepared(connection, "one");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: PQdescribePrepared: blocking(net), io(waits for server, on argument 0)
  PQdescribePortal(connection, "one");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: PQdescribePortal: blocking(net), io(waits for server, on argument 0)
  PQsendQuery(connection, "SELECT 1");
  PQisBusy(connection);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: PQisBusy: deadline(ready, on argument 0)
  PQgetResult(connection);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: PQgetResult: blocking(net), io(waits for server, on argument 0)
  PQgetCopyData(connection, &text, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: PQgetCopyData: blocking(net), io(waits for server, on argument 0)
  PQgetCopyData(connection, &text, 1);
  PQfinish(connection);
}
