// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The options, and what is let go.
//
// RUN: %tidepool_test %s await-without-timeout %t
// RUN: %tidepool_test %s await-without-timeout %t --options=FlagLocalJoins=on --prefix=CHECK,JOINS
// RUN: %tidepool_test %s await-without-timeout %t --options=FlagServerLoops=on --prefix=CHECK,LOOPS
// RUN: %tidepool_test %s await-without-timeout %t --options=Level=strict,MaxTimeout=20 --prefix=CHECK,SHORT
// FLAGS: -std=c++20 -pthread

#include <chrono>
#include <cstdlib>
#include <future>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

int work();
char text[64];

void reportedWhateverTheOptions() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  recv(fd, text, sizeof text, 0);
}

void joins() {
  std::thread one(work);
  // JOINS: [[#@LINE+1]]: await-without-timeout[local-join] 'std::thread::join' waits with no timeout for work that this process started
  one.join();
  auto two = std::async(std::launch::async, work);
  // JOINS: [[#@LINE+1]]: await-without-timeout[local-join] 'std::future::get'
  two.get();
}

void children() {
  pid_t child = fork();
  int status;
  // JOINS: [[#@LINE+1]]: await-without-timeout[local-join] 'waitpid'
  waitpid(child, &status, 0);
  // JOINS: [[#@LINE+1]]: await-without-timeout[local-join] 'system'
  std::system("true");
}

void childToldToEnd() {
  pid_t child = fork();
  kill(child, SIGTERM);
  waitpid(child, nullptr, 0);
}

void acceptsForever() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  listen(fd, 1);
  for (;;)
    // LOOPS: [[#@LINE+1]]: await-without-timeout[no-deadline] 'accept' waits for a client
    close(accept(fd, nullptr, nullptr));
}

void takesWhatComes() {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  bind(fd, nullptr, 0);
  for (;;)
    // LOOPS: [[#@LINE+1]]: await-without-timeout[no-deadline] 'recv' waits for the network
    recv(fd, text, sizeof text, 0);
}

void polls() {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  pollfd one = {fd, POLLIN, 0};
  for (;;)
    // LOOPS: [[#@LINE+1]]: await-without-timeout[no-deadline] 'poll'
    poll(&one, 1, -1);
}

void halfAMinute(std::future<int> &answer) {
  // SHORT: [[#@LINE+1]]: await-without-timeout[long-timeout] {{.*}} may wait for 30 seconds, more than 20
  answer.wait_for(std::chrono::seconds(30));
  pollfd one = {0, POLLIN, 0};
  // SHORT: [[#@LINE+1]]: await-without-timeout[long-timeout] 'poll' may wait for 30 seconds
  poll(&one, 1, 30000);
}

struct Peer {
  ~Peer() { recv(fd, text, sizeof text, 0); }
  void shutDown() { recv(fd, text, sizeof text, 0); }
  int fd = socket(AF_INET, SOCK_STREAM, 0);
};
