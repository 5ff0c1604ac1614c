// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libpqxx, with its real headers: a transaction waits as long as its connection
// does.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++17 -Wno-deprecated-declarations
// CUTS: 2

#include <pqxx/pqxx>
#include <string>

void noTimeout() {
  pqxx::connection database("host=db");
  pqxx::work work(database);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'pqxx::transaction_base::exec' waits for a server
  work.exec("SELECT 1");
  work.commit();
}

void timeoutOfTheConnectIsNoneOfQueries() {
  pqxx::connection database("host=db connect_timeout=5");
  pqxx::nontransaction work(database);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  work.exec_params("SELECT $1", 1);
}

void inTheOptions() {
  pqxx::connection database("host=db options='-c statement_timeout=5000'");
  pqxx::work work(database);
  work.exec("SELECT 1");
}

void setBefore() {
  pqxx::connection database("host=db");
  database.set_variable("statement_timeout", "5000");
  pqxx::work work(database);
  work.exec("SELECT 1");
}

void setInTheTransaction() {
  pqxx::connection database("host=db");
  pqxx::work work(database);
  work.exec("SET statement_timeout = 5000");
  work.exec("SELECT 1");
}

void setInAnEarlierTransaction() {
  pqxx::connection database("host=db");
  {
    pqxx::work first(database);
    first.exec("SET statement_timeout = 5000");
    first.commit();
  }
  pqxx::work work(database);
  work.exec("SELECT 1");
}

void setInALaterTransaction() {
  pqxx::connection database("host=db");
  {
    pqxx::work work(database);
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    work.exec("SELECT 1");
    work.commit();
  }
  pqxx::work later(database);
  later.exec("SET statement_timeout = 5000");
}

void setInOneOfAnotherConnection() {
  pqxx::connection database("host=db"), other("host=other");
  pqxx::work first(other);
  first.set_variable("statement_timeout", "5000");
  first.exec("SELECT 1");
  pqxx::work work(database);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  work.exec("SELECT 1");
}

void earlierTransactionSaysNothing() {
  pqxx::connection database("host=db");
  {
    pqxx::work first(database);
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    first.exec("SET search_path TO other");
    first.commit();
  }
  pqxx::work work(database);
  work.exec("SELECT 1");
}

void setForWhatSharesTheConnection(pqxx::connection &database) {
  pqxx::nontransaction work(database);
  work.set_variable("statement_timeout", "5000");
}

static void hurry(pqxx::connection &database) {
  pqxx::work work(database);
  work.exec("SET statement_timeout = 5000");
  work.commit();
}
void setByAHelper() {
  pqxx::connection database("host=db");
  hurry(database);
  pqxx::work work(database);
  work.exec("SELECT 1");
}

class Store {
public:
  Store() : database("host=db") {
    pqxx::work work(database);
    work.exec("SET statement_timeout = 5000");
    work.commit();
  }
  void look() {
    pqxx::work work(database);
    work.exec("SELECT 1");
  }

private:
  pqxx::connection database;
};

void textNotSeen(const std::string &where) {
  pqxx::connection database(where);
  pqxx::work work(database);
  work.exec("SELECT 1");
}

void fromTheEnvironment() {
  pqxx::connection database;
  pqxx::work work(database);
  work.exec("SELECT 1");
}

void ofTheCaller(pqxx::connection &database) {
  pqxx::work work(database);
  work.exec("SELECT 1");
}

void notifications(pqxx::connection &database) {
  while (true)
    database.await_notification();
}

void oneNotification() {
  pqxx::connection database("host=db");
  database.await_notification(5, 0);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] {{.*}} waits for a sender
  database.await_notification();
}
