// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// redis-plus-plus: a command waits as long as the options of its client say.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/redis-plus-plus
// CUTS: 4

#include <sw/redis++/redis++.h>

using namespace std::chrono_literals;
namespace redis = sw::redis;

void timeoutInTheAddress() {
  redis::Redis client("tcp://host:6379?socket_timeout=50ms");
  client.get("key");
}

void timeoutOfTheConnectIsNoneOfCommands() {
  redis::Redis client("tcp://host:6379?connect_timeout=50ms");
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  client.get("key");
}

void noTimeoutInTheOptions() {
  redis::ConnectionOptions options;
  options.host = "host";
  options.port = 6380;
  redis::Redis client(options);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  client.get("key");
}

void timeoutInTheOptions() {
  redis::ConnectionOptions options;
  options.host = "host";
  options.socket_timeout = 50ms;
  redis::Redis client(options);
  client.get("key");
}

void designated() {
  redis::Redis client(
      redis::ConnectionOptions{.host = "host", .socket_timeout = 50ms});
  client.get("key");
}

void ofTheCaller(redis::Redis &client) { client.get("key"); }

void ofACluster(const std::string &where) {
  redis::RedisCluster cluster("tcp://host:6379");
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  cluster.hget("key", "field");
  redis::RedisCluster other(where);
  other.hget("key", "field");
}
