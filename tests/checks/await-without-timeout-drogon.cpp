// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Drogon: requests and statements that are given no time.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/drogon
// CUTS: 4

#include <drogon/drogon.h>

using drogon::HttpClient;
using drogon::orm::DbClient;

void noTimeout(const drogon::HttpRequestPtr &request) {
  auto client = HttpClient::newHttpClient("http://host");
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'drogon::HttpClient::sendRequest' waits for a server
  client->sendRequest(request);
}

void ofAClientThatIsGiven(HttpClient &client,
                          const drogon::HttpRequestPtr &request) {
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  client.sendRequest(request);
  client.sendRequest(request, 5);
}

void timeout(const drogon::HttpRequestPtr &request, double given) {
  auto client = HttpClient::newHttpClient("http://host");
  client->sendRequest(request, 5);
  client->sendRequest(request, given);
}

void forEver(const drogon::HttpRequestPtr &request) {
  auto client = HttpClient::newHttpClient("http://host");
  // CHECK: [[#@LINE+1]]: await-without-timeout[explicit-infinite]
  client->sendRequest(request, 0);
}

void callback(const drogon::HttpRequestPtr &request) {
  auto client = HttpClient::newHttpClient("http://host");
  client->sendRequest(
      request, [](drogon::ReqResult, const drogon::HttpResponsePtr &) {});
}

// Unknown: whoever else holds the client might end it.
drogon::Task<int> coroutine(drogon::HttpRequestPtr request) {
  auto client = HttpClient::newHttpClient("http://host");
  co_await client->sendRequestCoro(request);
  co_return 0;
}

drogon::Task<int> coroutineInTime(drogon::HttpRequestPtr request) {
  auto client = HttpClient::newHttpClient("http://host");
  co_await client->sendRequestCoro(request, 5);
  co_return 0;
}

void statement() {
  auto database = DbClient::newPgClient("host=db", 8);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'drogon::orm::DbClient::execSqlSync' waits for a server
  database->execSqlSync("SELECT 1");
}

void statementInTime() {
  auto database = DbClient::newPgClient("host=db", 8);
  database->setTimeout(5);
  database->execSqlSync("SELECT 1");
}

void statementOfAFile() {
  auto database = DbClient::newSqlite3Client("filename=db", 1);
  database->execSqlSync("SELECT 1");
}

void ofTheCaller(DbClient &database) { database.execSqlSync("SELECT 1"); }
