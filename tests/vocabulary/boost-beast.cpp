// Every entry of boost-beast.yaml.
// REQUIRES: tidepool, boost-beast
// RUN: %tidepool vocab %s --cover boost-beast -- -std=c++20 -include utility > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' --implicit-check-not='not used' --implicit-check-not='not resolved' < %t

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/spawn.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <chrono>
#include <string>

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using net::ip::tcp;
using Message = http::response<http::string_body>;
using Parser = http::response_parser<http::string_body>;
using Serializer = http::response_serializer<http::string_body>;
using Websocket = beast::websocket::stream<beast::tcp_stream>;

void timeouts(beast::tcp_stream &stream, Websocket &socket) {
  stream.expires_after(std::chrono::seconds(1));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::basic_stream::expires_after: deadline(on this, async only)
  stream.expires_at(std::chrono::steady_clock::now());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::basic_stream::expires_at: deadline(on this, async only)
  stream.expires_never();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::basic_stream::expires_never: deadline(never, on this)
  beast::get_lowest_layer(socket).expires_after(std::chrono::seconds(1));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::get_lowest_layer: passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::beast::basic_stream::expires_after: deadline(on this, async only)
  socket.set_option(beast::websocket::stream_base::timeout::suggested(
      // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::set_option: deadline(on this, async only)
      beast::role_type::server));
  socket.set_option(beast::websocket::stream_base::decorator(
      [](beast::websocket::response_type &) {}));
  stream.cancel();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::basic_stream::cancel: ends
  stream.close();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::basic_stream::close: ends
  beast::close_socket(stream);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::close_socket: ends(argument 0)
}

void messages(beast::tcp_stream &stream, Message &message, Parser &parser,
              Serializer &serializer, net::yield_context yield) {
  beast::flat_buffer buffer;
  auto done = [](beast::error_code, std::size_t) {};
  http::read(stream, buffer, message);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::read: blocking(net), io(waits for network, on argument 0, untimed)
  http::read_header(stream, buffer, parser);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::read_header: blocking(net), io(waits for network, on argument 0, untimed)
  http::read_some(stream, buffer, parser);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::read_some: blocking(net), io(waits for network, on argument 0, untimed)
  http::write(stream, message);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::write: blocking(net), io
  http::write_header(stream, serializer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::write_header: blocking(net), io
  http::write_some(stream, serializer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::write_some: blocking(net), io
  http::async_read(stream, buffer, message, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::async_read: io(starts with network, on argument 0), handler(last argument)
  http::async_read_header(stream, buffer, parser, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::async_read_header: io(starts with network, on argument 0), handler(last argument)
  http::async_read_some(stream, buffer, parser, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::async_read_some: io(starts with network, on argument 0), handler(last argument)
  http::async_write(stream, message, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::async_write: io(starts with network, on argument 0), handler(last argument)
  http::async_write_header(stream, serializer, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::async_write_header: io(starts with network, on argument 0), handler(last argument)
  http::async_write_some(stream, serializer, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::async_write_some: io(starts with network, on argument 0), handler(last argument)
  http::async_read(stream, buffer, message, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::async_read: io(waits for network, on argument 0, untimed)
  http::async_read_header(stream, buffer, parser, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::async_read_header: io(waits for network, on argument 0, untimed)
  http::async_read_some(stream, buffer, parser, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::async_read_some: io(waits for network, on argument 0, untimed)
  http::async_write(stream, message, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::async_write: io(waits for network, on argument 0, untimed)
  http::async_write_header(stream, serializer, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::async_write_header: io(waits for network, on argument 0, untimed)
  http::async_write_some(stream, serializer, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::http::async_write_some: io(waits for network, on argument 0, untimed)
}

void streams(beast::tcp_stream &stream, net::yield_context yield) {
  char bytes[64];
  auto done = [](beast::error_code, std::size_t) {};
  stream.connect(tcp::endpoint());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::basic_stream::connect: blocking(net), io
  stream.read_some(net::buffer(bytes));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::basic_stream::read_some: blocking(net), io(waits for network, on this, untimed)
  stream.write_some(net::buffer(bytes));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::basic_stream::write_some: blocking(net), io
  stream.async_connect(tcp::endpoint(), [](beast::error_code) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::basic_stream::async_connect: io, handler(last argument)
  stream.async_read_some(net::buffer(bytes), done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::basic_stream::async_read_some: io(starts with network, on this), handler(last argument)
  stream.async_write_some(net::buffer(bytes), done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::basic_stream::async_write_some: io(starts with network, on this), handler(last argument)
  stream.async_connect(tcp::endpoint(), yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::basic_stream::async_connect: io, handler(last argument)
  stream.async_read_some(net::buffer(bytes), yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::basic_stream::async_read_some: io(waits for network, on this, untimed)
  stream.async_write_some(net::buffer(bytes), yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::basic_stream::async_write_some: io(waits for network, on this, untimed)
}

void layers(tcp::socket &socket) {
  beast::websocket::stream<tcp::socket &> stream(socket);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::stream: handle(remote, from argument 0)
}

void websockets(Websocket &socket, net::yield_context yield) {
  char bytes[64];
  beast::flat_buffer buffer;
  auto done = [](beast::error_code, std::size_t) {};
  auto ended = [](beast::error_code) {};
  socket.accept();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::accept: blocking(net), io(waits for network, on this, untimed)
  socket.handshake("example.org", "/");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::handshake: blocking(net), io(waits for network, on this, untimed)
  socket.read(buffer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::read: blocking(net), io(waits for network, on this, untimed)
  socket.read_some(buffer, 64);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::read_some: blocking(net), io(waits for network, on this, untimed)
  socket.close(beast::websocket::close_code::normal);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::close: blocking(net), io(waits for network, on this, untimed)
  socket.write(net::buffer(bytes));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::write: blocking(net), io
  socket.write_some(true, net::buffer(bytes));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::write_some: blocking(net), io
  socket.ping({});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::ping: blocking(net), io
  socket.pong({});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::pong: blocking(net), io
  socket.async_accept(ended);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::async_accept: io(starts with network, on this), handler(last argument)
  socket.async_handshake("example.org", "/", ended);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::async_handshake: io(starts with network, on this), handler(last argument)
  socket.async_read(buffer, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::async_read: io(starts with network, on this), handler(last argument)
  socket.async_read_some(buffer, 64, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::async_read_some: io(starts with network, on this), handler(last argument)
  socket.async_write(net::buffer(bytes), done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::async_write: io(starts with network, on this, sends argument 0), handler(last argument)
  socket.async_close(beast::websocket::close_code::normal, ended);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::async_close: io, handler(last argument)
  socket.async_ping({}, ended);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::async_ping: io, handler(last argument)
  socket.async_pong({}, ended);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::async_pong: io, handler(last argument)
  socket.async_accept(yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::async_accept: io(waits for network, on this, untimed)
  socket.async_handshake("example.org", "/", yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::async_handshake: io(waits for network, on this, untimed)
  socket.async_read(buffer, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::async_read: io(waits for network, on this, untimed)
  socket.async_read_some(buffer, 64, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::async_read_some: io(waits for network, on this, untimed)
  socket.async_write(net::buffer(bytes), yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::websocket::stream::async_write: io(waits for network, on this, untimed, sends argument 0)
}
