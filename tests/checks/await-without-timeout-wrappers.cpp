// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions that only hand on to what waits, or to what sets a deadline.
//
// RUN: %tidepool_test %s await-without-timeout %t
// RUN: %tidepool_test %s await-without-timeout %t-notes --only=driver --notes --prefix=NOTES
// RUN: %tidepool_test %s await-without-timeout %t-excused --only=driver --prefix=EXCUSED --options=ShowExcused=on

//--- wrappers.cpp
namespace house {
struct client {
  explicit client(const char *host);
  ~client();
  void set_timeout(int milliseconds);
  int get(const char *path);
  int get_within(const char *path, int milliseconds);
};
} // namespace house

int ask(house::client &client, const char *path) { return client.get(path); }
// EXCUSED: [[#@LINE-1]]: excused[it is all that the function around it does, whose callers are asked]

int wrapped() {
  house::client client("example.org");
  return ask(client, "/");
  // CHECK: [[#@LINE-1]]: await-without-timeout[no-deadline] 'ask' waits for a server with no timeout: a peer that never answers holds this thread for ever
  // NOTES: [[#@LINE-2]]: await-without-timeout[no-deadline]
  // NOTES-NEXT: [[#@LINE-3]]: note['ask' only hands on to 'house::client::get']
  // NOTES-NEXT: [[#@LINE-5]]: note[nothing that happens to 'client' before bounds the wait]
  // NOTES-NEXT: [[#@LINE-5]]: note[use get_within]
  // EXCUSED: [[#@LINE-6]]: await-without-timeout[no-deadline]
}

int wrappedAndBounded() {
  house::client client("example.org");
  client.set_timeout(500);
  return ask(client, "/");
  // EXCUSED: [[#@LINE-1]]: excused[{{.*}}]
}

void limit(house::client &client, int milliseconds) {
  client.set_timeout(milliseconds);
  // EXCUSED: [[#@LINE-1]]: excused[it is all that the function around it does, whose callers are asked]
}

int boundedByAWrapper() {
  house::client client("example.org");
  limit(client, 500);
  return client.get("/");
  // EXCUSED: [[#@LINE-1]]: excused[{{.*}}]
}

int askWithin(house::client &client, const char *path, int milliseconds) {
  return client.get_within(path, milliseconds);
  // EXCUSED: [[#@LINE-1]]: excused[it is all that the function around it does, whose callers are asked]
}

int boundedByAnArgument() {
  house::client client("example.org");
  return askWithin(client, "/", 500);
  // EXCUSED: [[#@LINE-1]]: excused[{{.*}}]
}

int toldToWaitForEver() {
  house::client client("example.org");
  return askWithin(client, "/", -1);
  // CHECK: [[#@LINE-1]]: await-without-timeout[explicit-infinite] 'askWithin' is told to wait for a server for ever
  // NOTES: [[#@LINE-2]]: await-without-timeout[explicit-infinite]
  // EXCUSED: [[#@LINE-3]]: await-without-timeout[explicit-infinite]
}

// One finding a wrapper: that is where a timeout would be added.
int another() {
  house::client other("example.com");
  return ask(other, "/");
  // EXCUSED: [[#@LINE-1]]: excused[reported at line {{[0-9]+}}]
}

// clang-format off
//--- .tidepool.yaml
version: 1
libraries:
  - name: house
    entries:
      - class: house::client
        constructor: true
        handle: {of: remote, at: this}
    io:
      - {class: 'house::client', member: get, waits: blocking, peer: server, on: this, counterpart: get_within}
      - {class: 'house::client', member: get_within, waits: blocking, peer: server, on: this, deadline: {time: 1, none: -1}}
    deadline:
      - {class: 'house::client', member: set_timeout, on: this, time: 0}
