// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where the size of a pool comes from: what is a constant, and what is none.
//
// RUN: %tidepool_test %s oversized-pool %t
// FLAGS: -std=c++20 -pthread

//--- settings.h
#pragma once
inline constexpr unsigned HeaderThreads = 96;

//--- sizes.cpp
#include "settings.h"
#include <algorithm>
#include <asio/io_context.hpp>
#include <asio/thread_pool.hpp>
#include <climits>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

using asio::thread_pool;

// Constants

#define THREADS 64
enum Sizes { Small = 4, Large = 128 };
enum class Width : unsigned { Wide = 48 };
static constexpr unsigned Threads = 64;
static int Unchanged = 80;
constexpr unsigned twice(unsigned n) { return 2 * n; }

void macro() {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 64 threads
  thread_pool pool(THREADS);
}

void enumerators() {
  thread_pool small(Small);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 128 threads
  thread_pool large(Large);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 48 threads
  thread_pool wide(static_cast<unsigned>(Width::Wide));
}

void constants() {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 64 threads
  thread_pool one(Threads);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 96 threads
  thread_pool two(HeaderThreads);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 80 threads
  thread_pool three(Unchanged);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 200 threads
  thread_pool four(twice(100));
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 256 threads
  thread_pool five(1 << 8);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 192 threads
  thread_pool six(3 * Threads);
  const unsigned local = 50;
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 50 threads
  thread_pool seven(local);
  unsigned n = Threads / 2;
  thread_pool eight(n);
  n = 70;
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 64 threads
  thread_pool nine{Threads};
}

void asManyAsTheBudget() {
  thread_pool pool(32);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 33 threads
  thread_pool more(33);
}

struct Members {
  thread_pool inClass{100};
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized] a pool gets 100 threads
  thread_pool inConstructor;
  thread_pool ofMember;
  Members() : inConstructor(60), ofMember(count) {}
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized] a pool gets 60 threads
  // CHECK: [[#@LINE-2]]: oversized-pool[oversized] a pool gets 72 threads

private:
  unsigned count = 72;
};

// What is set from outside is configuration.
struct Settings {
  unsigned threads = 64;
};
struct Configured {
  explicit Configured(const Settings &settings) : pool(settings.threads) {}
  thread_pool pool;
};
Configured configured(Settings{});

void onTheHeap() {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads
  auto one = std::make_unique<thread_pool>(500);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads
  std::unique_ptr<thread_pool> two(new thread_pool(500));
  std::optional<thread_pool> three;
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads
  three.emplace(500);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads
  static thread_pool four(500);
}

// CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads
thread_pool Global(500);

#define MAKE_POOL(name, n) thread_pool name(n)
void inMacro() {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 500 threads
  MAKE_POOL(pool, 500);
}

template <unsigned N> void templated() {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 300 threads
  thread_pool pool(N);
}
template void templated<300>();

template <typename T> void plainInTemplate(T) {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 300 threads
  thread_pool pool(300);
}
template void plainInTemplate(int);
template void plainInTemplate(long);

auto inLambda = [] {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 300 threads
  thread_pool pool(300);
};

// Whichever it is, it is too large; or it may be small.
void chosen(bool busy) {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets at least 64 threads
  thread_pool large(busy ? 256 : 64);
  thread_pool any(busy ? 256 : 4);
}

void changed(bool busy) {
  unsigned n = 256;
  if (!busy)
    n = 4;
  thread_pool one(n);
  unsigned half = 256;
  half /= 16;
  thread_pool two(half);
  unsigned down = 64;
  while (down > 8)
    --down;
  thread_pool three(down);
  int read = 256;
  extern void parse(int &);
  parse(read);
  thread_pool four(read);
}

// The machine

void coresTimes() {
  unsigned cores = std::thread::hardware_concurrency();
  thread_pool four(4 * cores);
  // CHECK: [[#@LINE+1]]: oversized-pool[per-core] a pool gets 5 threads a core for work of unknown kind, more than the budget of 4 a core
  thread_pool five(5 * cores);
  // CHECK: [[#@LINE+1]]: oversized-pool[per-core] a pool gets 16 threads a core
  thread_pool shifted(cores << 4);
  // CHECK: [[#@LINE+1]]: oversized-pool[per-core] a pool gets 8 threads a core
  thread_pool atLeast(std::max(8 * cores, 4u));
  // CHECK: [[#@LINE+1]]: oversized-pool[per-core] a pool gets 10 threads a core
  thread_pool guarded(std::max(1u, cores) * 10);
  thread_pool half(8 * cores / 2);
  thread_pool spare(cores - 1);
  thread_pool plus(2 * cores + 1);
  thread_pool cut(std::min(16 * cores, 24u));
  thread_pool either(cores ? cores : 500);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets at least 500 threads
  thread_pool most(std::max(cores, 500u));
}

unsigned coresOfThisMachine() {
  return std::max(1u, std::thread::hardware_concurrency());
}

void throughAHelper() {
  thread_pool as(coresOfThisMachine());
  // CHECK: [[#@LINE+1]]: oversized-pool[per-core] a pool gets 32 threads a core
  thread_pool many(coresOfThisMachine() * 32);
}

unsigned patchedCores() {
  unsigned cores = std::thread::hardware_concurrency();
  if (cores == 0)
    return 4;
  return cores;
}

// 0 says that the machine's cores were not counted.
void zeroIsReplaced(bool small) {
  unsigned n = std::thread::hardware_concurrency();
  if (n == 0)
    n = 4;
  thread_pool one(n);
  // CHECK: [[#@LINE+1]]: oversized-pool[per-core] a pool gets 16 threads a core
  thread_pool many(n * 16);
  // CHECK: [[#@LINE+1]]: oversized-pool[per-core] a pool gets 16 threads a core
  thread_pool helper(16 * patchedCores());
  unsigned other = std::thread::hardware_concurrency();
  if (small)
    other = 2;
  thread_pool chosen(other * 16);
}

// The caller

void startPool(unsigned n) { thread_pool pool(n); }

struct Server {
  Server(std::string name, unsigned threads = 64) : pool(threads) {}
  thread_pool pool;
};

void callers(unsigned given) {
  startPool(8);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 400 threads
  startPool(400);
  startPool(given);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 64 threads
  Server server("default");
  Server small("small", 8);
}

// Configuration, and what is not seen

extern unsigned FLAGS_threads;
unsigned FLAGS_workers = 64;
unsigned option(const char *name, unsigned otherwise);

void configuredSizes(int argc, char **argv) {
  thread_pool one(FLAGS_threads);
  thread_pool two(FLAGS_workers);
  thread_pool three(option("threads", 64));
  thread_pool four(std::atoi(argv[1]));
  const char *text = std::getenv("THREADS");
  thread_pool five(text ? std::atoi(text) : 64);
  unsigned n = std::stoul(argv[2]);
  thread_pool six(n == 0 ? 64 : n);
}

// No bound

void noBounds() {
  // CHECK: [[#@LINE+1]]: oversized-pool[no-bound] a pool gets 2147483647 threads at most
  thread_pool one(INT_MAX);
  // CHECK: [[#@LINE+1]]: oversized-pool[no-bound] a pool gets 18446744073709551615 threads at most
  thread_pool two(SIZE_MAX);
  // CHECK: [[#@LINE+1]]: oversized-pool[no-bound]
  thread_pool three(std::numeric_limits<int>::max());
  // CHECK: [[#@LINE+1]]: oversized-pool[no-bound]
  thread_pool four(-1);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 65535 threads
  thread_pool five(std::numeric_limits<std::uint16_t>::max());
}

// No size

void hints() {
  asio::io_context one(500);
  thread_pool two;
}
