// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of Boost.Redis, after boost/redis/connection.hpp of
// Boost 1.88, and of the asio::cancel_after of that release: names, templates and
// parameters are those of the headers; constraints and result types are simpler.
// Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`, with
// Boost 1.88.

#ifndef TIDEPOOL_MOCK_BOOST_REDIS_HPP
#define TIDEPOOL_MOCK_BOOST_REDIS_HPP

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <string>
#include <string_view>

// boost/asio/cancel_after.hpp
#define BOOST_ASIO_CANCEL_AFTER_HPP
namespace boost::asio {
template <typename Rep, typename Period>
use_awaitable_t<>
cancel_after(const std::chrono::duration<Rep, Period> &timeout);
} // namespace boost::asio

namespace boost::redis {

template <typename Token> struct result_of {
  using type = void;
};
template <typename Executor> struct result_of<asio::use_awaitable_t<Executor>> {
  using type = asio::awaitable<void>;
};

// boost/redis/config.hpp
struct config {
  std::chrono::steady_clock::duration connect_timeout =
      std::chrono::seconds{10};
};

// boost/redis/request.hpp
class request {
public:
  template <typename... Ts> void push(std::string_view cmd, const Ts &...args);
};
template <typename... Ts> struct response {};
struct ignore_t {};

enum class operation { exec, run, receive, all };

// boost/redis/connection.hpp
class connection {
public:
  explicit connection(asio::io_context &);
  template <typename Token = asio::use_awaitable_t<>>
  typename result_of<Token>::type async_run(const config &cfg = {},
                                            Token && = {});
  template <typename Token = asio::use_awaitable_t<>>
  typename result_of<Token>::type async_receive(Token && = {});
  template <typename Response = ignore_t,
            typename Token = asio::use_awaitable_t<>>
  typename result_of<Token>::type async_exec(const request &req, Response &resp,
                                             Token && = {});
  void cancel(operation op = operation::all);
};

} // namespace boost::redis

#endif // TIDEPOOL_MOCK_BOOST_REDIS_HPP
