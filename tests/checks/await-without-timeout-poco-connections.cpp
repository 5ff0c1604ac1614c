// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// POCO's connections of a server, of which something else may bound the wait.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++17

#include <Poco/Net/StreamSocket.h>
#include <Poco/Net/TCPServerConnection.h>
#include <Poco/Timespan.h>

using Poco::Net::StreamSocket;

class Patient : public Poco::Net::TCPServerConnection {
public:
  Patient(const StreamSocket &client) : TCPServerConnection(client) {
    socket().setReceiveTimeout(Poco::Timespan(5, 0));
  }
  void run() override {
    char buffer[256];
    StreamSocket &client = socket();
    client.receiveBytes(buffer, sizeof(buffer));
    socket().receiveBytes(buffer, sizeof(buffer));
  }
};
