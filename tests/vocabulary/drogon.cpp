// Every entry of drogon.yaml, in a mock of its headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover drogon -- -std=c++20 -isystem %S/mock/drogon > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <drogon/drogon.h>

drogon::Task<int> one();
drogon::Task<int> two();

drogon::Task<int> coroutines(std::vector<drogon::Task<int>> tasks) {
  drogon::Task<int> lazy = one();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::Task: task(lazy, cancels)
  co_await drogon::when_all(one(), two());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::when_all: gather(coroutine, range argument 0, first 0)
  co_await drogon::when_all(std::move(tasks));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::when_all: gather(coroutine, range argument 0, first 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  co_return 0;
}

void runs() {
  drogon::async_run([]() -> drogon::Task<> { co_await one(); });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::async_run: spawn(coroutine, callable 0)
  drogon::sync_wait(one());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::sync_wait: blocking(sync)
}

drogon::Task<int> requests(drogon::HttpRequestPtr request) {
  auto client = drogon::HttpClient::newHttpClient("http://host");
  client->sendRequest(request);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::HttpClient::sendRequest: blocking(net), io(waits for server)
  client->sendRequest(request, 5);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::HttpClient::sendRequest: blocking(net), io(waits for server), deadline(time 1)
  client->sendRequest(
      // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::HttpClient::sendRequest: handler(argument 1)
      request, [](drogon::ReqResult, const drogon::HttpResponsePtr &) {});
  co_await client->sendRequestCoro(request);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::HttpClient::sendRequestCoro: io(starts with server)
  co_await client->sendRequestCoro(request, 5);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::HttpClient::sendRequestCoro: io
  co_return 0;
}

void databases() {
  auto database = drogon::orm::DbClient::newPgClient("host=db", 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::orm::DbClient::newPgClient: pool(result, database, size 1), handle(remote)
  drogon::orm::DbClient::newMysqlClient("host=db", 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::orm::DbClient::newMysqlClient: pool(result, database, size 1), handle(remote)
  drogon::orm::DbClient::newSqlite3Client("filename=db", 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::orm::DbClient::newSqlite3Client: handle(local)
  database->setTimeout(5);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::orm::DbClient::setTimeout: deadline(on this, time 0)
  database->execSqlSync("SELECT 1");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::orm::DbClient::execSqlSync: blocking(net), io(waits for server, on this)
}

void sizes() {
  drogon::app().setThreadNum(4);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::HttpAppFramework::setThreadNum: pool(size 0)
  drogon::app().setThreadNum(drogon::app().getThreadNum());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: drogon::HttpAppFramework::setThreadNum: pool(size 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: drogon::HttpAppFramework::getThreadNum: cores
}
