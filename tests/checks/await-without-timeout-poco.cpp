// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// POCO: its sockets wait for ever unless they are told otherwise.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++17

#include <Poco/Net/MailMessage.h>
#include <Poco/Net/POP3ClientSession.h>
#include <Poco/Net/SMTPClientSession.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketStream.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Net/TCPServerConnection.h>
#include <Poco/StreamCopier.h>
#include <Poco/Timespan.h>
#include <fstream>
#include <iostream>
#include <string>

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
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] {{.*}}waits for a client
    client.receiveBytes(buffer, sizeof(buffer));
  }
};

class DirectConnection : public Poco::Net::TCPServerConnection {
public:
  using TCPServerConnection::TCPServerConnection;
  void run() override {
    char buffer[256];
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] {{.*}}waits for a client
    socket().receiveBytes(buffer, sizeof(buffer));
  }
};

void overAStream(const SocketAddress &address) {
  StreamSocket socket(address);
  Poco::Net::SocketStream stream(socket);
  stream << "DEFINE " << 1 << std::flush;
  socket.shutdownSend();
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'Poco::StreamCopier::copyStream' waits for the network
  Poco::StreamCopier::copyStream(stream, std::cout);
}

void overAPatientStream(const SocketAddress &address) {
  StreamSocket socket(address);
  socket.setReceiveTimeout(Poco::Timespan(5, 0));
  Poco::Net::SocketStream stream(socket);
  stream << "QUIT" << std::flush;
  Poco::StreamCopier::copyStream(stream, std::cout);
}

void ofAFile(const char *name) {
  std::ifstream stream(name);
  Poco::StreamCopier::copyStream(stream, std::cout);
}

void mail(const std::string &relay, const Poco::Net::MailMessage &message) {
  Poco::Net::SMTPClientSession session(relay);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'Poco::Net::SMTPClientSession::login' waits for a server
  session.login();
  session.sendMessage(message);
}

void patientMail(const std::string &relay,
                 const Poco::Net::MailMessage &message) {
  Poco::Net::SMTPClientSession session(relay);
  session.setTimeout(Poco::Timespan(30, 0));
  session.login();
  session.sendMessage(message);
}

int letters(const std::string &host) {
  Poco::Net::POP3ClientSession session(host);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'Poco::Net::POP3ClientSession::login' waits for a server
  session.login("me", "secret");
  return session.messageCount();
}

int lettersInTime(const std::string &host) {
  StreamSocket socket(SocketAddress(host, 110));
  socket.setReceiveTimeout(Poco::Timespan(30, 0));
  Poco::Net::POP3ClientSession session(socket);
  return session.messageCount();
}
