// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Asio: what a coroutine or fibre awaits, and what else may end that.
//
// FLAGS: -std=c++20 -DASIO_HAS_CO_AWAIT=1
// CUTS: 3
// RUN: %tidepool_test %s await-without-timeout %t

#include <asio/bind_cancellation_slot.hpp>
#include <asio/cancellation_signal.hpp>
#include <asio/co_spawn.hpp>
#include <asio/connect.hpp>
#include <asio/detached.hpp>
#include <asio/experimental/as_tuple.hpp>
#include <asio/experimental/awaitable_operators.hpp>
#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/ip/udp.hpp>
#include <asio/read.hpp>
#include <asio/read_until.hpp>
#include <asio/spawn.hpp>
#include <asio/steady_timer.hpp>
#include <asio/use_awaitable.hpp>
#include <asio/write.hpp>
#include <chrono>
#include <string>

using asio::awaitable;
using asio::co_spawn;
using asio::detached;
using asio::use_awaitable;
using asio::ip::tcp;
using namespace std::chrono_literals;
using namespace asio::experimental::awaitable_operators;

namespace {

// Started here, with nothing that would end it.

awaitable<void> plain(tcp::socket socket) {
  char data[64];
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await socket.async_read_some(asio::buffer(data), use_awaitable);
}

awaitable<void> freeFunctions(tcp::socket socket) {
  std::string line;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await asio::async_read_until(socket, asio::dynamic_buffer(line), '\n',
                                  use_awaitable);
  // One finding a socket: who mends the first sees the others.
  co_await asio::async_write(socket, asio::buffer(line), use_awaitable);
}

awaitable<void> connectsOutwards(std::string host) {
  auto executor = co_await asio::this_coro::executor;
  tcp::resolver resolver(executor);
  tcp::socket socket(executor);
  // The resolver gives up by itself, as getaddrinfo does, and the kernel gives
  // up a connect.
  auto endpoints = co_await resolver.async_resolve(host, "80", use_awaitable);
  co_await asio::async_connect(socket, endpoints, use_awaitable);
  char data[64];
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await socket.async_read_some(asio::buffer(data), use_awaitable);
  socket.close();
}

// as_tuple changes how errors come, not when.
awaitable<void> tupleIsNoDeadline(tcp::socket socket) {
  char data[64];
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  auto [error, size] = co_await socket.async_read_some(
      asio::buffer(data), asio::experimental::as_tuple(use_awaitable));
  (void)error;
  (void)size;
}

// Two operations may both take for ever.
awaitable<void> raceOfTwoReads(tcp::socket left, tcp::socket right) {
  char one[64], two[64];
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await (left.async_read_some(asio::buffer(one), use_awaitable) ||
            // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
            right.async_read_some(asio::buffer(two), use_awaitable));
}

// The innermost wait is the finding, never the await of it.

awaitable<std::string> readLine(tcp::socket &socket) {
  std::string line;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await asio::async_read_until(socket, asio::dynamic_buffer(line), '\n',
                                  use_awaitable);
  co_return line;
}

awaitable<void> readsThroughAHelper(tcp::socket socket) {
  std::string line = co_await readLine(socket);
}

void starts(asio::io_context &context) {
  co_spawn(context, plain(tcp::socket(context)), detached);
  co_spawn(context, freeFunctions(tcp::socket(context)), detached);
  co_spawn(context, connectsOutwards("example.org"), detached);
  co_spawn(context, tupleIsNoDeadline(tcp::socket(context)), detached);
  co_spawn(context, raceOfTwoReads(tcp::socket(context), tcp::socket(context)),
           detached);
  co_spawn(context, readsThroughAHelper(tcp::socket(context)), detached);
}

// A lambda, started where it stands.
void startsALambda(asio::io_context &context) {
  co_spawn(
      context,
      [&context]() -> awaitable<void> {
        tcp::socket socket(context);
        char data[64];
        // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
        co_await asio::async_read(socket, asio::buffer(data), use_awaitable);
      },
      detached);
}

// A fibre.
void startsAFibre(asio::io_context &context) {
  asio::spawn(context, [&context](asio::yield_context yield) {
    tcp::socket socket(context);
    char data[64];
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] {{.*}} coroutine
    socket.async_read_some(asio::buffer(data), yield);
  });
}

void startsAFibreWithATimer(asio::io_context &context) {
  asio::spawn(context, [&context](asio::yield_context yield) {
    tcp::socket socket(context);
    asio::steady_timer timer(context, 5s);
    timer.async_wait([&](asio::error_code) { socket.close(); });
    char data[64];
    socket.async_read_some(asio::buffer(data), yield);
  });
}

// What blocks has no timed form at all.

void blocks(asio::io_context &context) {
  tcp::socket socket(context);
  asio::connect(socket, tcp::resolver(context).resolve("example.org", "80"));
  char data[64];
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] {{.*}} thread
  asio::read(socket, asio::buffer(data));
}

// The system's own timeout does not reach it: it polls until there is data.
void socketOptionIsNoDeadline(asio::io_context &context) {
  tcp::socket socket(context, tcp::v4());
  timeval time = {5, 0};
  setsockopt(socket.native_handle(), SOL_SOCKET, SO_RCVTIMEO, &time,
             sizeof time);
  char data[64];
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  socket.read_some(asio::buffer(data));
}

void serves(tcp::socket client) {
  std::string line;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  asio::read_until(client, asio::dynamic_buffer(line), '\n');
}

// A server's loop waits for its clients by design.
void answersDatagrams(asio::io_context &context) {
  asio::ip::udp::socket socket(context,
                               asio::ip::udp::endpoint(asio::ip::udp::v4(), 7));
  for (;;) {
    char data[64];
    asio::ip::udp::endpoint sender;
    std::size_t size = socket.receive_from(asio::buffer(data), sender);
    socket.send_to(asio::buffer(data, size), sender);
  }
}

void blocksNot(asio::io_context &context) {
  tcp::socket socket(context, tcp::v4());
  socket.non_blocking(true);
  char data[64];
  asio::error_code error;
  socket.read_some(asio::buffer(data), error);
}

void readsWhatIsThere(asio::io_context &context) {
  tcp::socket socket(context, tcp::v4());
  char data[64];
  if (socket.available() >= sizeof data)
    socket.read_some(asio::buffer(data));
}

void asynchronousWithHandlers(tcp::socket &socket) {
  static char data[64];
  socket.async_read_some(asio::buffer(data),
                         [](asio::error_code, std::size_t) {});
}

// The accept itself waits by design, and so does a timer.
awaitable<void> listener(tcp::acceptor acceptor) {
  asio::steady_timer pause(acceptor.get_executor());
  for (;;) {
    tcp::socket client = co_await acceptor.async_accept(use_awaitable);
    co_spawn(acceptor.get_executor(), plain(std::move(client)), detached);
    pause.expires_after(1ms);
    co_await pause.async_wait(use_awaitable);
  }
}

void listens(asio::io_context &context) {
  co_spawn(context,
           listener(tcp::acceptor(context, tcp::endpoint(tcp::v4(), 7))),
           detached);
}

// Bounded at the wait.

awaitable<void> racedByATimer(tcp::socket socket) {
  asio::steady_timer timer(socket.get_executor(), 5s);
  char data[64];
  co_await (socket.async_read_some(asio::buffer(data), use_awaitable) ||
            timer.async_wait(use_awaitable));
}

awaitable<void> wait(std::chrono::steady_clock::duration time) {
  asio::steady_timer timer(co_await asio::this_coro::executor, time);
  co_await timer.async_wait(use_awaitable);
}

awaitable<void> racedByACoroutineWithATimer(tcp::socket socket) {
  char data[64];
  co_await (socket.async_read_some(asio::buffer(data), use_awaitable) ||
            wait(5s));
}

awaitable<void> cancelledThroughASlot(tcp::socket socket,
                                      asio::cancellation_slot slot) {
  char data[64];
  co_await socket.async_read_some(
      asio::buffer(data), asio::bind_cancellation_slot(slot, use_awaitable));
}

awaitable<void> closedByATimersHandler(tcp::socket socket) {
  asio::steady_timer timer(socket.get_executor(), 5s);
  timer.async_wait([&socket](asio::error_code error) {
    if (!error)
      socket.cancel();
  });
  char data[64];
  co_await socket.async_read_some(asio::buffer(data), use_awaitable);
}

awaitable<void> closesInTime(tcp::socket &socket) {
  asio::steady_timer timer(socket.get_executor(), 5s);
  co_await timer.async_wait(use_awaitable);
  socket.close();
}

awaitable<void> closedByAWatchdog(tcp::socket socket) {
  co_spawn(socket.get_executor(), closesInTime(socket), detached);
  char data[64];
  co_await socket.async_read_some(asio::buffer(data), use_awaitable);
}

void startsBounded(asio::io_context &context, asio::cancellation_slot slot) {
  co_spawn(context, racedByATimer(tcp::socket(context)), detached);
  co_spawn(context, racedByACoroutineWithATimer(tcp::socket(context)),
           detached);
  co_spawn(context, cancelledThroughASlot(tcp::socket(context), slot),
           detached);
  co_spawn(context, closedByATimersHandler(tcp::socket(context)), detached);
  co_spawn(context, closedByAWatchdog(tcp::socket(context)), detached);
}

// Bounded by who awaits or starts it.

awaitable<void> racedByItsCaller(tcp::socket socket) {
  char data[64];
  co_await socket.async_read_some(asio::buffer(data), use_awaitable);
}

awaitable<void> races(tcp::socket socket) {
  co_await (racedByItsCaller(std::move(socket)) || wait(5s));
}

awaitable<void> deep(tcp::socket socket) {
  char data[64];
  co_await socket.async_read_some(asio::buffer(data), use_awaitable);
}
awaitable<void> deeper(tcp::socket socket) { co_await deep(std::move(socket)); }
awaitable<void> racesThreeCallsUpTheChain(tcp::socket socket) {
  co_await (deeper(std::move(socket)) || wait(5s));
}

awaitable<void> cancelledByItsStarter(tcp::socket socket) {
  char data[64];
  co_await socket.async_read_some(asio::buffer(data), use_awaitable);
}

awaitable<void> runForATime(tcp::socket socket) {
  char data[64];
  co_await socket.async_read_some(asio::buffer(data), use_awaitable);
}

void startsWithBounds(asio::io_context &context, asio::cancellation_slot slot) {
  co_spawn(context, races(tcp::socket(context)), detached);
  co_spawn(context, racesThreeCallsUpTheChain(tcp::socket(context)), detached);
  co_spawn(context, cancelledByItsStarter(tcp::socket(context)),
           asio::bind_cancellation_slot(slot, detached));
}

void runs(asio::io_context &context) {
  co_spawn(context, runForATime(tcp::socket(context)), detached);
  context.run_for(5s);
}

// What others hold, they may close (more in await-without-timeout-holders.cpp).

class Session {
public:
  awaitable<void> read() {
    char data[64];
    co_await Socket.async_read_some(asio::buffer(data), use_awaitable);
  }
  tcp::socket Socket;
};

void keep(tcp::socket &socket);

awaitable<void> handedToCodeOutOfView(tcp::socket socket) {
  keep(socket);
  char data[64];
  co_await socket.async_read_some(asio::buffer(data), use_awaitable);
}

void startsShared(asio::io_context &context, Session &session) {
  co_spawn(context, session.read(), detached);
  co_spawn(context, handedToCodeOutOfView(tcp::socket(context)), detached);
}

} // namespace

// Other units may bound it.
awaitable<void> calledByOtherUnits(tcp::socket socket) {
  char data[64];
  co_await socket.async_read_some(asio::buffer(data), use_awaitable);
}

awaitable<void> bounds(awaitable<void> work);

namespace {
awaitable<void> handedToABoundingHelper(tcp::socket socket) {
  char data[64];
  co_await socket.async_read_some(asio::buffer(data), use_awaitable);
}

void startsThroughAHelper(asio::io_context &context) {
  co_spawn(context, bounds(handedToABoundingHelper(tcp::socket(context))),
           detached);
}
} // namespace
