// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A connection of a POCO server that code out of view may set up.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++17

#include <Poco/Net/StreamSocket.h>
#include <Poco/Net/TCPServerConnection.h>

using Poco::Net::StreamSocket;

void configure(StreamSocket &socket);

class HandedOn : public Poco::Net::TCPServerConnection {
public:
  using TCPServerConnection::TCPServerConnection;
  void run() override {
    configure(socket());
    char buffer[256];
    socket().receiveBytes(buffer, sizeof(buffer));
  }
};
