// Every entry of zeromq.yaml.
// REQUIRES: tidepool, zeromq
// RUN: %tidepool vocab %s --cover zeromq -- %headers -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <zmq.h>

void asks(void *context, int any) {
  void *request = zmq_socket(context, ZMQ_REQ);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: zmq_socket: handle(remote)
  void *feed = zmq_socket(context, ZMQ_SUB);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: zmq_socket: handle(clients)
  int time = 5000;
  zmq_setsockopt(request, ZMQ_RCVTIMEO, &time, sizeof time);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: zmq_setsockopt: deadline(on argument 0)
  zmq_setsockopt(request, any, &time, sizeof time);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: zmq_setsockopt: deadline(perhaps, on argument 0)
  zmq_setsockopt(request, ZMQ_LINGER, &time, sizeof time);
  char text[16];
  zmq_msg_t message;
  zmq_recv(request, text, sizeof text, ZMQ_DONTWAIT);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: zmq_recv: io
  zmq_recv(request, text, sizeof text, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: zmq_recv: blocking(net), io(waits for server, on argument 0)
  zmq_msg_recv(&message, feed, ZMQ_DONTWAIT);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: zmq_msg_recv: io
  zmq_msg_recv(&message, feed, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: zmq_msg_recv: blocking(net), io(waits for server, on argument 1)
  zmq_pollitem_t one = {request, 0, ZMQ_POLLIN, 0};
  zmq_poll(&one, 1, 1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: zmq_poll: blocking(net), io(waits for server, on argument 0), deadline(ready, on argument 0, time 2)
}
