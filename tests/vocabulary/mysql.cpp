// Every entry of mysql.yaml.
// REQUIRES: tidepool, mysql
// RUN: %tidepool vocab %s --cover mysql -- %headers -isystem /usr/include/mariadb -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <mysql.h>

void asks(MYSQL *connection, mysql_option any, const char *file) {
  unsigned seconds = 5;
  mysql_init(nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_init: handle(remote)
  mysql_init(connection);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_init: handle(remote, argument 0)
  mysql_options(connection, MYSQL_OPT_READ_TIMEOUT, &seconds);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_options: deadline(on argument 0)
  mysql_optionsv(connection, MYSQL_OPT_READ_TIMEOUT, &seconds);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_optionsv: deadline(on argument 0)
  mysql_options(connection, MYSQL_READ_DEFAULT_FILE, "my.cnf");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_options: deadline(perhaps, on argument 0)
  mysql_optionsv(connection, MYSQL_READ_DEFAULT_FILE, "my.cnf");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_optionsv: deadline(perhaps, on argument 0)
  mysql_options(connection, MYSQL_READ_DEFAULT_GROUP, "client");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_options: deadline(perhaps, on argument 0)
  mysql_optionsv(connection, MYSQL_READ_DEFAULT_GROUP, "client");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_optionsv: deadline(perhaps, on argument 0)
  mysql_options(connection, any, &seconds);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_options: deadline(perhaps, on argument 0)
  mysql_optionsv(connection, any, &seconds);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_optionsv: deadline(perhaps, on argument 0)
  mysql_options(connection, MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_options: deadline(on argument 0, connect only)
  mysql_optionsv(connection, MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_optionsv: deadline(on argument 0, connect only)
  mysql_real_connect(connection, "db", "user", "", nullptr, 0, nullptr, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_real_connect: blocking(net), io(waits for server, on argument 0, connects)
  mysql_real_connect(connection, "db", "user", "", nullptr, 0, file, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_real_connect: blocking(net), io(waits for server, on argument 0, connects), deadline(perhaps)
  mysql_query(connection, "SELECT 1");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_query: blocking(net), io(waits for server, on argument 0)
  mysql_real_query(connection, "SELECT 1", 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_real_query: blocking(net), io(waits for server, on argument 0)
  mysql_store_result(connection);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_store_result: blocking(net), io(waits for server, on argument 0)
  mysql_ping(connection);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_ping: blocking(net), io(waits for server, on argument 0)
  MYSQL_STMT *statement = mysql_stmt_init(connection);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_stmt_init: handle(remote, from argument 0)
  mysql_stmt_prepare(statement, "SELECT 1", 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_stmt_prepare: blocking(net), io(waits for server, on argument 0)
  mysql_stmt_execute(statement);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mysql_stmt_execute: blocking(net), io(waits for server, on argument 0)
  mysql_close(connection);
}
