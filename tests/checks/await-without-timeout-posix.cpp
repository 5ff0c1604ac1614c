// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Sockets, polls and child processes, with glibc's headers.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++20 -pthread

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <memory>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

char text[64];
const sockaddr *server();

void receivesWithNoTimeout() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  connect(fd, server(), 16);
  send(fd, "?", 1, 0);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'recv' waits for the network with no timeout
  recv(fd, text, sizeof text, 0);
  close(fd);
}

void receivesInALoop() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  if (fd < 0)
    return;
  connect(fd, server(), 16);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  while (recv(fd, text, sizeof text, 0) > 0) {
  }
  close(fd);
}

void onlyTheFirstIsReported() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(fd, text, 4, 0);
  recv(fd, text, sizeof text, 0);
  read(fd, text, sizeof text);
}

void timeoutSet() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  timeval time = {5, 0};
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  recv(fd, text, sizeof text, 0);
}

void timeoutSetTooLate() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(fd, text, sizeof text, 0);
  timeval time = {5, 0};
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
}

void timeoutSetOnSomePaths(bool slow) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  timeval time = {5, 0};
  if (slow)
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  recv(fd, text, sizeof text, 0);
}

void anotherOptionIsNoTimeout() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  int on = 1;
  setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(fd, text, sizeof text, 0);
}

static void prepare(int fd) {
  timeval time = {5, 0};
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
}

void timeoutSetInAHelper() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  prepare(fd);
  recv(fd, text, sizeof text, 0);
}

static int receive(int fd) { return recv(fd, text, sizeof text, 0); }
static int receiveLine(int fd) { return receive(fd); }

void timeoutThreeCallsUpTheChain() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  prepare(fd);
  receiveLine(fd);
}

static int receiveBare(int fd) { return recv(fd, text, sizeof text, 0); }

void noTimeoutInTheCaller() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'receiveBare' waits
  receiveBare(fd);
}

int prepared(int fd);
void preparedOutOfView() {
  int fd = prepared(socket(AF_INET, SOCK_STREAM, 0));
  recv(fd, text, sizeof text, 0);
}

class Session {
public:
  explicit Session(int given);
  int descriptor() const { return fd; }

private:
  int fd;
};
void ownedByAnObject() {
  Session session(socket(AF_INET, SOCK_STREAM, 0));
  recv(session.descriptor(), text, sizeof text, 0);
}

int receiveForAnybody(int fd) { return recv(fd, text, sizeof text, 0); }

void oneOfTheCallersHasNoTimeout(int given) {
  receiveForAnybody(given);
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  receiveForAnybody(fd);
}

int connection = -1;
void keptInAVariableOfThisFile() {
  connection = socket(AF_INET, SOCK_STREAM, 0);
  write(connection, "?", 1);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(connection, text, sizeof text, 0);
}

extern int shared;
int shared = socket(AF_INET, SOCK_STREAM, 0);
void keptInAVariableOfOtherFilesToo() { recv(shared, text, sizeof text, 0); }

void log(const char *words);
void madeAnewWhoeverSeesIt() {
  shared = socket(AF_INET, SOCK_STREAM, 0);
  log("asking");
  send(shared, "?", 1, 0);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(shared, text, sizeof text, 0);
}

void madeAnewOnSomePaths(bool first) {
  if (first)
    shared = socket(AF_INET, SOCK_STREAM, 0);
  send(shared, "?", 1, 0);
  recv(shared, text, sizeof text, 0);
}

void unseen(int fd);
void madeAnewAndHandedOn() {
  shared = socket(AF_INET, SOCK_STREAM, 0);
  send(shared, "?", 1, 0);
  unseen(shared);
  recv(shared, text, sizeof text, 0);
}

static void makePatient() {
  timeval time = {5, 0};
  setsockopt(shared, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
}
void madeAnewAndSetByAHelper() {
  shared = socket(AF_INET, SOCK_STREAM, 0);
  makePatient();
  send(shared, "?", 1, 0);
  recv(shared, text, sizeof text, 0);
}

class Dialler {
public:
  void dial() {
    descriptor = socket(AF_INET, SOCK_STREAM, 0);
    log("asking");
    send(descriptor, "?", 1, 0);
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    recv(descriptor, text, sizeof text, 0);
  }
  void dialPrepared() {
    descriptor = socket(AF_INET, SOCK_STREAM, 0);
    prepare();
    send(descriptor, "?", 1, 0);
    recv(descriptor, text, sizeof text, 0);
  }
  void dialOther(Dialler &other) {
    other.descriptor = socket(AF_INET, SOCK_STREAM, 0);
    send(descriptor, "?", 1, 0);
    recv(descriptor, text, sizeof text, 0);
  }
  void prepare();

protected:
  int descriptor = -1;
};
Dialler dialler;

void aNewOneInEachTurn(const int *addresses) {
  while (*addresses++) {
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    send(fd, "?", 1, 0);
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    recv(fd, text, sizeof text, 0);
    unseen(fd);
  }
}

void unseen(int fd);
void helperOutOfView() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  unseen(fd);
  recv(fd, text, sizeof text, 0);
}

void fromTheCaller(int fd) { recv(fd, text, sizeof text, 0); }

int connected();
void madeOutOfView() {
  int fd = connected();
  recv(fd, text, sizeof text, 0);
}

static int dial() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  connect(fd, server(), 16);
  return fd;
}

void madeByAHelper() {
  int fd = dial();
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(fd, text, sizeof text, 0);
}

static int dialWithTimeout() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  prepare(fd);
  return fd;
}

void helperSetsTheTimeout() {
  int fd = dialWithTimeout();
  recv(fd, text, sizeof text, 0);
}

void nonBlockingFromTheStart() {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  recv(fd, text, sizeof text, 0);
}

void nonBlockingByFcntl() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
  recv(fd, text, sizeof text, 0);
}

void nonBlockingByFcntlThroughAVariable() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  int flags = fcntl(fd, F_GETFL);
  flags |= O_NONBLOCK;
  fcntl(fd, F_SETFL, flags);
  recv(fd, text, sizeof text, 0);
}

// It is made to block again.

void blocksAgain(const sockaddr *to) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  const int flags = fcntl(fd, F_GETFL);
  fcntl(fd, F_SETFL, flags | O_NONBLOCK);
  connect(fd, to, sizeof *to);
  fcntl(fd, F_SETFL, flags & ~O_NONBLOCK);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(fd, text, sizeof text, 0);
}

void connectsInTimeAlone(const sockaddr *to) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  const int flags = fcntl(fd, F_GETFL);
  fcntl(fd, F_SETFL, flags | O_NONBLOCK);
  connect(fd, to, sizeof *to);
  fd_set set;
  FD_ZERO(&set);
  FD_SET(fd, &set);
  timeval time{5, 0};
  if (select(fd + 1, nullptr, &set, nullptr, &time) != 1)
    return;
  fcntl(fd, F_SETFL, flags & ~O_NONBLOCK);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(fd, text, sizeof text, 0);
}

void connectsAndAnswersInTime(const sockaddr *to) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  const int flags = fcntl(fd, F_GETFL);
  fcntl(fd, F_SETFL, flags | O_NONBLOCK);
  connect(fd, to, sizeof *to);
  fd_set reads, writes;
  FD_ZERO(&reads);
  FD_ZERO(&writes);
  FD_SET(fd, &reads);
  FD_SET(fd, &writes);
  timeval time{5, 0};
  select(fd + 1, nullptr, &writes, nullptr, &time);
  fcntl(fd, F_SETFL, flags & ~O_NONBLOCK);
  if (select(fd + 1, &reads, nullptr, nullptr, &time) == 1)
    recv(fd, text, sizeof text, 0);
}

void blocksAgainFromTheStart() {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & (~O_NONBLOCK));
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(fd, text, sizeof text, 0);
}

void blocksAgainOnSomePaths(bool blocks) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (blocks)
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
  recv(fd, text, sizeof text, 0);
}

void blocksNoMoreInTheEnd() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  const int flags = fcntl(fd, F_GETFL);
  fcntl(fd, F_SETFL, flags & ~O_NONBLOCK);
  fcntl(fd, F_SETFL, flags | O_NONBLOCK);
  recv(fd, text, sizeof text, 0);
}

void blocksAsIsWanted(bool blocks) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  const int flags = fcntl(fd, F_GETFL);
  fcntl(fd, F_SETFL, flags | O_NONBLOCK);
  fcntl(fd, F_SETFL, blocks ? flags & ~O_NONBLOCK : flags | O_NONBLOCK);
  recv(fd, text, sizeof text, 0);
}

void blocksAgainWithATimeout(const timeval &time) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
  recv(fd, text, sizeof text, 0);
}

void nonBlockingByIoctl() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  int on = 1;
  ioctl(fd, FIONBIO, &on);
  recv(fd, text, sizeof text, 0);
}

void doesNotWait(int flags) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  recv(fd, text, sizeof text, MSG_DONTWAIT | MSG_PEEK);
  recv(fd, text, sizeof text, flags);
}

void polledBefore() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  pollfd one = {fd, POLLIN, 0};
  if (poll(&one, 1, 1000) == 1)
    recv(fd, text, sizeof text, 0);
}

void polledBeforeByAnAssignedField() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  pollfd both[1];
  both[0].fd = fd;
  both[0].events = POLLIN;
  if (poll(both, 1, 1000) == 1)
    recv(fd, text, sizeof text, 0);
}

static bool readable(int fd, int milliseconds) {
  pollfd one = {fd, POLLIN, 0};
  return poll(&one, 1, milliseconds) == 1;
}

void polledByAHelper() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  if (readable(fd, 1000))
    recv(fd, text, sizeof text, 0);
}

void selectedBefore() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  fd_set set;
  FD_ZERO(&set);
  FD_SET(fd, &set);
  timeval time = {5, 0};
  if (select(fd + 1, &set, nullptr, nullptr, &time) == 1)
    recv(fd, text, sizeof text, 0);
}

void pollsForever() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  pollfd one = {fd, POLLIN, 0};
  // CHECK: [[#@LINE+1]]: await-without-timeout[explicit-infinite] 'poll' is told to wait for the network for ever
  poll(&one, 1, -1);
  recv(fd, text, sizeof text, 0);
}

void pollsAgainAfterASignal() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  pollfd one = {fd, POLLIN, 0};
  int ready;
  do
    // CHECK: [[#@LINE+1]]: await-without-timeout[explicit-infinite]
    ready = poll(&one, 1, -1);
  while (ready < 0 && errno == EINTR);
}

void selectsForever() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  fd_set set;
  FD_ZERO(&set);
  FD_SET(fd, &set);
  // CHECK: [[#@LINE+1]]: await-without-timeout[explicit-infinite] 'select'
  select(fd + 1, &set, nullptr, nullptr, nullptr);
}

void selectsForeverUntilItIsConnected(const sockaddr *to) {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  connect(fd, to, sizeof *to);
  fd_set set;
  FD_ZERO(&set);
  FD_SET(fd, &set);
  // CHECK: [[#@LINE+1]]: await-without-timeout[explicit-infinite] 'select'
  select(fd + 1, nullptr, &set, nullptr, nullptr);
}

void pollsWithSomebodyToWakeIt(int wake) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  pollfd both[2];
  both[0].fd = fd;
  both[1].fd = wake;
  poll(both, 2, -1);
}

void pollsItsOwnPipe() {
  int ends[2];
  pipe(ends);
  pollfd one = {ends[0], POLLIN, 0};
  poll(&one, 1, -1);
  read(ends[0], text, 1);
}

void readsStandardInput() {
  int fd = 0;
  pollfd one = {fd, POLLIN, 0};
  poll(&one, 1, -1);
  read(fd, text, sizeof text);
}

void eventLoop(int epoll) {
  epoll_event events[8];
  while (true) {
    int ready = epoll_wait(epoll, events, 8, -1);
    if (ready < 0 && errno != EINTR)
      return;
  }
}

static int nextEvent(int fd) {
  pollfd one = {fd, POLLIN, 0};
  return poll(&one, 1, -1);
}

void eventLoopThroughAHelper(bool &done) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  while (!done)
    nextEvent(fd);
}

void acceptsOne() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  bind(fd, server(), 16);
  listen(fd, 1);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'accept' waits for a client
  int client = accept(fd, nullptr, nullptr);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(client, text, sizeof text, 0);
}

static bool request(int client) {
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'recv' waits for a client
  return recv(client, text, sizeof text, 0) > 0;
}

void takesTheRequestsOfAClient(int fd) {
  int client = accept(fd, nullptr, nullptr);
  while (true)
    if (!request(client))
      break;
  int other = accept(fd, nullptr, nullptr);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'recv' waits for a client
  while (recv(other, text, sizeof text, 0) > 0)
    send(other, text, 1, 0);
}

void takesTheRequestsOfNeighbours() {
  int fd = socket(AF_UNIX, SOCK_STREAM, 0);
  listen(fd, 16);
  while (true) {
    int client = accept(fd, nullptr, nullptr);
    recv(client, text, sizeof text, 0);
    close(client);
  }
}

static void session(int client) {
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'recv' waits for a client
  while (recv(client, text, sizeof text, 0) > 0)
    send(client, text, 1, 0);
}
static void sessionInTime(int client) {
  while (recv(client, text, sizeof text, 0) > 0)
    send(client, text, 1, 0);
}

void handsClientsToThreads(int fd) {
  timeval time = {5, 0};
  while (true) {
    int client = accept(fd, nullptr, nullptr);
    std::thread(session, client).detach();
    int other = accept(fd, nullptr, nullptr);
    setsockopt(other, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    std::thread(sessionInTime, other).detach();
  }
}

void readsOneRequestOfEachClient(int fd) {
  while (true) {
    int client = accept(fd, nullptr, nullptr);
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    recv(client, text, sizeof text, 0);
    close(client);
  }
}

void nonBlockingListener() {
  int fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  accept(fd, nullptr, nullptr);
}

int acceptsForItsCaller(int fd) { return accept(fd, nullptr, nullptr); }

class Listener {
public:
  Listener() { listen(fd, 1); }
  int next() { return accept(fd, nullptr, nullptr); }

private:
  int fd = socket(AF_INET, SOCK_STREAM, 0);
};

void acceptsInALoop() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  listen(fd, 1);
  while (true) {
    int client = accept(fd, nullptr, nullptr);
    close(client);
  }
}

void takesWhatComes() {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  bind(fd, server(), 16);
  while (true)
    recvfrom(fd, text, sizeof text, 0, nullptr, nullptr);
}

void betweenItsOwnEnds() {
  int ends[2];
  socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
  recv(ends[0], text, 1, 0);
}

void asksTheKernel() {
  int fd = socket(AF_NETLINK, SOCK_RAW, 0);
  recv(fd, text, sizeof text, 0);
  int other = socket(PF_NETLINK, SOCK_RAW, 0);
  recv(other, text, sizeof text, 0);
}

void waitsForItsChild() {
  pid_t child = fork();
  int status;
  waitpid(child, &status, 0);
}

void asksAfterItsChild(pid_t child) {
  int status;
  waitpid(child, &status, WNOHANG);
  waitpid(child, &status, 0);
}

class Client {
public:
  void open() {
    fd = socket(AF_INET, SOCK_STREAM, 0);
    connect(fd, server(), 16);
  }
  void ask() {
    send(fd, "?", 1, 0);
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    recv(fd, text, sizeof text, 0);
  }
  void listen() { recv(fd, text, sizeof text, 0); }
  void close() { recv(fd, text, sizeof text, 0); }

private:
  int fd = -1;
};

class WokenClient {
public:
  void ask() {
    send(fd, "?", 1, 0);
    recv(fd, text, sizeof text, 0);
  }
  void cancel() { shutdown(fd, SHUT_RDWR); }

private:
  int fd = socket(AF_INET, SOCK_STREAM, 0);
};

void halfClosedIsNotWoken() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  send(fd, "?", 1, 0);
  shutdown(fd, SHUT_WR);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(fd, text, sizeof text, 0);
}

void interruptedByAnAlarm() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  send(fd, "?", 1, 0);
  alarm(5);
  recv(fd, text, sizeof text, 0);
  alarm(0);
}

void listensForWhateverComes(bool &stopped) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  connect(fd, server(), 16);
  send(fd, "subscribe", 9, 0);
  int other = socket(AF_INET, SOCK_RAW, 0);
  while (!stopped)
    recv(other, text, sizeof text, 0);
}

void asksAgainAndAgain() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  connect(fd, server(), 16);
  while (true) {
    send(fd, "?", 1, 0);
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    if (recv(fd, text, sizeof text, 0) <= 0)
      break;
  }
}

class PatientClient {
public:
  PatientClient() : fd(socket(AF_INET, SOCK_STREAM, 0)) {
    timeval time = {5, 0};
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  }
  void ask() { recv(fd, text, sizeof text, 0); }

private:
  int fd;
};

template <typename T> void inATemplate() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  T value;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(fd, &value, sizeof value, 0);
}
template void inATemplate<int>();
template void inATemplate<long>();

#define RECEIVE(fd) recv(fd, text, sizeof text, 0)
void inAMacro() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  RECEIVE(fd);
}

void inALambda() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  auto receive = [&] {
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
    return recv(fd, text, sizeof text, 0);
  };
  receive();
}

char *lineOfAClient(int listener) {
  int client = accept(listener, nullptr, nullptr);
  std::shared_ptr<FILE> stream =
      std::shared_ptr<FILE>(fdopen(dup(client), "r"), fclose);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'fgets' waits for a client with no timeout
  return fgets(text, sizeof text, stream.get());
}

char *lineOfAClientInTime(int listener) {
  int client = accept(listener, nullptr, nullptr);
  timeval time = {5, 0};
  setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  FILE *stream = fdopen(dup(client), "r");
  return fgets(text, sizeof text, stream);
}

int ofAServerByStream() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  connect(fd, server(), 16);
  FILE *stream = fdopen(fd, "r+");
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'fread' waits for the network
  fread(text, 1, sizeof text, stream);
  return fgetc(stream);
}

char *lineOfAFile(const char *name) {
  FILE *file = fopen(name, "r");
  return fgets(text, sizeof text, file);
}

char *lineOfTheInput() { return fgets(text, sizeof text, stdin); }

char *lineOfTheCaller(FILE *stream) { return fgets(text, sizeof text, stream); }

int aClientOfNobodyKnown() {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  bind(listener, server(), 16);
  listen(listener, 1);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'accept' waits for a client
  return accept(listener, nullptr, nullptr);
}

int aClientOfItsOwn() {
  int client = -1;
  std::thread accepts([&] {
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    bind(listener, server(), 16);
    listen(listener, 1);
    client = accept(listener, nullptr, nullptr);
  });
  std::thread connects([&] {
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    connect(fd, server(), 16);
    close(fd);
  });
  connects.join();
  accepts.join();
  return client;
}

static bool connectsForEver(int fd, const sockaddr *to) {
  if (connect(fd, to, sizeof *to) == 0)
    return true;
  pollfd one = {fd, POLLOUT, 0};
  // CHECK: [[#@LINE+1]]: await-without-timeout[explicit-infinite]
  return poll(&one, 1, -1) == 1;
}
bool connectsWhatItIsGiven(int fd, const sockaddr *to) {
  return connectsForEver(fd, to);
}
