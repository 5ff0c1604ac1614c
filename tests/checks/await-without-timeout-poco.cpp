// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// POCO: its sockets wait for ever unless they are told otherwise.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++17

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Net/TCPServerConnection.h>
#include <Poco/Timespan.h>

using Poco::Net::Socket;
using Poco::Net::SocketAddress;
using Poco::Net::StreamSocket;

void client(const SocketAddress &address) {
  char buffer[256];
  StreamSocket socket(address);
  socket.sendBytes("hello", 5);
  socket.receiveBytes(buffer, sizeof(buffer));
  // CHECK: [[#@LINE-1]]: await-without-timeout[no-deadline] 'Poco::Net::StreamSocket::receiveBytes' waits for the network
}

void connectedLater(const SocketAddress &address) {
  char buffer[256];
  StreamSocket socket;
  socket.connect(address, Poco::Timespan(5, 0));
  socket.sendBytes("hello", 5);
  socket.receiveBytes(buffer, sizeof(buffer));
  // CHECK: [[#@LINE-1]]: await-without-timeout[no-deadline]
}

void withTimeout(const SocketAddress &address) {
  char buffer[256];
  StreamSocket socket(address);
  socket.setReceiveTimeout(Poco::Timespan(5, 0));
  socket.sendBytes("hello", 5);
  socket.receiveBytes(buffer, sizeof(buffer));
}

void polledBefore(const SocketAddress &address) {
  char buffer[256];
  StreamSocket socket(address);
  socket.sendBytes("hello", 5);
  if (socket.poll(Poco::Timespan(5, 0), Socket::SELECT_READ))
    socket.receiveBytes(buffer, sizeof(buffer));
}

void withItsOwnTimeout(const SocketAddress &address) {
  Poco::Buffer<char> buffer(256);
  StreamSocket socket(address);
  socket.receiveBytes(buffer, 0, Poco::Timespan(5, 0));
}

void ofTheCaller(StreamSocket &socket) {
  char buffer[256];
  socket.receiveBytes(buffer, sizeof(buffer));
}

void accepted(Poco::Net::ServerSocket &server) {
  char buffer[256];
  StreamSocket client = server.acceptConnection();
  client.receiveBytes(buffer, sizeof(buffer));
  // CHECK: [[#@LINE-1]]: await-without-timeout[no-deadline] {{.*}}waits for a client
}

class Connection : public Poco::Net::TCPServerConnection {
public:
  using TCPServerConnection::TCPServerConnection;
  void run() override {
    char buffer[256];
    StreamSocket &client = socket();
    // Who made it may have set a timeout.
    client.receiveBytes(buffer, sizeof(buffer));
  }
};
