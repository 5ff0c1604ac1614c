// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// ZeroMQ's C API, with its real header.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++20

#include <zmq.h>

char text[64];

void asksWithNoTimeout(void *context) {
  void *socket = zmq_socket(context, ZMQ_REQ);
  zmq_connect(socket, "tcp://server:5555");
  zmq_send(socket, "?", 1, 0);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'zmq_recv' waits for a server
  zmq_recv(socket, text, sizeof text, 0);
  zmq_close(socket);
}

void asksInTime(void *context) {
  void *socket = zmq_socket(context, ZMQ_REQ);
  int time = 5000;
  zmq_setsockopt(socket, ZMQ_RCVTIMEO, &time, sizeof time);
  zmq_connect(socket, "tcp://server:5555");
  zmq_recv(socket, text, sizeof text, 0);
}

void pollsBefore(void *context) {
  void *socket = zmq_socket(context, ZMQ_REQ);
  zmq_pollitem_t one = {socket, 0, ZMQ_POLLIN, 0};
  if (zmq_poll(&one, 1, 5000) == 1)
    zmq_recv(socket, text, sizeof text, 0);
}

void pollsForever(void *context) {
  void *socket = zmq_socket(context, ZMQ_REQ);
  zmq_pollitem_t one = {socket, 0, ZMQ_POLLIN, 0};
  // CHECK: [[#@LINE+1]]: await-without-timeout[explicit-infinite] 'zmq_poll'
  zmq_poll(&one, 1, -1);
}

void takesWhatComes(void *context) {
  void *socket = zmq_socket(context, ZMQ_SUB);
  while (zmq_recv(socket, text, sizeof text, 0) >= 0) {
  }
}

void doesNotWait(void *context) {
  void *socket = zmq_socket(context, ZMQ_REQ);
  zmq_recv(socket, text, sizeof text, ZMQ_DONTWAIT);
}
