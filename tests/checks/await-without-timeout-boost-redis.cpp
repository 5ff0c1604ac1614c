// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Boost.Redis, in a mock of its headers.
//
// FLAGS: -std=c++20 -DBOOST_ASIO_HAS_CO_AWAIT=1 -include utility -isystem %S/../vocabulary/mock/boost-redis
// CUTS: 2
// RUN: %tidepool_test %s await-without-timeout %t --notes

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/redis.hpp>
#include <chrono>

namespace asio = boost::asio;
namespace redis = boost::redis;
using asio::awaitable;
using namespace std::chrono_literals;

static awaitable<void> noTimeout(asio::io_context &context) {
  redis::connection connection(context);
  redis::request request;
  redis::response<std::string> response;
  co_await connection.async_exec(request, response);
  // CHECK: [[#@LINE-1]]: await-without-timeout[no-deadline] 'boost::redis::connection::async_exec' waits for a server with no timeout
  // CHECK: note[nothing that happens to 'connection' before bounds the wait
  // CHECK: note[use asio::cancel_after as its token
}

static awaitable<void> inTime(asio::io_context &context) {
  redis::connection connection(context);
  redis::request request;
  redis::response<std::string> response;
  co_await connection.async_exec(request, response, asio::cancel_after(1s));
}

awaitable<void> ofTheCaller(redis::connection &connection) {
  redis::request request;
  redis::response<std::string> response;
  co_await connection.async_exec(request, response);
}

void run(asio::io_context &context) {
  asio::co_spawn(context, noTimeout(context), asio::detached);
  asio::co_spawn(context, inTime(context), asio::detached);
}

// Whoever subscribes waits for what is pushed.
awaitable<void> pushes(redis::connection &connection) {
  while (true)
    co_await connection.async_receive();
}

void inAFibre(asio::io_context &context) {
  asio::spawn(context, [&context](asio::yield_context yield) {
    redis::connection connection(context);
    redis::request request;
    redis::response<std::string> response;
    connection.async_exec(request, response, yield);
    // CHECK: [[#@LINE-1]]: await-without-timeout[no-deadline]
    // CHECK: note[
    // CHECK: note[use asio::cancel_after around the token
  });
}
