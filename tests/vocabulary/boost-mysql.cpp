// Every entry of boost-mysql.yaml, in a mock of Boost.MySQL's headers.
// REQUIRES: tidepool, boost-asio
// RUN: %tidepool vocab %s --cover boost-mysql -- -std=c++20 -DBOOST_ASIO_HAS_CO_AWAIT=1 -include utility -isystem %S/mock/boost-mysql > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <boost/mysql.hpp>

namespace asio = boost::asio;
namespace mysql = boost::mysql;

asio::awaitable<void> pooled(mysql::connection_pool &pool) {
  mysql::pooled_connection one = co_await pool.async_get_connection();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection_pool::async_get_connection: handle(remote)
  mysql::results result;
  co_await one->async_execute("SELECT 1", result);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_execute: io(starts with server, on this)
  one.return_without_reset();
}

void blocks(mysql::any_connection &connection) {
  mysql::results result;
  mysql::execution_state state;
  std::vector<mysql::stage_response> stages;
  connection.connect(mysql::connect_params());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::connect: blocking(net), io(waits for server, on this, untimed)
  connection.execute("SELECT 1", result);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::execute: blocking(net), io(waits for server, on this, untimed)
  connection.start_execution("SELECT 1", state);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::start_execution: blocking(net), io(waits for server, on this, untimed)
  connection.prepare_statement("SELECT 1");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::prepare_statement: blocking(net), io(waits for server, on this, untimed)
  connection.read_some_rows(state);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::read_some_rows: blocking(net), io(waits for server, on this, untimed)
  connection.read_resultset_head(state);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::read_resultset_head: blocking(net), io(waits for server, on this, untimed)
  connection.set_character_set(mysql::character_set());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::set_character_set: blocking(net), io(waits for server, on this, untimed)
  connection.ping();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::ping: blocking(net), io(waits for server, on this, untimed)
  connection.reset_connection();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::reset_connection: blocking(net), io(waits for server, on this, untimed)
  connection.run_pipeline(mysql::pipeline_request(), stages);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::run_pipeline: blocking(net), io(waits for server, on this, untimed)
  connection.close();
}

asio::awaitable<void> awaits(mysql::any_connection &connection) {
  mysql::results result;
  mysql::execution_state state;
  std::vector<mysql::stage_response> stages;
  co_await connection.async_connect(mysql::connect_params());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_connect: io(starts with server, on this)
  co_await connection.async_execute("SELECT 1", result);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_execute: io(starts with server, on this)
  co_await connection.async_start_execution("SELECT 1", state);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_start_execution: io(starts with server, on this)
  co_await connection.async_prepare_statement("SELECT 1");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_prepare_statement: io(starts with server, on this)
  co_await connection.async_read_some_rows(state);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_read_some_rows: io(starts with server, on this)
  co_await connection.async_read_resultset_head(state);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_read_resultset_head: io(starts with server, on this)
  co_await connection.async_set_character_set(mysql::character_set());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_set_character_set: io(starts with server, on this)
  co_await connection.async_ping();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_ping: io(starts with server, on this)
  co_await connection.async_reset_connection();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_reset_connection: io(starts with server, on this)
  co_await connection.async_run_pipeline(mysql::pipeline_request(), stages);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_run_pipeline: io(starts with server, on this)
  co_await connection.async_close();
}

void inFibre(mysql::any_connection &connection, asio::yield_context yield) {
  mysql::results result;
  mysql::execution_state state;
  connection.async_connect(mysql::connect_params(), yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_connect: io(waits for server, on this, untimed)
  connection.async_execute("SELECT 1", result, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_execute: io(waits for server, on this, untimed)
  connection.async_start_execution("SELECT 1", state, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_start_execution: io(waits for server, on this, untimed)
  connection.async_prepare_statement("SELECT 1", yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_prepare_statement: io(waits for server, on this, untimed)
  connection.async_read_some_rows(state, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_read_some_rows: io(waits for server, on this, untimed)
  connection.async_read_resultset_head(state, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_read_resultset_head: io(waits for server, on this, untimed)
  connection.async_ping(yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_ping: io(waits for server, on this, untimed)
  connection.async_reset_connection(yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::any_connection::async_reset_connection: io(waits for server, on this, untimed)
}

void overTcp(mysql::tcp_connection &connection, asio::yield_context yield) {
  mysql::results result;
  mysql::execution_state state;
  mysql::handshake_params params("user", "password");
  auto token = asio::use_awaitable;
  asio::ip::tcp::endpoint server;
  connection.connect(server, params);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::connect: blocking(net), io(waits for server, on this, untimed)
  connection.handshake(params);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::handshake: blocking(net), io(waits for server, on this, untimed)
  connection.execute("SELECT 1", result);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::execute: blocking(net), io(waits for server, on this, untimed)
  connection.start_execution("SELECT 1", state);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::start_execution: blocking(net), io(waits for server, on this, untimed)
  connection.prepare_statement("SELECT 1");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::prepare_statement: blocking(net), io(waits for server, on this, untimed)
  connection.read_some_rows(state);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::read_some_rows: blocking(net), io(waits for server, on this, untimed)
  connection.read_resultset_head(state);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::read_resultset_head: blocking(net), io(waits for server, on this, untimed)
  connection.ping();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::ping: blocking(net), io(waits for server, on this, untimed)
  connection.reset_connection();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::reset_connection: blocking(net), io(waits for server, on this, untimed)
  connection.close();
  connection.quit();
  connection.async_handshake(params, token);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_handshake: io(starts with server, on this)
  connection.async_connect(server, params, token);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_connect: io(starts with server, on this)
  connection.async_execute("SELECT 1", result, token);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_execute: io(starts with server, on this)
  connection.async_start_execution("SELECT 1", state, token);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_start_execution: io(starts with server, on this)
  connection.async_prepare_statement("SELECT 1", token);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_prepare_statement: io(starts with server, on this)
  connection.async_read_some_rows(state, token);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_read_some_rows: io(starts with server, on this)
  connection.async_read_resultset_head(state, token);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_read_resultset_head: io(starts with server, on this)
  connection.async_ping(token);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_ping: io(starts with server, on this)
  connection.async_reset_connection(token);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_reset_connection: io(starts with server, on this)
  connection.async_connect(server, params, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_connect: io(waits for server, on this, untimed)
  connection.async_execute("SELECT 1", result, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_execute: io(waits for server, on this, untimed)
  connection.async_start_execution("SELECT 1", state, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_start_execution: io(waits for server, on this, untimed)
  connection.async_prepare_statement("SELECT 1", yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_prepare_statement: io(waits for server, on this, untimed)
  connection.async_read_some_rows(state, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_read_some_rows: io(waits for server, on this, untimed)
  connection.async_read_resultset_head(state, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_read_resultset_head: io(waits for server, on this, untimed)
  connection.async_ping(yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_ping: io(waits for server, on this, untimed)
  connection.async_reset_connection(yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::mysql::connection::async_reset_connection: io(waits for server, on this, untimed)
}
