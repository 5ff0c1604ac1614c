// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// TLS over Asio and Beast.
//
// FLAGS: -std=c++20 -DBOOST_ASIO_HAS_CO_AWAIT=1 -include utility
// CUTS: 2
// RUN: %tidepool_test %s await-without-timeout %t

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>
#include <chrono>
#include <thread>

namespace net = boost::asio;
namespace ssl = net::ssl;
namespace beast = boost::beast;
using net::awaitable;
using net::use_awaitable;
using net::ip::tcp;
using namespace std::chrono_literals;

void keep(tcp::socket &socket);

namespace {

void blocks(tcp::socket socket, ssl::context &tls) {
  ssl::stream<tcp::socket> stream(std::move(socket), tls);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'boost::asio::ssl::stream::handshake' waits for the network with no timeout
  stream.handshake(ssl::stream_base::server);
  char request[64];
  stream.read_some(net::buffer(request));
  stream.shutdown();
}

void overReference(tcp::socket socket, ssl::context &tls) {
  beast::ssl_stream<tcp::socket &> stream{socket, tls};
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'boost::beast::ssl_stream::handshake' waits
  stream.handshake(ssl::stream_base::server);
}

// Whoever has the socket may close it.
void overReferenceThatOthersHave(tcp::socket socket, ssl::context &tls) {
  keep(socket);
  beast::ssl_stream<tcp::socket &> stream{socket, tls};
  stream.handshake(ssl::stream_base::server);
}

void closedByWatchdog(tcp::socket socket, ssl::context &tls) {
  ssl::stream<tcp::socket> stream(std::move(socket), tls);
  std::thread watchdog([&] {
    std::this_thread::sleep_for(30s);
    stream.lowest_layer().close();
  });
  stream.handshake(ssl::stream_base::server);
  watchdog.join();
}

void layerClosedByWatchdog(tcp::socket socket, ssl::context &tls) {
  ssl::stream<tcp::socket &> stream(socket, tls);
  std::thread watchdog([&] {
    std::this_thread::sleep_for(30s);
    socket.close();
  });
  stream.handshake(ssl::stream_base::server);
  watchdog.join();
}

void givenByCaller(ssl::stream<tcp::socket> &stream) {
  stream.handshake(ssl::stream_base::server);
}

void closes(tcp::socket socket, ssl::context &tls) {
  ssl::stream<tcp::socket> stream(std::move(socket), tls);
  stream.shutdown();
}

awaitable<void> awaits(tcp::socket socket, ssl::context &tls) {
  ssl::stream<tcp::socket> stream(std::move(socket), tls);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'boost::asio::ssl::stream::async_handshake' waits
  co_await stream.async_handshake(ssl::stream_base::server, use_awaitable);
}

awaitable<void> cancelledByTimer(tcp::socket socket, ssl::context &tls) {
  net::steady_timer timer(socket.get_executor(), 30s);
  ssl::stream<tcp::socket> stream(std::move(socket), tls);
  timer.async_wait([&](auto) { stream.next_layer().cancel(); });
  co_await stream.async_handshake(ssl::stream_base::server, use_awaitable);
}

awaitable<void> expiresFirst(beast::tcp_stream layer, ssl::context &tls) {
  beast::ssl_stream<beast::tcp_stream> stream(std::move(layer), tls);
  beast::get_lowest_layer(stream).expires_after(30s);
  co_await stream.async_handshake(ssl::stream_base::server, use_awaitable);
}

awaitable<void> layerExpiresFirst(beast::tcp_stream layer, ssl::context &tls) {
  beast::ssl_stream<beast::tcp_stream &> stream(layer, tls);
  layer.expires_after(30s);
  co_await stream.async_handshake(ssl::stream_base::server, use_awaitable);
}

// What was set on a stream goes where the stream is moved to.
awaitable<void> movedWithItsTimeout(beast::tcp_stream layer,
                                    ssl::context &tls) {
  layer.expires_after(30s);
  beast::ssl_stream<beast::tcp_stream> stream(std::move(layer), tls);
  co_await stream.async_handshake(ssl::stream_base::server, use_awaitable);
}

awaitable<void> movedAndTakenBack(beast::tcp_stream layer, ssl::context &tls) {
  layer.expires_after(30s);
  beast::ssl_stream<beast::tcp_stream> stream(std::move(layer), tls);
  beast::get_lowest_layer(stream).expires_never();
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'boost::beast::ssl_stream::async_handshake' waits
  co_await stream.async_handshake(ssl::stream_base::server, use_awaitable);
}

awaitable<void> neverExpires(beast::tcp_stream layer, ssl::context &tls) {
  beast::ssl_stream<beast::tcp_stream> stream(std::move(layer), tls);
  beast::get_lowest_layer(stream).expires_never();
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'boost::beast::ssl_stream::async_handshake' waits
  co_await stream.async_handshake(ssl::stream_base::server, use_awaitable);
  co_await stream.async_shutdown(use_awaitable);
}

} // namespace

void served(net::io_context &context, ssl::context &tls,
            tcp::acceptor &acceptor) {
  std::thread(blocks, acceptor.accept(), std::ref(tls)).detach();
  std::thread(overReference, acceptor.accept(), std::ref(tls)).detach();
  overReferenceThatOthersHave(acceptor.accept(), tls);
  closedByWatchdog(acceptor.accept(), tls);
  layerClosedByWatchdog(acceptor.accept(), tls);
  closes(acceptor.accept(), tls);
  net::co_spawn(context, awaits(acceptor.accept(), tls), net::detached);
  net::co_spawn(context, cancelledByTimer(acceptor.accept(), tls),
                net::detached);
  net::co_spawn(context,
                expiresFirst(beast::tcp_stream(acceptor.accept()), tls),
                net::detached);
  net::co_spawn(context,
                layerExpiresFirst(beast::tcp_stream(acceptor.accept()), tls),
                net::detached);
  net::co_spawn(context,
                movedWithItsTimeout(beast::tcp_stream(acceptor.accept()), tls),
                net::detached);
  net::co_spawn(context,
                movedAndTakenBack(beast::tcp_stream(acceptor.accept()), tls),
                net::detached);
  net::co_spawn(context,
                neverExpires(beast::tcp_stream(acceptor.accept()), tls),
                net::detached);
}
