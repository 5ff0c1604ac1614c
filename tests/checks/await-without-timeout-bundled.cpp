// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A library of the vocabulary that is built with the project: its headers are none
// of the system's. An absolute path makes them so.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++20

#include "/usr/include/hiredis/hiredis.h"
#include "/usr/include/zmq.h"

char text[64];

void optionsThatBoundNothing(void *context) {
  void *socket = zmq_socket(context, ZMQ_REQ);
  int linger = 0;
  zmq_setsockopt(socket, ZMQ_LINGER, &linger, sizeof linger);
  zmq_connect(socket, "tcp://server:5555");
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'zmq_recv' waits for a server
  zmq_recv(socket, text, sizeof text, 0);
  zmq_close(socket);
}

void timeoutAmongTheOptions(void *context) {
  void *socket = zmq_socket(context, ZMQ_REQ);
  int linger = 0, time = 5000;
  zmq_setsockopt(socket, ZMQ_LINGER, &linger, sizeof linger);
  zmq_setsockopt(socket, ZMQ_RCVTIMEO, &time, sizeof time);
  zmq_recv(socket, text, sizeof text, 0);
}

void freedAtTheEnd() {
  redisContext *redis = redisConnect("server", 6379);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'redisCommand' waits for a server
  freeReplyObject(redisCommand(redis, "PING"));
  redisFree(redis);
}

// What the project itself declares may do anything.
extern "C" void prepare(void *socket);

void handedToTheProject(void *context) {
  void *socket = zmq_socket(context, ZMQ_REQ);
  prepare(socket);
  zmq_recv(socket, text, sizeof text, 0);
}
