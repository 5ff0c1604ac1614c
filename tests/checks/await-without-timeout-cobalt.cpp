// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Boost.Cobalt: coroutines that run as soon as they are called, and who can
// still end them.
//
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/boost-cobalt
// RUN: %tidepool_test %s await-without-timeout %t

#include <boost/cobalt.hpp>

// What the tests use of Boost.Asio 1.88: ip/tcp.hpp, steady_timer.hpp.
namespace boost::asio {
template <typename Protocol> struct basic_socket {
  bool is_open() const;
  void close();
};
template <typename Protocol>
struct basic_stream_socket : basic_socket<Protocol> {
  basic_stream_socket(basic_stream_socket &&);
  cobalt::any_awaitable async_read_some(char *buffer);
};
template <typename Clock> struct basic_waitable_timer {
  explicit basic_waitable_timer(int seconds);
  cobalt::any_awaitable async_wait();
};
} // namespace boost::asio

namespace cobalt = boost::cobalt;
using Socket = boost::asio::basic_stream_socket<int>;
using Timer = boost::asio::basic_waitable_timer<int>;

Socket accepted();

namespace {

char data[64];

// Kept by a group that its maker alone has.

cobalt::promise<void> echo(Socket socket) {
  while (socket.is_open())
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    co_await socket.async_read_some(data);
}

cobalt::promise<void> serves(cobalt::wait_group &workers) {
  while (true)
    if (workers.size() == 10u)
      co_await workers.wait_one();
    else
      workers.push_back(echo(accepted()));
}

cobalt::promise<void> session(Socket socket) {
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await socket.async_read_some(data);
}

// Others have the group, too.

cobalt::promise<void> sharedSession(Socket socket) {
  co_await socket.async_read_some(data);
}
cobalt::promise<void> servesForOthers(cobalt::wait_group &workers) {
  workers.push_back(sharedSession(accepted()));
  co_return;
}
void others(cobalt::wait_group &workers) { servesForOthers(workers); }

// The group is ended.

cobalt::promise<void> endedSession(Socket socket) {
  co_await socket.async_read_some(data);
}
cobalt::promise<void> endsItsSessions(cobalt::wait_group &workers) {
  workers.push_back(endedSession(accepted()));
  Timer timer(5);
  co_await timer.async_wait();
  workers.cancel();
}

// Awaited by the program's first coroutine, beside what is in view.

cobalt::promise<void> connects(Socket &socket) {
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await socket.async_read_some(data);
}
cobalt::promise<void> client() {
  Socket socket = accepted();
  co_await connects(socket);
  // The same socket.
  co_await socket.async_read_some(data);
}

cobalt::promise<void> boundedClient() {
  Socket socket = accepted();
  co_await socket.async_read_some(data);
}
cobalt::promise<void> throwsInTime() {
  Timer timer(5);
  co_await timer.async_wait();
  throw 1;
}

cobalt::promise<void> closesInTime(Socket &socket) {
  Timer timer(5);
  co_await timer.async_wait();
  socket.close();
}
cobalt::promise<void> watched() {
  Socket socket = accepted();
  // It runs already.
  auto watchdog = closesInTime(socket);
  co_await socket.async_read_some(data);
}

cobalt::promise<void> keptInALocal() {
  Socket socket = accepted();
  co_await socket.async_read_some(data);
}
cobalt::detached keeps() {
  cobalt::wait_group group;
  group.push_back(keptInALocal());
  Timer timer(5);
  co_await timer.async_wait();
}

// Nobody holds it.
cobalt::detached runsByItself(Socket socket) {
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  co_await socket.async_read_some(data);
}

} // namespace

cobalt::promise<void> forOtherUnits(Socket socket) {
  co_await socket.async_read_some(data);
}

cobalt::main co_main(int, char **) {
  co_await cobalt::with(cobalt::wait_group(), &serves);
  co_await cobalt::with(cobalt::wait_group(), &endsItsSessions);
  co_await watched();
  co_await cobalt::join(
      client(),
      cobalt::with(cobalt::wait_group(),
                   [&](cobalt::wait_group &sessions) -> cobalt::promise<void> {
                     sessions.push_back(session(accepted()));
                     co_return;
                   }));
  co_await cobalt::join(boundedClient(), throwsInTime());
  co_return;
}
