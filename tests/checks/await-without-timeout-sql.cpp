// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libpq and the C API of MariaDB, with their real headers.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++20 -isystem /usr/include/postgresql -isystem /usr/include/mariadb

#include <libpq-fe.h>
#include <mysql.h>
#include <poll.h>
#include <string>

void connectsWithNoTimeout() {
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'PQconnectdb' waits for a server
  PGconn *connection = PQconnectdb("host=db dbname=main");
  PQexec(connection, "SELECT 1");
  PQfinish(connection);
}

void connectsInTimeAndAsksWithNone() {
  PGconn *connection = PQconnectdb("host=db connect_timeout=10");
  if (PQstatus(connection) != CONNECTION_OK)
    return;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'PQexec'
  PQexec(connection, "SELECT 1");
}

void bothInTheString() {
  PGconn *connection = PQconnectdb("host=db connect_timeout=10 "
                                   "options='-c statement_timeout=5000'");
  PQexec(connection, "SELECT 1");
}

void statementTimeoutSetByAStatement() {
  PGconn *connection = PQconnectdb("host=db connect_timeout=10");
  PQexec(connection, "SET statement_timeout = 5000");
  PQexec(connection, "SELECT 1");
}

constexpr char Where[] = "host=db connect_timeout=10 tcp_user_timeout=9000";
void inAConstant() { PQexec(PQconnectdb(Where), "SELECT 1"); }

void stringNotSeen(const std::string &where) {
  PGconn *connection = PQconnectdb(where.c_str());
  PQexec(connection, "SELECT 1");
}

void polledBefore(const char *where) {
  PGconn *connection = PQconnectdb(where);
  PQsendQuery(connection, "SELECT 1");
  pollfd one = {PQsocket(connection), POLLIN, 0};
  while (PQisBusy(connection) && poll(&one, 1, 1000) == 1)
    PQconsumeInput(connection);
  PQgetResult(connection);
}

void connectsToMariaDBWithNoTimeout() {
  MYSQL *connection = mysql_init(nullptr);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'mysql_real_connect' waits for a server
  mysql_real_connect(connection, "db", "user", "", nullptr, 0, nullptr, 0);
}

void connectsToMariaDBInTime() {
  MYSQL *connection = mysql_init(nullptr);
  unsigned seconds = 5;
  mysql_options(connection, MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
  mysql_real_connect(connection, "db", "user", "", nullptr, 0, nullptr, 0);
}

void connectsPerhapsThroughASocketFile(const char *file) {
  MYSQL *connection = mysql_init(nullptr);
  mysql_real_connect(connection, "db", "user", "", nullptr, 0, file, 0);
}

extern MYSQL database;
MYSQL database;
void log(const char *words);
bool connectsWhatOthersUse() {
  if (!mysql_init(&database))
    return false;
  log("connecting");
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'mysql_real_connect' waits for a server
  return mysql_real_connect(&database, "db", "user", "", nullptr, 0, nullptr,
                            0);
}
void asksWhatOthersUse() { mysql_query(&database, "SELECT 1"); }

void queryWithNoTimeout() {
  MYSQL *connection = mysql_init(nullptr);
  unsigned seconds = 5;
  mysql_options(connection, MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
  mysql_real_connect(connection, "db", "me", "", "main", 0, nullptr, 0);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'mysql_query' waits for a server
  mysql_query(connection, "SELECT 1");
  mysql_store_result(connection);
  mysql_close(connection);
}

void queryOnALocal() {
  MYSQL connection;
  mysql_init(&connection);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'mysql_query'
  mysql_query(&connection, "SELECT 1");
}

void queryWithTimeout(unsigned seconds) {
  MYSQL *connection = mysql_init(nullptr);
  mysql_options(connection, MYSQL_OPT_READ_TIMEOUT, &seconds);
  mysql_query(connection, "SELECT 1");
  MYSQL_STMT *statement = mysql_stmt_init(connection);
  mysql_stmt_execute(statement);
}

void statementWithNoTimeout() {
  MYSQL *connection = mysql_init(nullptr);
  MYSQL_STMT *statement = mysql_stmt_init(connection);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'mysql_stmt_execute'
  mysql_stmt_execute(statement);
}

void connectionAndItsStatementAreOne() {
  MYSQL *connection = mysql_init(nullptr);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'mysql_query'
  mysql_query(connection, "SELECT 1");
  MYSQL_STMT *statement = mysql_stmt_init(connection);
  mysql_stmt_execute(statement);
}

void statementOfTheCaller(MYSQL *connection) {
  MYSQL_STMT *statement = mysql_stmt_init(connection);
  mysql_stmt_execute(statement);
}
