// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Connections that one function puts into a container, and another takes out.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++20 -pthread

#include <deque>
#include <queue>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <utility>
#include <vector>

static char text[64];

namespace silentClients {
static std::queue<std::pair<int, unsigned>> accepted;

void take(int listener) {
  int client = accept4(listener, nullptr, nullptr, 0);
  accepted.push({client, 1u});
}

void work() {
  while (true) {
    auto request = accepted.front();
    accepted.pop();
    int client = request.first;
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'recv' waits for a client with no timeout
    recv(client, text, sizeof text, 0);
    // Of this turn's client: the next one is another.
    shutdown(client, SHUT_RDWR);
    close(client);
  }
}
} // namespace silentClients

namespace plainElements {
static std::deque<int> accepted;

void take(int listener) {
  int client = accept(listener, nullptr, nullptr);
  accepted.push_back(client);
}

void work() {
  int client = accepted.back();
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] {{.*}}waits for a client
  recv(client, text, sizeof text, 0);
}
} // namespace plainElements

namespace timeoutSetBefore {
static std::queue<std::pair<int, unsigned>> accepted;

void take(int listener) {
  int client = accept(listener, nullptr, nullptr);
  timeval time = {5, 0};
  setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  accepted.push({client, 1u});
}

void work() {
  auto request = accepted.front();
  int client = request.first;
  recv(client, text, sizeof text, 0);
}
} // namespace timeoutSetBefore

namespace timeoutSetAfter {
static std::queue<std::pair<int, unsigned>> accepted;

void take(int listener) {
  int client = accept(listener, nullptr, nullptr);
  accepted.push({client, 1u});
}

void work() {
  auto request = accepted.front();
  int client = request.first;
  timeval time = {5, 0};
  setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  recv(client, text, sizeof text, 0);
}
} // namespace timeoutSetAfter

namespace endedByAnother {
static std::queue<std::pair<int, unsigned>> accepted;
static int current;

void take(int listener) {
  int client = accept(listener, nullptr, nullptr);
  current = client;
  accepted.push({client, 1u});
}

void end() { shutdown(current, SHUT_RDWR); }

void work() {
  auto request = accepted.front();
  int client = request.first;
  recv(client, text, sizeof text, 0);
}
} // namespace endedByAnother

namespace filledElsewhere {
std::vector<int> &clients();

void work() {
  int client = clients().back();
  recv(client, text, sizeof text, 0);
}
} // namespace filledElsewhere
