// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Beast: streams that have a timeout of their own, for what is asynchronous.
//
// FLAGS: -std=c++20 -DBOOST_ASIO_HAS_CO_AWAIT=1 -include utility
// CUTS: 2
// RUN: %tidepool_test %s await-without-timeout %t

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <chrono>
#include <string>

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using net::awaitable;
using net::use_awaitable;
using net::ip::tcp;
using namespace std::chrono_literals;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

namespace {

awaitable<void> plain(beast::tcp_stream stream) {
  beast::flat_buffer buffer;
  Request request;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await http::async_read(stream, buffer, request, use_awaitable);
}

awaitable<void> expiresFirst(beast::tcp_stream stream) {
  beast::flat_buffer buffer;
  Request request;
  stream.expires_after(30s);
  co_await http::async_read(stream, buffer, request, use_awaitable);
}

awaitable<void> expiresAtFirst(beast::tcp_stream stream) {
  beast::flat_buffer buffer;
  Request request;
  stream.expires_at(std::chrono::steady_clock::now() + 30s);
  co_await http::async_read(stream, buffer, request, use_awaitable);
}

awaitable<void> expiresEachTurn(beast::tcp_stream stream) {
  beast::flat_buffer buffer;
  for (;;) {
    stream.expires_after(30s);
    Request request;
    co_await http::async_read(stream, buffer, request, use_awaitable);
  }
}

awaitable<void> expiresTooLate(beast::tcp_stream stream) {
  beast::flat_buffer buffer;
  Request request;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await http::async_read(stream, buffer, request, use_awaitable);
  stream.expires_after(30s);
}

awaitable<void> expiresNever(beast::tcp_stream stream) {
  beast::flat_buffer buffer;
  Request request;
  stream.expires_after(30s);
  co_await stream.async_connect(tcp::endpoint(), use_awaitable);
  stream.expires_never();
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await http::async_read(stream, buffer, request, use_awaitable);
}

awaitable<void> expiresOnSomePaths(beast::tcp_stream stream, bool careful) {
  beast::flat_buffer buffer;
  Request request;
  if (careful)
    stream.expires_after(30s);
  co_await http::async_read(stream, buffer, request, use_awaitable);
}

// The timeout of the lowest layer bounds what is done above it.
awaitable<void>
lowestLayerExpires(websocket::stream<beast::tcp_stream> stream) {
  beast::flat_buffer buffer;
  beast::get_lowest_layer(stream).expires_after(30s);
  co_await stream.async_read(buffer, use_awaitable);
}

awaitable<void> websocketPlain(websocket::stream<beast::tcp_stream> stream) {
  beast::flat_buffer buffer;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await stream.async_read(buffer, use_awaitable);
}

awaitable<void> websocketTimeout(websocket::stream<beast::tcp_stream> stream) {
  beast::flat_buffer buffer;
  stream.set_option(
      websocket::stream_base::timeout::suggested(beast::role_type::server));
  co_await stream.async_accept(use_awaitable);
  co_await stream.async_read(buffer, use_awaitable);
}

void keep(tcp::socket &socket);

awaitable<void> overReference(tcp::socket socket) {
  beast::flat_buffer buffer;
  websocket::stream<tcp::socket &> stream(socket);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await stream.async_read(buffer, use_awaitable);
}

// Whoever has the socket may close it.
awaitable<void> overReferenceThatOthersHave(tcp::socket socket) {
  beast::flat_buffer buffer;
  keep(socket);
  websocket::stream<tcp::socket &> stream(socket);
  co_await stream.async_read(buffer, use_awaitable);
}

awaitable<void> overReferenceWithTimeout(tcp::socket socket) {
  beast::flat_buffer buffer;
  websocket::stream<tcp::socket &> stream(socket);
  stream.set_option(
      websocket::stream_base::timeout::suggested(beast::role_type::server));
  co_await stream.async_read(buffer, use_awaitable);
}

awaitable<void> setByAHelper(beast::tcp_stream &stream) {
  stream.expires_after(30s);
  co_return;
}

awaitable<void> expiresInAHelper(beast::tcp_stream stream) {
  beast::flat_buffer buffer;
  Request request;
  co_await setByAHelper(stream);
  co_await http::async_read(stream, buffer, request, use_awaitable);
}

void starts(net::io_context &context) {
  auto start = [&context](auto session) {
    net::co_spawn(context, session(beast::tcp_stream(context)), net::detached);
  };
  (void)start;
  net::co_spawn(context, plain(beast::tcp_stream(context)), net::detached);
  net::co_spawn(context, expiresFirst(beast::tcp_stream(context)),
                net::detached);
  net::co_spawn(context, expiresAtFirst(beast::tcp_stream(context)),
                net::detached);
  net::co_spawn(context, expiresEachTurn(beast::tcp_stream(context)),
                net::detached);
  net::co_spawn(context, expiresTooLate(beast::tcp_stream(context)),
                net::detached);
  net::co_spawn(context, expiresNever(beast::tcp_stream(context)),
                net::detached);
  net::co_spawn(context, expiresOnSomePaths(beast::tcp_stream(context), true),
                net::detached);
  net::co_spawn(
      context,
      lowestLayerExpires(websocket::stream<beast::tcp_stream>(context)),
      net::detached);
  net::co_spawn(context,
                websocketPlain(websocket::stream<beast::tcp_stream>(context)),
                net::detached);
  net::co_spawn(context,
                websocketTimeout(websocket::stream<beast::tcp_stream>(context)),
                net::detached);
  net::co_spawn(context, overReference(tcp::socket(context)), net::detached);
  net::co_spawn(context, overReferenceThatOthersHave(tcp::socket(context)),
                net::detached);
  net::co_spawn(context, overReferenceWithTimeout(tcp::socket(context)),
                net::detached);
  net::co_spawn(context, expiresInAHelper(beast::tcp_stream(context)),
                net::detached);
}

// What blocks ignores the stream's timeout (Boost.Beast says so itself).

void blocks(net::io_context &context) {
  beast::tcp_stream stream(context);
  beast::flat_buffer buffer;
  Response response;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  http::read(stream, buffer, response);
}

void expiresForBlockingReads(net::io_context &context) {
  beast::tcp_stream stream(context);
  beast::flat_buffer buffer;
  Response response;
  // CHECK: [[#@LINE+1]]: await-without-timeout[empty-deadline]
  stream.expires_after(30s);
  stream.connect(tcp::endpoint());
  http::read(stream, buffer, response);
}

void expiresForAsynchronousReads(net::io_context &context) {
  beast::tcp_stream stream(context);
  beast::flat_buffer buffer;
  Response response;
  stream.expires_after(30s);
  http::async_read(stream, buffer, response,
                   [](beast::error_code, std::size_t) {});
  context.run();
}

} // namespace
