// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Asio: who else can reach what is waited on, through a smart pointer or an
// object that keeps a reference.
//
// FLAGS: -std=c++20 -DASIO_HAS_CO_AWAIT=1 -pthread
// CUTS: 3
// RUN: %tidepool_test %s await-without-timeout %t

#include <asio/co_spawn.hpp>
#include <asio/detached.hpp>
#include <asio/experimental/awaitable_operators.hpp>
#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/posix/stream_descriptor.hpp>
#include <asio/read.hpp>
#include <asio/steady_timer.hpp>
#include <asio/use_awaitable.hpp>
#include <asio/write.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <thread>
#include <unistd.h>
#include <vector>

using asio::awaitable;
using asio::co_spawn;
using asio::detached;
using asio::use_awaitable;
using asio::ip::tcp;
using namespace std::chrono_literals;
using namespace asio::experimental::awaitable_operators;
using SocketPtr = std::shared_ptr<tcp::socket>;

namespace {

char data[64];

// All holders are in view, and none ends it.

void session(SocketPtr socket) {
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  while (socket->read_some(asio::buffer(data)) > 0)
    asio::write(*socket, asio::buffer(data));
}

void sessionBound(SocketPtr socket) {
  if (!socket)
    return;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  asio::read(*socket, asio::buffer(data));
}

awaitable<void> sessionAwaited(SocketPtr socket) {
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await socket->async_read_some(asio::buffer(data), use_awaitable);
}

void accepts(asio::io_context &context, tcp::acceptor &acceptor) {
  for (;;) {
    SocketPtr socket(new tcp::socket(context));
    acceptor.accept(*socket);
    std::thread(session, socket).detach();
    auto other = std::make_shared<tcp::socket>(context);
    std::thread(std::bind(&sessionBound, other)).detach();
    auto third = std::make_shared<tcp::socket>(context);
    co_spawn(context, sessionAwaited(third), detached);
  }
}

void ownedByAUniquePointer(asio::io_context &context) {
  auto socket = std::make_unique<tcp::socket>(context);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  socket->read_some(asio::buffer(data));
}

// A holder ends it.

void watched(SocketPtr socket) { socket->read_some(asio::buffer(data)); }
void watches(SocketPtr socket) {
  std::this_thread::sleep_for(5s);
  socket->close();
}

void watchedByAnother(asio::io_context &context) {
  auto socket = std::make_shared<tcp::socket>(context);
  std::thread(watched, socket).detach();
  std::thread(watches, socket).detach();
}

void endedByItsStarter(SocketPtr socket) {
  socket->read_some(asio::buffer(data));
}
void endsIt(asio::io_context &context) {
  auto socket = std::make_shared<tcp::socket>(context);
  std::thread(endedByItsStarter, socket).detach();
  std::this_thread::sleep_for(5s);
  socket->close();
}

void endedByATimer(asio::io_context &context) {
  auto socket = std::make_shared<tcp::socket>(context);
  asio::steady_timer timer(context, 5s);
  timer.async_wait([socket](asio::error_code) { socket->close(); });
  socket->read_some(asio::buffer(data));
}

void endedByATimerWithACopy(asio::io_context &context) {
  auto socket = std::make_shared<tcp::socket>(context);
  asio::steady_timer timer(context, 5s);
  timer.async_wait([copy = socket](asio::error_code) { copy->close(); });
  socket->read_some(asio::buffer(data));
}

// Others may hold it.

std::vector<SocketPtr> all;
void heldInAContainer(asio::io_context &context) {
  auto socket = std::make_shared<tcp::socket>(context);
  all.push_back(socket);
  socket->read_some(asio::buffer(data));
}

void keep(SocketPtr socket);
void heldOutOfView(asio::io_context &context) {
  auto socket = std::make_shared<tcp::socket>(context);
  keep(socket);
  socket->read_some(asio::buffer(data));
}

SocketPtr make();
void madeOutOfView() {
  SocketPtr socket = make();
  socket->read_some(asio::buffer(data));
}

SocketPtr handedOut(asio::io_context &context) {
  auto socket = std::make_shared<tcp::socket>(context);
  socket->read_some(asio::buffer(data));
  return socket;
}

void ofADescriptor(asio::io_context &context) {
  auto input =
      std::make_shared<asio::posix::stream_descriptor>(context, dup(0));
  asio::read(*input, asio::buffer(data));
}

void byItsAddress(asio::io_context &context) {
  auto socket = std::make_unique<tcp::socket>(context);
  std::unique_ptr<tcp::socket> *address = &socket;
  (void)address;
  socket->read_some(asio::buffer(data));
}

// An object keeps a reference.

class Sender {
public:
  Sender(tcp::socket &socket, bool &done) : Socket(socket), Done(done) {}
  void send() {
    asio::write(Socket, asio::buffer(data));
    Done = true;
  }

private:
  tcp::socket &Socket;
  bool &Done;
};

void answersThroughAnObject(tcp::socket client) {
  bool done = false;
  Sender sender{client, done};
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  asio::read(client, asio::buffer(data));
  sender.send();
}

class Closer {
public:
  Closer(tcp::socket &socket, int) : Socket(socket) {}
  void operator()() { Socket.close(); }

private:
  tcp::socket &Socket;
};

void closedThroughAnObject(tcp::socket client) {
  std::thread(Closer{client, 5}).detach();
  asio::read(client, asio::buffer(data));
}

struct Pair {
  Pair(tcp::socket &socket, int);
};
void keptByAnObjectOutOfView(tcp::socket client) {
  Pair pair{client, 5};
  asio::read(client, asio::buffer(data));
}

// What is started only after the wait cannot end it.

awaitable<void> closesInTime(tcp::socket &socket) {
  asio::steady_timer timer(socket.get_executor(), 5s);
  co_await timer.async_wait(use_awaitable);
  socket.close();
}

awaitable<void> watchedTooLate(tcp::socket socket) {
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await asio::async_read(socket, asio::buffer(data), use_awaitable);
  co_spawn(socket.get_executor(), closesInTime(socket), detached);
}

awaitable<void> watchedInTheNextTurn(tcp::socket socket) {
  for (;;) {
    co_await asio::async_read(socket, asio::buffer(data), use_awaitable);
    co_spawn(socket.get_executor(), closesInTime(socket), detached);
  }
}

// Both are waited for: the one ends the other when it throws.

awaitable<void> reads(tcp::socket &socket) {
  co_await asio::async_read(socket, asio::buffer(data), use_awaitable);
}
awaitable<void> throwsInTime() {
  asio::steady_timer timer(co_await asio::this_coro::executor, 5s);
  co_await timer.async_wait(use_awaitable);
  throw 1;
}
awaitable<void> gathersWithATimer(tcp::socket socket) {
  co_await (reads(socket) && throwsInTime());
}

awaitable<void> readsOne(tcp::socket &socket) {
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await asio::async_read(socket, asio::buffer(data), use_awaitable);
}
awaitable<void> gathersTwo(tcp::socket one, tcp::socket other) {
  co_await (readsOne(one) && readsOne(other));
}

// A few bytes that are written there.

awaitable<void> greets(tcp::socket socket) {
  co_await asio::async_write(socket, asio::buffer("hello\r\n", 7),
                             use_awaitable);
}

awaitable<void> greetsEachClient(tcp::acceptor acceptor) {
  for (;;) {
    tcp::socket socket = co_await acceptor.async_accept(use_awaitable);
    co_await asio::async_write(socket, asio::buffer("hello\r\n", 7),
                               use_awaitable);
  }
}

awaitable<void> greetsAgainAndAgain(tcp::socket socket) {
  for (;;)
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    co_await asio::async_write(socket, asio::buffer("hello\r\n", 7),
                               use_awaitable);
}

awaitable<void> sendsAnything(tcp::socket socket, std::string text) {
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await asio::async_write(socket, asio::buffer(text), use_awaitable);
}

void starts(asio::io_context &context) {
  co_spawn(context, watchedTooLate(tcp::socket(context)), detached);
  co_spawn(context, watchedInTheNextTurn(tcp::socket(context)), detached);
  co_spawn(context, gathersWithATimer(tcp::socket(context)), detached);
  co_spawn(context, gathersTwo(tcp::socket(context), tcp::socket(context)),
           detached);
  co_spawn(context, greets(tcp::socket(context)), detached);
  co_spawn(context, greetsEachClient(tcp::acceptor(context)), detached);
  co_spawn(context, greetsAgainAndAgain(tcp::socket(context)), detached);
  co_spawn(context, sendsAnything(tcp::socket(context), ""), detached);
}

} // namespace
