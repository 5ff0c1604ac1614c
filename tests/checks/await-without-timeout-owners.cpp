// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sockets that objects own, copies of descriptors, and waits before that bound
// no more than the first part of what is read.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++20 -pthread

#include <cerrno>
#include <netdb.h>
#include <poll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <thread>
#include <unistd.h>

char text[64];
const sockaddr *server();

// A class of this file, and what it gives out.

class Connection {
public:
  explicit Connection(int given) : fd(given) {}
  Connection(Connection &&other) : fd(other.fd) { other.fd = -1; }
  ~Connection() {
    if (fd != -1)
      close(fd);
  }
  int handle() const { return fd; }

private:
  int fd;
};

static void serve(Connection &&client) {
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'recv' waits for a client
  recv(client.handle(), text, sizeof text, 0);
}

void servesInThreads(int listener) {
  while (true) {
    int fd = accept(listener, nullptr, nullptr);
    Connection client(fd);
    std::thread(serve, std::move(client)).detach();
  }
}

class PatientConnection {
public:
  explicit PatientConnection(int given) : fd(given) {
    timeval time = {5, 0};
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  }
  int handle() const { return fd; }

private:
  int fd;
};

void servesPatiently(int listener) {
  PatientConnection client(accept(listener, nullptr, nullptr));
  recv(client.handle(), text, sizeof text, 0);
}

class BoundedOutside {
public:
  explicit BoundedOutside(int given) : fd(given) {}
  int handle() const { return fd; }

private:
  int fd;
};

static void makePatient(const BoundedOutside &client) {
  timeval time = {5, 0};
  setsockopt(client.handle(), SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
}

void servesBoundedOutside(int listener) {
  BoundedOutside client(accept(listener, nullptr, nullptr));
  makePatient(client);
  recv(client.handle(), text, sizeof text, 0);
}

class SetBefore {
public:
  explicit SetBefore(int given) : fd(given) {}
  int handle() const { return fd; }

private:
  int fd;
};

void setBeforeItIsOwned(int listener) {
  int fd = accept(listener, nullptr, nullptr);
  timeval time = {5, 0};
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  SetBefore client(fd);
  recv(client.handle(), text, sizeof text, 0);
}

void unseen(int fd);
class HandedOn {
public:
  explicit HandedOn(int given) : fd(given) {}
  int handle() const { return fd; }

private:
  int fd;
};

void handsOn(int listener) {
  HandedOn client(accept(listener, nullptr, nullptr));
  unseen(client.handle());
  recv(client.handle(), text, sizeof text, 0);
}

class MadeElsewhere {
public:
  explicit MadeElsewhere(int given) : fd(given) {}
  int handle() const { return fd; }

private:
  int fd;
};

void madeElsewhere(int fd) {
  MadeElsewhere client(fd);
  recv(client.handle(), text, sizeof text, 0);
}

// A copy of a descriptor.

static int connection = socket(AF_INET, SOCK_STREAM, 0);
void throughACopy() {
  int fd = connection;
  send(fd, "?", 1, 0);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(fd, text, sizeof text, 0);
}

static int patient = socket(AF_INET, SOCK_STREAM, 0);
void throughACopyOfAPatientOne() {
  timeval time = {5, 0};
  setsockopt(patient, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  int fd = patient;
  send(fd, "?", 1, 0);
  recv(fd, text, sizeof text, 0);
}

extern int shared;
void throughACopyOfWhatOthersHave() {
  int fd = shared;
  send(fd, "?", 1, 0);
  recv(fd, text, sizeof text, 0);
}

// What getaddrinfo gives has no flags; a variable may.

void dials(const addrinfo *found) {
  int fd = socket(found->ai_family, found->ai_socktype, found->ai_protocol);
  connect(fd, found->ai_addr, found->ai_addrlen);
  send(fd, "?", 1, 0);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(fd, text, sizeof text, 0);
}

void dialsAnyType(int type) {
  int fd = socket(AF_INET, type, 0);
  send(fd, "?", 1, 0);
  recv(fd, text, sizeof text, 0);
}

// A wait before that is not repeated.

void report(const char *format, ...) __attribute__((format(printf, 1, 2)));

void waitsForTheFirstPart() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  pollfd one = {fd, POLLIN, 0};
  if (poll(&one, 1, 1000) != 1)
    return;
  unsigned got = 0;
  while (got < sizeof text) {
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    long size = recv(fd, text + got, sizeof text - got, 0);
    if (size <= 0)
      return;
    got += size;
  }
}

void selectsForTheFirstPart() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  fd_set set;
  FD_ZERO(&set);
  FD_SET(fd, &set);
  timeval time = {5, 0};
  if (select(fd + 1, &set, nullptr, nullptr, &time) != 1)
    return;
  report("reading from %d", fd);
  unsigned left = sizeof text;
  do {
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    long size = recv(fd, text, left, 0);
    if (size <= 0)
      return;
    left -= size;
  } while (left);
}

void waitsForTheWhole() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  pollfd one = {fd, POLLIN, 0};
  if (poll(&one, 1, 1000) == 1)
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    recv(fd, text, sizeof text, MSG_WAITALL);
}

void waitsForEachPart() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  pollfd one = {fd, POLLIN, 0};
  while (poll(&one, 1, 1000) == 1)
    if (recv(fd, text, sizeof text, 0) <= 0)
      break;
}

void readsAgainAfterASignal() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  pollfd one = {fd, POLLIN, 0};
  if (poll(&one, 1, 1000) != 1)
    return;
  long size;
  do {
    size = recv(fd, text, sizeof text, 0);
  } while (size < 0 && errno == EINTR);
}

void readsTheRestWithATimeout() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  timeval time = {5, 0};
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  pollfd one = {fd, POLLIN, 0};
  if (poll(&one, 1, 1000) == 1)
    while (recv(fd, text, sizeof text, 0) > 0)
      send(fd, "?", 1, 0);
}
