// Every entry of asio-ssl.yaml, without Boost and with it. The namespace that a run
// is not about does not resolve there, and that alone.
// REQUIRES: tidepool, asio, boost-asio, boost-beast, openssl
// RUN: not %tidepool vocab %s --cover asio-ssl -- -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' --implicit-check-not='not used' --implicit-check-not='not resolved: asio' < %t
// RUN: not %tidepool vocab %s --cover asio-ssl -- -std=c++20 -DWITH_BOOST -include utility > %t
// RUN: FileCheck %s --check-prefixes=CHECK,BOOST --implicit-check-not='{{^[0-9]+:}}' --implicit-check-not='not used' --implicit-check-not='not resolved: boost' < %t

#ifdef WITH_BOOST
#include <boost/asio.hpp>
#include <boost/asio/spawn.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>
namespace net = boost::asio;
#else
#include <asio.hpp>
#include <asio/spawn.hpp>
#include <asio/ssl.hpp>
namespace net = asio;
#endif

using net::ip::tcp;
using Client = net::ssl::stream<tcp::socket>;

void made(net::io_context &context, net::ssl::context &tls,
          tcp::socket &socket) {
  net::ssl::stream<tcp::socket &> over(socket, tls);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::ssl::stream::stream: handle(remote, from argument 0)
  Client moved(std::move(socket), tls);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::ssl::stream::stream: handle(remote, from argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
  Client stream(context, tls);
  over.next_layer();
  over.lowest_layer();
}

void operations(Client &stream, net::mutable_buffer buffer,
                net::yield_context yield) {
  auto done = [](auto...) {};
  stream.handshake(Client::client);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::ssl::stream::handshake: blocking(net), io(waits for network, on this, untimed)
  stream.read_some(buffer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::ssl::stream::read_some: blocking(net), io(waits for network, on this, untimed)
  stream.write_some(buffer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::ssl::stream::write_some: blocking(net), io
  stream.shutdown();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::ssl::stream::shutdown: blocking(net), io
  stream.async_handshake(Client::client, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::ssl::stream::async_handshake: io(waits for network, on this, untimed)
  stream.async_read_some(buffer, yield);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::ssl::stream::async_read_some: io(waits for network, on this, untimed)
  stream.async_handshake(Client::client, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::ssl::stream::async_handshake: io(starts with network, on this), handler(last argument)
  stream.async_read_some(buffer, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::ssl::stream::async_read_some: io(starts with network, on this), handler(last argument)
  stream.async_write_some(buffer, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::ssl::stream::async_write_some: io, handler(last argument)
  stream.async_shutdown(done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: {{(boost::)?}}asio::ssl::stream::async_shutdown: io, handler(last argument)
}

#ifdef WITH_BOOST
using Beast = boost::beast::ssl_stream<boost::beast::tcp_stream>;

void made(net::ssl::context &tls, boost::beast::tcp_stream &layer) {
  boost::beast::ssl_stream<boost::beast::tcp_stream &> over(layer, tls);
  // BOOST: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::ssl_stream::ssl_stream: handle(remote, from argument 0)
}

void operations(Beast &stream, net::mutable_buffer buffer,
                net::yield_context yield) {
  auto done = [](auto...) {};
  stream.handshake(Client::client);
  // BOOST: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::ssl_stream::handshake: blocking(net), io(waits for network, on this, untimed)
  stream.read_some(buffer);
  // BOOST: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::ssl_stream::read_some: blocking(net), io(waits for network, on this, untimed)
  stream.write_some(buffer);
  // BOOST: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::ssl_stream::write_some: blocking(net), io
  stream.shutdown();
  // BOOST: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::ssl_stream::shutdown: blocking(net), io
  stream.async_handshake(Client::client, yield);
  // BOOST: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::ssl_stream::async_handshake: io(waits for network, on this, untimed)
  stream.async_read_some(buffer, yield);
  // BOOST: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::ssl_stream::async_read_some: io(waits for network, on this, untimed)
  stream.async_handshake(Client::client, done);
  // BOOST: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::ssl_stream::async_handshake: io(starts with network, on this), handler(last argument)
  stream.async_read_some(buffer, done);
  // BOOST: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::ssl_stream::async_read_some: io(starts with network, on this), handler(last argument)
  stream.async_write_some(buffer, done);
  // BOOST: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::ssl_stream::async_write_some: io, handler(last argument)
  stream.async_shutdown(done);
  // BOOST: [[#@LINE-1]]:{{[0-9]+}}: boost::beast::ssl_stream::async_shutdown: io, handler(last argument)
}
#endif
