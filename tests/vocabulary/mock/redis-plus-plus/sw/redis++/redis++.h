// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of redis-plus-plus, after
// sewenew/redis-plus-plus at commit 2c47000b9d90350be3a9984a94be42bc750dc6a7
// (1.3.15): names and parameters are those of the headers that the comments
// name, with one overload of each command. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`, with
// stand-ins for the few that its build makes.

#ifndef TIDEPOOL_MOCK_REDIS_PLUS_PLUS_H
#define TIDEPOOL_MOCK_REDIS_PLUS_PLUS_H

#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sw {
namespace redis {

// src/sw/redis++/utils.h
using StringView = std::string_view;
using OptionalString = std::optional<std::string>;
using OptionalLongLong = std::optional<long long>;
using OptionalDouble = std::optional<double>;
using Cursor = unsigned long long;

// src/sw/redis++/connection.h
struct ConnectionOptions {
  std::string host;
  int port = 6379;
  std::string password;
  std::chrono::milliseconds connect_timeout{0};
  std::chrono::milliseconds socket_timeout{0};
};

// src/sw/redis++/connection_pool.h
struct ConnectionPoolOptions {
  std::size_t size = 1;
  std::chrono::milliseconds wait_timeout{0};
  std::chrono::milliseconds connection_lifetime{0};
};

// src/sw/redis++/command_options.h
template <typename T> class UnboundedInterval {};

// Both clients have these, each for itself: src/sw/redis++/redis.h and
// redis_cluster.h.
#define TIDEPOOL_MOCK_COMMANDS                                                 \
  template <typename Result, typename... Args>                                 \
  Result command(const StringView &cmd_name, Args &&...args) {                 \
    std::abort();                                                              \
  }                                                                            \
  long long del(const StringView &key);                                        \
  long long exists(const StringView &key);                                     \
  bool expire(const StringView &key, const std::chrono::seconds &timeout);     \
  long long ttl(const StringView &key);                                        \
  OptionalString get(const StringView &key);                                   \
  bool set(const StringView &key, const StringView &val);                      \
  long long incr(const StringView &key);                                       \
  long long incrby(const StringView &key, long long increment);                \
  long long decr(const StringView &key);                                       \
  template <typename Input, typename Output>                                   \
  void mget(Input first, Input last, Output output) {}                         \
  template <typename Input> void mset(Input first, Input last) {}              \
  void setex(const StringView &key, long long ttl, const StringView &val);     \
  bool setnx(const StringView &key, const StringView &val);                    \
  OptionalString hget(const StringView &key, const StringView &field);         \
  long long hset(const StringView &key, const StringView &field,               \
                 const StringView &val);                                       \
  long long hdel(const StringView &key, const StringView &field);              \
  template <typename Output>                                                   \
  void hgetall(const StringView &key, Output output) {}                        \
  template <typename Input, typename Output>                                   \
  void hmget(const StringView &key, Input first, Input last, Output output) {} \
  long long lpush(const StringView &key, const StringView &val);               \
  long long rpush(const StringView &key, const StringView &val);               \
  OptionalString lpop(const StringView &key);                                  \
  OptionalString rpop(const StringView &key);                                  \
  template <typename Output>                                                   \
  void lrange(const StringView &key, long long start, long long stop,          \
              Output output) {}                                                \
  long long llen(const StringView &key);                                       \
  long long sadd(const StringView &key, const StringView &member);             \
  long long srem(const StringView &key, const StringView &member);             \
  bool sismember(const StringView &key, const StringView &member);             \
  template <typename Output>                                                   \
  void smembers(const StringView &key, Output output) {}                       \
  long long zadd(const StringView &key, const StringView &member,              \
                 double score);                                                \
  long long zrem(const StringView &key, const StringView &member);             \
  template <typename Output>                                                   \
  void zrange(const StringView &key, long long start, long long stop,          \
              Output output) {}                                                \
  template <typename Interval, typename Output>                                \
  void zrangebyscore(const StringView &key, const Interval &interval,          \
                     Output output) {}                                         \
  OptionalDouble zscore(const StringView &key, const StringView &member);      \
  long long publish(const StringView &channel, const StringView &message);     \
  template <typename Result>                                                   \
  Result eval(const StringView &script,                                        \
              std::initializer_list<StringView> keys,                          \
              std::initializer_list<StringView> args) {                        \
    std::abort();                                                              \
  }                                                                            \
  template <typename Result>                                                   \
  Result evalsha(const StringView &script,                                     \
                 std::initializer_list<StringView> keys,                       \
                 std::initializer_list<StringView> args) {                     \
    std::abort();                                                              \
  }

// src/sw/redis++/redis.h
class Redis {
public:
  explicit Redis(const ConnectionOptions &connection_opts,
                 const ConnectionPoolOptions &pool_opts = {}) {}
  explicit Redis(const std::string &uri) {}
  std::string ping();
  TIDEPOOL_MOCK_COMMANDS
  template <typename Output>
  void keys(const StringView &pattern, Output output) {}
  template <typename Output> Cursor scan(Cursor cursor, Output output) {
    std::abort();
  }
};

// src/sw/redis++/redis_cluster.h
class RedisCluster {
public:
  explicit RedisCluster(const ConnectionOptions &connection_opts,
                        const ConnectionPoolOptions &pool_opts = {}) {}
  explicit RedisCluster(const std::string &uri) {}
  TIDEPOOL_MOCK_COMMANDS
};

#undef TIDEPOOL_MOCK_COMMANDS

} // namespace redis
} // namespace sw

#endif // TIDEPOOL_MOCK_REDIS_PLUS_PLUS_H
