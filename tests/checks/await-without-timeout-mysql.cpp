// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Boost.MySQL, in a mock of its headers.
//
// FLAGS: -std=c++20 -DBOOST_ASIO_HAS_CO_AWAIT=1 -include utility -isystem %S/../vocabulary/mock/boost-mysql
// CUTS: 2
// RUN: %tidepool_test %s await-without-timeout %t

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/mysql.hpp>
#include <chrono>

namespace asio = boost::asio;
namespace mysql = boost::mysql;
using asio::awaitable;
using namespace std::chrono_literals;

void keep(mysql::any_connection &connection);

void blocks(asio::io_context &context) {
  mysql::any_connection connection(context);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'boost::mysql::any_connection::connect' waits for a server with no timeout
  connection.connect(mysql::connect_params());
  mysql::results result;
  connection.execute("SELECT 1", result);
  connection.close();
}

void blocksOnWhatOthersHave(asio::io_context &context) {
  mysql::any_connection connection(context);
  keep(connection);
  connection.connect(mysql::connect_params());
}

static awaitable<void> poolBoundsGettingAlone(mysql::connection_pool &pool) {
  mysql::pooled_connection connection =
      co_await pool.async_get_connection(asio::cancel_after(1s));
  mysql::results result;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'boost::mysql::any_connection::async_execute' waits for a server with no timeout
  co_await connection->async_execute("SELECT 1", result);
}

static awaitable<void> cancelledAfter(mysql::connection_pool &pool) {
  mysql::pooled_connection connection =
      co_await pool.async_get_connection(asio::cancel_after(1s));
  mysql::results result;
  co_await connection->async_execute("SELECT 1", result,
                                     asio::cancel_after(20s));
}

static awaitable<void> handsItOn(mysql::connection_pool &pool) {
  mysql::pooled_connection connection = co_await pool.async_get_connection();
  keep(connection.get());
  mysql::results result;
  co_await connection->async_execute("SELECT 1", result);
}

static awaitable<void> query(mysql::connection_pool &pool) {
  mysql::pooled_connection connection = co_await pool.async_get_connection();
  mysql::results result;
  co_await connection->async_execute("SELECT 1", result);
}

// The caller's timeout is the query's.
static awaitable<void> inTime(asio::io_context &context,
                              mysql::connection_pool &pool) {
  co_await asio::co_spawn(context, query(pool), asio::cancel_after(20s));
}

static awaitable<void> throughPointer(mysql::any_connection *connection) {
  mysql::results result;
  co_await connection->async_execute("SELECT 1", result);
}

void started(asio::io_context &context, mysql::connection_pool &pool,
             mysql::any_connection &connection) {
  asio::co_spawn(context, poolBoundsGettingAlone(pool), asio::detached);
  asio::co_spawn(context, cancelledAfter(pool), asio::detached);
  asio::co_spawn(context, handsItOn(pool), asio::detached);
  asio::co_spawn(context, throughPointer(&connection), asio::detached);
  asio::co_spawn(context, inTime(context, pool), asio::detached);
}
