// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// hiredis, with its real headers.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++20

#include <hiredis/hiredis.h>
#include <memory>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>

void noTimeout() {
  redisContext *context = redisConnect("localhost", 6379);
  if (!context || context->err)
    return;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'redisCommand' waits for a server
  freeReplyObject(redisCommand(context, "PING"));
  redisFree(context);
}

void timeoutOfTheConnectIsNoneOfCommands() {
  timeval time = {5, 0};
  redisContext *context = redisConnectWithTimeout("localhost", 6379, time);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  redisCommand(context, "PING");
}

void timeoutOfCommands() {
  timeval time = {5, 0};
  redisContext *context = redisConnectWithTimeout("localhost", 6379, time);
  redisSetTimeout(context, time);
  redisCommand(context, "PING");
}

void timeoutOnItsSocket() {
  timeval time = {5, 0};
  redisContext *context = redisConnect("localhost", 6379);
  setsockopt(context->fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  redisCommand(context, "PING");
}

void pollOnItsSocket() {
  redisContext *context = redisConnect("localhost", 6379);
  redisAppendCommand(context, "PING");
  pollfd one = {context->fd, POLLIN, 0};
  void *reply;
  if (poll(&one, 1, 1000) == 1)
    redisGetReply(context, &reply);
}

void doesNotBlock() {
  redisContext *context = redisConnectNonBlock("localhost", 6379);
  void *reply;
  redisGetReply(context, &reply);
}

void inASmartPointer(const char *host) {
  std::unique_ptr<redisContext, decltype(&redisFree)> context(nullptr,
                                                              redisFree);
  context.reset(redisConnect(host, 6379));
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  redisCommand(context.get(), "PING");
}

void inASharedPointer(const char *host, timeval time) {
  std::shared_ptr<redisContext> context;
  context.reset(redisConnect(host, 6379), redisFree);
  redisSetTimeout(context.get(), time);
  redisCommand(context.get(), "PING");
}

class Cache {
public:
  Cache() : context(redisConnect("localhost", 6379)) {}
  ~Cache() { redisCommand(context, "QUIT"); }
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  void *get(const char *key) { return redisCommand(context, "GET %s", key); }
  void *put(const char *key) { return redisCommand(context, "SET %s 1", key); }

private:
  redisContext *context;
};

class PatientCache {
public:
  explicit PatientCache(timeval patience)
      : context(redisConnect("localhost", 6379)) {
    if (context)
      redisSetTimeout(context, patience);
  }
  void *get(const char *key) { return redisCommand(context, "GET %s", key); }

private:
  redisContext *context;
};

class LentCache {
public:
  LentCache() : context(redisConnect("localhost", 6379)) {}
  redisContext *raw() { return context; }
  void *get(const char *key) { return redisCommand(context, "GET %s", key); }

private:
  redisContext *context;
};
void configure(redisContext *context);
void lends(LentCache &cache) { configure(cache.raw()); }
