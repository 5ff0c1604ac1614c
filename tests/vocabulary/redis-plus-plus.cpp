// Every entry of redis-plus-plus.yaml, in a mock of its headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover redis-plus-plus -- -std=c++20 -isystem %S/mock/redis-plus-plus > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <iterator>
#include <sw/redis++/redis++.h>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
namespace redis = sw::redis;

void clients() {
  redis::ConnectionOptions options;
  options.host = "host";
  options.connect_timeout = 1s;
  options.socket_timeout = 1s;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::ConnectionOptions::socket_timeout: deadline(on this, time 0)
  redis::ConnectionPoolOptions pool;
  pool.size = 8;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::ConnectionPoolOptions::size: pool(database, size 0)
  redis::Redis one(options);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::Redis: handle(remote, this, from argument 0)
  redis::Redis pooled(options, pool);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::Redis: handle(remote, this, from argument 0)
  redis::Redis named("tcp://host:6379?socket_timeout=1s");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::Redis: handle(remote, this), deadline(on result, time 0, later keys socket_timeout)
  redis::RedisCluster cluster(options);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::RedisCluster: handle(remote, this, from argument 0)
  redis::RedisCluster namedCluster("tcp://host:6379");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::RedisCluster: handle(remote, this), deadline(on result, time 0, later keys socket_timeout)
}
void commands(redis::Redis &client, const std::vector<std::string> &keys,
              const std::vector<std::pair<std::string, std::string>> &pairs) {
  std::vector<redis::OptionalString> found;
  std::vector<std::string> texts;
  std::vector<std::pair<std::string, std::string>> fields;
  auto out = std::back_inserter(found);
  auto values = std::back_inserter(texts);
  auto all = std::back_inserter(fields);
  redis::UnboundedInterval<double> interval;
  client.command<long long>("INCR", "key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::command: blocking(net), io(waits for server, on this)
  client.get("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::get: blocking(net), io(waits for server, on this)
  client.set("key", "value");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::set: blocking(net), io(waits for server, on this)
  client.del("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::del: blocking(net), io(waits for server, on this)
  client.exists("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::exists: blocking(net), io(waits for server, on this)
  client.expire("key", 5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::expire: blocking(net), io(waits for server, on this)
  client.ttl("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::ttl: blocking(net), io(waits for server, on this)
  client.incr("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::incr: blocking(net), io(waits for server, on this)
  client.incrby("key", 2);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::incrby: blocking(net), io(waits for server, on this)
  client.decr("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::decr: blocking(net), io(waits for server, on this)
  client.mget(keys.begin(), keys.end(), out);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::mget: blocking(net), io(waits for server, on this)
  client.mset(pairs.begin(), pairs.end());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::mset: blocking(net), io(waits for server, on this)
  client.setex("key", 5, "value");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::setex: blocking(net), io(waits for server, on this)
  client.setnx("key", "value");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::setnx: blocking(net), io(waits for server, on this)
  client.hget("key", "field");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::hget: blocking(net), io(waits for server, on this)
  client.hset("key", "field", "value");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::hset: blocking(net), io(waits for server, on this)
  client.hdel("key", "field");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::hdel: blocking(net), io(waits for server, on this)
  client.hgetall("key", all);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::hgetall: blocking(net), io(waits for server, on this)
  client.hmget("key", keys.begin(), keys.end(), out);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::hmget: blocking(net), io(waits for server, on this)
  client.lpush("key", "value");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::lpush: blocking(net), io(waits for server, on this)
  client.rpush("key", "value");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::rpush: blocking(net), io(waits for server, on this)
  client.lpop("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::lpop: blocking(net), io(waits for server, on this)
  client.rpop("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::rpop: blocking(net), io(waits for server, on this)
  client.lrange("key", 0, 9, values);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::lrange: blocking(net), io(waits for server, on this)
  client.llen("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::llen: blocking(net), io(waits for server, on this)
  client.sadd("key", "member");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::sadd: blocking(net), io(waits for server, on this)
  client.srem("key", "member");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::srem: blocking(net), io(waits for server, on this)
  client.sismember("key", "member");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::sismember: blocking(net), io(waits for server, on this)
  client.smembers("key", values);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::smembers: blocking(net), io(waits for server, on this)
  client.zadd("key", "member", 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::zadd: blocking(net), io(waits for server, on this)
  client.zrem("key", "member");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::zrem: blocking(net), io(waits for server, on this)
  client.zrange("key", 0, 9, values);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::zrange: blocking(net), io(waits for server, on this)
  client.zrangebyscore("key", interval, values);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::zrangebyscore: blocking(net), io(waits for server, on this)
  client.zscore("key", "member");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::zscore: blocking(net), io(waits for server, on this)
  client.publish("channel", "message");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::publish: blocking(net), io(waits for server, on this)
  client.eval<long long>("script", {"key"}, {"1"});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::eval: blocking(net), io(waits for server, on this)
  client.evalsha<long long>("script", {"key"}, {"1"});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::evalsha: blocking(net), io(waits for server, on this)
  client.ping();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::ping: blocking(net), io(waits for server, on this)
  client.keys("*", values);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::keys: blocking(net), io(waits for server, on this)
  client.scan(0, values);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::Redis::scan: blocking(net), io(waits for server, on this)
}

void ofACluster(redis::RedisCluster &client,
                const std::vector<std::string> &keys,
                const std::vector<std::pair<std::string, std::string>> &pairs) {
  std::vector<redis::OptionalString> found;
  std::vector<std::string> texts;
  std::vector<std::pair<std::string, std::string>> fields;
  auto out = std::back_inserter(found);
  auto values = std::back_inserter(texts);
  auto all = std::back_inserter(fields);
  redis::UnboundedInterval<double> interval;
  client.command<long long>("INCR", "key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::command: blocking(net), io(waits for server, on this)
  client.get("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::get: blocking(net), io(waits for server, on this)
  client.set("key", "value");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::set: blocking(net), io(waits for server, on this)
  client.del("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::del: blocking(net), io(waits for server, on this)
  client.exists("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::exists: blocking(net), io(waits for server, on this)
  client.expire("key", 5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::expire: blocking(net), io(waits for server, on this)
  client.ttl("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::ttl: blocking(net), io(waits for server, on this)
  client.incr("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::incr: blocking(net), io(waits for server, on this)
  client.incrby("key", 2);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::incrby: blocking(net), io(waits for server, on this)
  client.decr("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::decr: blocking(net), io(waits for server, on this)
  client.mget(keys.begin(), keys.end(), out);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::mget: blocking(net), io(waits for server, on this)
  client.mset(pairs.begin(), pairs.end());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::mset: blocking(net), io(waits for server, on this)
  client.setex("key", 5, "value");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::setex: blocking(net), io(waits for server, on this)
  client.setnx("key", "value");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::setnx: blocking(net), io(waits for server, on this)
  client.hget("key", "field");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::hget: blocking(net), io(waits for server, on this)
  client.hset("key", "field", "value");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::hset: blocking(net), io(waits for server, on this)
  client.hdel("key", "field");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::hdel: blocking(net), io(waits for server, on this)
  client.hgetall("key", all);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::hgetall: blocking(net), io(waits for server, on this)
  client.hmget("key", keys.begin(), keys.end(), out);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::hmget: blocking(net), io(waits for server, on this)
  client.lpush("key", "value");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::lpush: blocking(net), io(waits for server, on this)
  client.rpush("key", "value");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::rpush: blocking(net), io(waits for server, on this)
  client.lpop("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::lpop: blocking(net), io(waits for server, on this)
  client.rpop("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::rpop: blocking(net), io(waits for server, on this)
  client.lrange("key", 0, 9, values);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::lrange: blocking(net), io(waits for server, on this)
  client.llen("key");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::llen: blocking(net), io(waits for server, on this)
  client.sadd("key", "member");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::sadd: blocking(net), io(waits for server, on this)
  client.srem("key", "member");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::srem: blocking(net), io(waits for server, on this)
  client.sismember("key", "member");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::sismember: blocking(net), io(waits for server, on this)
  client.smembers("key", values);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::smembers: blocking(net), io(waits for server, on this)
  client.zadd("key", "member", 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::zadd: blocking(net), io(waits for server, on this)
  client.zrem("key", "member");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::zrem: blocking(net), io(waits for server, on this)
  client.zrange("key", 0, 9, values);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::zrange: blocking(net), io(waits for server, on this)
  client.zrangebyscore("key", interval, values);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::zrangebyscore: blocking(net), io(waits for server, on this)
  client.zscore("key", "member");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::zscore: blocking(net), io(waits for server, on this)
  client.publish("channel", "message");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::publish: blocking(net), io(waits for server, on this)
  client.eval<long long>("script", {"key"}, {"1"});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::eval: blocking(net), io(waits for server, on this)
  client.evalsha<long long>("script", {"key"}, {"1"});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sw::redis::RedisCluster::evalsha: blocking(net), io(waits for server, on this)
}
