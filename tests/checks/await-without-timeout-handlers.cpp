// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Asio: what member functions hand to each other, and what is bound for a
// handler: who else can reach it?
//
// FLAGS: -std=c++20 -pthread
// CUTS: 3
// RUN: %tidepool_test %s await-without-timeout %t

#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/local/stream_protocol.hpp>
#include <asio/read.hpp>
#include <asio/steady_timer.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <sys/socket.h>
#include <sys/time.h>
#include <tuple>
#include <vector>

using asio::ip::tcp;
using namespace std::placeholders;
using SocketPtr = std::shared_ptr<tcp::socket>;

char data[64];

// Each handler binds the socket for the next one, and none ends it.

class Server {
public:
  Server(asio::io_context &context, tcp::acceptor &acceptor)
      : Context(context), Acceptor(acceptor) {}

  void accept() {
    auto client = std::make_shared<tcp::socket>(Context);
    Acceptor.async_accept(*client,
                          std::bind(&Server::accepted, this, _1, client));
  }

private:
  void accepted(asio::error_code, SocketPtr client) {
    accept();
    greet(client);
  }
  void greet(SocketPtr client) {
    client->async_write_some(asio::buffer(data),
                             std::bind(&Server::greeted, this, _1, _2, client));
  }
  void greeted(asio::error_code error, std::size_t, SocketPtr client) {
    if (!error)
      wait(client);
  }
  void wait(SocketPtr client) {
    client->async_read_some(asio::buffer(data, 1),
                            std::bind(&Server::begun, this, _1, _2, client));
  }
  void begun(asio::error_code, std::size_t, SocketPtr client) {
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    asio::read(*client, asio::buffer(data));
  }

  asio::io_context &Context;
  tcp::acceptor &Acceptor;
};

// One of the handlers ends it.

class Watching {
public:
  Watching(asio::io_context &context, tcp::acceptor &acceptor)
      : Timer(context), Context(context), Acceptor(acceptor) {}

  void accept() {
    auto client = std::make_shared<tcp::socket>(Context);
    Acceptor.async_accept(*client,
                          std::bind(&Watching::accepted, this, _1, client));
  }

private:
  void accepted(asio::error_code, SocketPtr client) {
    Timer.expires_after(std::chrono::seconds(5));
    Timer.async_wait(std::bind(&Watching::expired, this, _1, client));
    client->async_read_some(asio::buffer(data, 1),
                            std::bind(&Watching::begun, this, _1, _2, client));
  }
  void expired(asio::error_code error, SocketPtr client) {
    if (!error)
      client->close();
  }
  void begun(asio::error_code, std::size_t, SocketPtr client) {
    asio::read(*client, asio::buffer(data));
  }

  asio::steady_timer Timer;
  asio::io_context &Context;
  tcp::acceptor &Acceptor;
};

// An override may keep it, and end it in time.

class Overridden {
public:
  Overridden(asio::io_context &context, tcp::acceptor &acceptor)
      : Context(context), Acceptor(acceptor) {}
  virtual ~Overridden();

  void accept() {
    auto client = std::make_shared<tcp::socket>(Context);
    Acceptor.async_accept(*client,
                          std::bind(&Overridden::accepted, this, _1, client));
  }

protected:
  virtual void serve(SocketPtr client) { (void)client->available(); }

private:
  void accepted(asio::error_code, SocketPtr client) {
    serve(client);
    asio::read(*client, asio::buffer(data));
  }

  asio::io_context &Context;
  tcp::acceptor &Acceptor;
};

// Somebody else keeps it.

std::vector<SocketPtr> all;

class Keeping {
public:
  Keeping(asio::io_context &context, tcp::acceptor &acceptor)
      : Context(context), Acceptor(acceptor) {}

  void accept() {
    auto client = std::make_shared<tcp::socket>(Context);
    Acceptor.async_accept(*client,
                          std::bind(&Keeping::accepted, this, _1, client));
  }

private:
  void accepted(asio::error_code, SocketPtr client) {
    all.push_back(client);
    begun(client);
  }
  void begun(SocketPtr client) { asio::read(*client, asio::buffer(data)); }

  asio::io_context &Context;
  tcp::acceptor &Acceptor;
};

// What keeps both gives them out again.

void takes(SocketPtr client) { asio::read(*client, asio::buffer(data)); }
auto both(asio::io_context &context) {
  return std::make_tuple(takes, std::make_shared<tcp::socket>(context));
}

// A member function is handed it, a template's too.

class Fetcher {
public:
  std::string fetch(asio::io_context &context, const tcp::endpoint &from) {
    tcp::socket socket(context);
    socket.connect(from);
    return request(socket);
  }

  std::string fetchInTime(asio::io_context &context,
                          const tcp::endpoint &from) {
    tcp::socket socket(context);
    asio::steady_timer timer(context, std::chrono::seconds(5));
    timer.async_wait([&socket](asio::error_code) { socket.close(); });
    socket.connect(from);
    return requestInTime(socket);
  }

private:
  template <class Stream> std::string request(Stream &stream) {
    std::string answer(64, ' ');
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    stream.read_some(asio::buffer(answer));
    return answer;
  }
  template <class Stream> std::string requestInTime(Stream &stream) {
    std::string answer(64, ' ');
    stream.read_some(asio::buffer(answer));
    return answer;
  }
};

// Of two sockets that a template is instantiated for, one was reported before.

class Sender {
public:
  void forAnAnswer(asio::io_context &context, const tcp::endpoint &to) {
    tcp::socket socket(context);
    socket.connect(to);
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    socket.read_some(asio::buffer(data));
    answer(socket);
    wholeAnswer(socket);
  }

  void fromANeighbour(asio::io_context &context,
                      const asio::local::stream_protocol::endpoint &to) {
    asio::local::stream_protocol::socket socket(context);
    socket.connect(to);
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'Sender::answer' waits
    answer(socket);
  }

private:
  template <class Stream> void answer(Stream &stream) {
    stream.read_some(asio::buffer(data));
  }
  template <class Stream> void wholeAnswer(Stream &stream) {
    asio::read(stream, asio::buffer(data));
  }
};

// What is bound may get its timeout later.

static void receives(int fd) {
  send(fd, data, sizeof data, 0);
  recv(fd, data, sizeof data, 0);
}
static void receivesNow(int fd) {
  send(fd, data, sizeof data, 0);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(fd, data, sizeof data, 0);
}

void boundForLater(const sockaddr *to) {
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  connect(fd, to, sizeof *to);
  auto later = std::bind(receives, fd);
  const timeval time{5, 0};
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  later();
}
void calledNow(const sockaddr *to) {
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  connect(fd, to, sizeof *to);
  receivesNow(fd);
}

// A template that nothing instantiates speaks for itself.

template <class Sink> void fetchInto(Sink &sink, const sockaddr *from) {
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  connect(fd, from, sizeof *from);
  send(fd, data, sizeof data, 0);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(fd, data, sizeof data, 0);
  sink.take(data);
}
template <class Sink> void fetchInTime(Sink &sink, const sockaddr *from) {
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  connect(fd, from, sizeof *from);
  const timeval time{5, 0};
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  send(fd, data, sizeof data, 0);
  recv(fd, data, sizeof data, 0);
  sink.take(data);
}
template <class Sink> void sinkPrepares(Sink &sink, const sockaddr *from) {
  const int fd = socket(AF_INET, SOCK_STREAM, 0);
  connect(fd, from, sizeof *from);
  sink.prepare(fd);
  send(fd, data, sizeof data, 0);
  recv(fd, data, sizeof data, 0);
}

void starts(asio::io_context &context, tcp::acceptor &acceptor) {
  Server(context, acceptor).accept();
  Watching(context, acceptor).accept();
  Overridden(context, acceptor).accept();
  Keeping(context, acceptor).accept();
  Fetcher().fetch(context, {});
  Fetcher().fetchInTime(context, {});
  Sender().forAnAnswer(context, {});
  Sender().fromANeighbour(context, {});
}
