// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A wait in time for the first byte, and none for the rest: whoever else may see
// the descriptor.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++20 -I %S/Inputs

#include "links.h"
#include <cerrno>
#include <poll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/time.h>

long Link::all(char *into, unsigned long size, int patience) {
  pollfd one = {socket, POLLIN, 0};
  if (poll(&one, 1, patience) != 1)
    return -1;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'recv' waits for the network with no timeout
  return recv(socket, into, size, MSG_WAITALL);
}

long Link::allByItsParts(char *into, unsigned long size, int patience) {
  pollfd one = {watched.fd, POLLIN, 0};
  if (patience >= 0 && poll(&one, 1, patience) != 1)
    return -1;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  return recv(watched.fd, into, size, MSG_WAITALL);
}

long Link::allInALoop(char *into, unsigned long size, int patience) {
  fd_set readable;
  FD_ZERO(&readable);
  FD_SET(socket, &readable);
  timeval time = {patience, 0};
  if (select(socket + 1, &readable, nullptr, nullptr, &time) != 1)
    return -1;
  unsigned long had = 0;
  while (had < size) {
    // The member's first wait that is not in time is the one that is reported.
    long more = recv(socket, into + had, size - had, 0);
    if (more <= 0)
      return -1;
    had += more;
  }
  return had;
}

long allFromTheCaller(int fd, char *into, unsigned long size) {
  pollfd one = {fd, POLLIN, 0};
  if (poll(&one, 1, 5000) != 1)
    return -1;
  unsigned long had = 0;
  while (had < size) {
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    long more = recv(fd, into + had, size - had, 0);
    if (more <= 0)
      return -1;
    had += more;
  }
  return had;
}

long Link::whatHasCome(char *into, unsigned long size, int patience) {
  pollfd one = {other, POLLIN, 0};
  return poll(&one, 1, patience) == 1 ? recv(other, into, size, 0) : -1;
}

long Link::eachInTime(char *into, unsigned long size, int patience) {
  unsigned long had = 0;
  while (had < size) {
    pollfd one = {other, POLLIN, 0};
    if (poll(&one, 1, patience) != 1)
      return -1;
    long more = recv(other, into + had, size - had, 0);
    if (more <= 0)
      return -1;
    had += more;
  }
  return had;
}

// Such a descriptor does not block.
long Link::untilThereIsNoMore(char *into, unsigned long size, int patience) {
  pollfd one = {other, POLLIN, 0};
  if (poll(&one, 1, patience) != 1)
    return -1;
  unsigned long had = 0;
  while (had < size) {
    long more = recv(other, into + had, size - had, 0);
    if (more < 0 && errno == EAGAIN)
      break;
    if (more <= 0)
      return -1;
    had += more;
  }
  return had;
}

long Link::otherDescriptor(char *into, unsigned long size, int patience) {
  pollfd one = {socket, POLLIN, 0};
  if (poll(&one, 1, patience) != 1)
    return -1;
  return recv(other, into, size, MSG_WAITALL);
}

// The descriptor of which other files say how long it waits.
long Link::forEver(char *into, unsigned long size) {
  pollfd one = {other, POLLIN, 0};
  poll(&one, 1, -1);
  return recv(other, into, size, MSG_WAITALL);
}

void Patient::begin(int seconds) {
  timeval time = {seconds, 0};
  setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
}

long Patient::all(char *into, unsigned long size, int patience) {
  pollfd one = {handle, POLLIN, 0};
  if (poll(&one, 1, patience) != 1)
    return -1;
  return recv(handle, into, size, MSG_WAITALL);
}
