// Every entry of hiredis.yaml.
// REQUIRES: tidepool, hiredis
// RUN: %tidepool vocab %s --cover hiredis -- %headers -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <cstdarg>
#include <hiredis/hiredis.h>

void connects(int fd, timeval time) {
  redisConnect("localhost", 6379);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: redisConnect: handle(remote)
  redisConnectUnix("/run/redis");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: redisConnectUnix: handle(remote)
  redisConnectWithTimeout("localhost", 6379, time);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: redisConnectWithTimeout: handle(remote)
  redisConnectUnixWithTimeout("/run/redis", time);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: redisConnectUnixWithTimeout: handle(remote)
  redisConnectNonBlock("localhost", 6379);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: redisConnectNonBlock: handle(remote), deadline(non-blocking, on result)
  redisConnectBindNonBlock("localhost", 6379, "localhost");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: redisConnectBindNonBlock: handle(remote), deadline(non-blocking, on result)
  redisConnectBindNonBlockWithReuse("localhost", 6379, "localhost");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: redisConnectBindNonBlockWithReuse: handle(remote), deadline(non-blocking, on result)
  redisConnectUnixNonBlock("/run/redis");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: redisConnectUnixNonBlock: handle(remote), deadline(non-blocking, on result)
  redisConnectFd(fd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: redisConnectFd: handle(remote, from argument 0)
}

void asks(redisContext *context, timeval time, va_list more) {
  redisSetTimeout(context, time);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: redisSetTimeout: deadline(on argument 0)
  redisCommand(context, "PING");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: redisCommand: blocking(net), io(waits for server, on argument 0)
  redisvCommand(context, "PING", more);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: redisvCommand: blocking(net), io(waits for server, on argument 0)
  redisCommandArgv(context, 0, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: redisCommandArgv: blocking(net), io(waits for server, on argument 0)
  redisAppendCommand(context, "PING");
  void *reply;
  redisGetReply(context, &reply);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: redisGetReply: blocking(net), io(waits for server, on argument 0)
  redisFree(context);
}
