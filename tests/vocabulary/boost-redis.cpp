// Every entry of boost-redis.yaml, in a mock of its headers.
// REQUIRES: tidepool, boost-asio
// RUN: %tidepool vocab %s --cover boost-redis -- -std=c++20 -DBOOST_ASIO_HAS_CO_AWAIT=1 -include utility -isystem %S/mock/boost-redis > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <boost/redis.hpp>

namespace asio = boost::asio;
namespace redis = boost::redis;
using namespace std::chrono_literals;

asio::awaitable<void> commands(asio::io_context &context) {
  redis::connection connection(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::redis::connection::connection: handle(remote, this)
  redis::request request;
  request.push("GET", "key");
  redis::response<std::string> response;
  co_await connection.async_exec(request, response);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::redis::connection::async_exec: io(starts with server, on this)
  co_await connection.async_exec(request, response, asio::cancel_after(1s));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::redis::connection::async_exec: io(starts with server, on this)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: asio::cancel_after: deadline(on result)
  co_await connection.async_receive();
  connection.cancel();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::redis::connection::cancel: ends
}

void inAFibre(redis::connection &connection, asio::yield_context yield) {
  redis::request request;
  redis::response<std::string> response;
  connection.async_exec(request, response, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::redis::connection::async_exec: io(waits for server, on this, untimed)
}
