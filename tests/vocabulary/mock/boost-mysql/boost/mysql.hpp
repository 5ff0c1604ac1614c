// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of Boost.MySQL, after boostorg/mysql at commit
// fa397b75356ff026610a70468f59906879272b5e (Boost 1.88), and of the
// asio::cancel_after of that release. Names, templates and parameters are those of
// the headers that the comments name; constraints, result types and some defaults
// are simpler. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`, with
// Boost 1.88.

#ifndef TIDEPOOL_MOCK_BOOST_MYSQL_HPP
#define TIDEPOOL_MOCK_BOOST_MYSQL_HPP

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <string_view>

// boost/asio/cancel_after.hpp
#define BOOST_ASIO_CANCEL_AFTER_HPP
namespace boost::asio {
template <typename Rep, typename Period>
use_awaitable_t<>
cancel_after(const std::chrono::duration<Rep, Period> &timeout);
} // namespace boost::asio

namespace boost::mysql {

template <typename Token> struct result_of {
  using type = void;
};
template <typename Executor> struct result_of<asio::use_awaitable_t<Executor>> {
  using type = asio::awaitable<void>;
};
using string_view = std::string_view;
using error_code = boost::system::error_code;
class diagnostics {};
class results {};
class execution_state {};
class statement {};
class rows_view {};
class pipeline_request {};
class stage_response {};
struct character_set {};
struct connect_params {};
struct handshake_params {
  handshake_params(string_view username, string_view password);
};
struct pool_params {};

// include/boost/mysql/any_connection.hpp
class any_connection {
public:
  explicit any_connection(asio::io_context &);
  any_connection(any_connection &&);

  void connect(const connect_params &);
  void connect(const connect_params &, error_code &, diagnostics &);
  template <typename Token = asio::use_awaitable_t<>>
  typename result_of<Token>::type async_connect(const connect_params &,
                                                Token && = {});
  template <typename Request, typename Results>
  void execute(Request &&, Results &);
  template <typename Request, typename Results,
            typename Token = asio::use_awaitable_t<>>
  typename result_of<Token>::type async_execute(Request &&, Results &,
                                                Token && = {});
  template <typename Request, typename State>
  void start_execution(Request &&, State &);
  template <typename Request, typename State,
            typename Token = asio::use_awaitable_t<>>
  typename result_of<Token>::type async_start_execution(Request &&, State &,
                                                        Token && = {});
  statement prepare_statement(string_view);
  template <typename Token = asio::use_awaitable_t<>>
  typename result_of<Token>::type async_prepare_statement(string_view,
                                                          Token && = {});
  rows_view read_some_rows(execution_state &);
  template <typename Token = asio::use_awaitable_t<>>
  typename result_of<Token>::type async_read_some_rows(execution_state &,
                                                       Token && = {});
  void read_resultset_head(execution_state &);
  template <typename Token = asio::use_awaitable_t<>>
  typename result_of<Token>::type async_read_resultset_head(execution_state &,
                                                            Token && = {});
  void set_character_set(const character_set &);
  template <typename Token = asio::use_awaitable_t<>>
  typename result_of<Token>::type async_set_character_set(const character_set &,
                                                          Token && = {});
  void ping();
  template <typename Token = asio::use_awaitable_t<>>
  typename result_of<Token>::type async_ping(Token && = {});
  void reset_connection();
  template <typename Token = asio::use_awaitable_t<>>
  typename result_of<Token>::type async_reset_connection(Token && = {});
  void close();
  template <typename Token = asio::use_awaitable_t<>>
  typename result_of<Token>::type async_close(Token && = {});
  void run_pipeline(const pipeline_request &, std::vector<stage_response> &);
  template <typename Token = asio::use_awaitable_t<>>
  typename result_of<Token>::type
  async_run_pipeline(const pipeline_request &, std::vector<stage_response> &,
                     Token && = {});
};

// include/boost/mysql/connection.hpp
template <class Stream> class connection {
public:
  explicit connection(asio::io_context &);
  connection(connection &&);
  Stream &stream();

  template <typename Endpoint>
  void connect(const Endpoint &, const handshake_params &);
  template <typename Endpoint, typename Token>
  typename result_of<Token>::type
  async_connect(const Endpoint &, const handshake_params &, Token &&);
  void handshake(const handshake_params &);
  template <typename Token>
  typename result_of<Token>::type async_handshake(const handshake_params &,
                                                  Token &&);
  template <typename Request, typename Results>
  void execute(Request &&, Results &);
  template <typename Request, typename Results, typename Token>
  typename result_of<Token>::type async_execute(Request &&, Results &,
                                                Token &&);
  template <typename Request, typename State>
  void start_execution(Request &&, State &);
  template <typename Request, typename State, typename Token>
  typename result_of<Token>::type async_start_execution(Request &&, State &,
                                                        Token &&);
  statement prepare_statement(string_view);
  template <typename Token>
  typename result_of<Token>::type async_prepare_statement(string_view,
                                                          Token &&);
  rows_view read_some_rows(execution_state &);
  template <typename Token>
  typename result_of<Token>::type async_read_some_rows(execution_state &,
                                                       Token &&);
  void read_resultset_head(execution_state &);
  template <typename Token>
  typename result_of<Token>::type async_read_resultset_head(execution_state &,
                                                            Token &&);
  void ping();
  template <typename Token>
  typename result_of<Token>::type async_ping(Token &&);
  void reset_connection();
  template <typename Token>
  typename result_of<Token>::type async_reset_connection(Token &&);
  void close();
  void quit();
};

// include/boost/mysql/tcp.hpp
using tcp_connection = connection<asio::ip::tcp::socket>;

// include/boost/mysql/connection_pool.hpp
class pooled_connection {
public:
  pooled_connection() noexcept = default;
  pooled_connection(pooled_connection &&) noexcept;
  pooled_connection &operator=(pooled_connection &&) noexcept;
  any_connection &get() noexcept;
  any_connection *operator->() noexcept;
  void return_without_reset() noexcept;
};
class connection_pool {
public:
  connection_pool(asio::io_context &, pool_params);
  asio::awaitable<pooled_connection> async_get_connection();
  template <typename Token>
  asio::awaitable<pooled_connection> async_get_connection(Token &&);
  template <typename Token> void async_run(Token &&);
  void cancel();
};

} // namespace boost::mysql

#endif
