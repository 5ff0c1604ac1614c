// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A thread for each element that an object keeps: who decided how many there are?
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --prefix=CHECK,STRICT --options=Level=strict

#include <future>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

using Strings = std::vector<std::string>;
void fetch(const std::string &);

class AddedOncePerCall {
public:
  void add(const std::string &url) { urls.push_back(url); }
  void push() {
    std::vector<std::jthread> threads;
    for (const std::string &url : urls)
      threads.emplace_back(fetch, url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
  }

private:
  Strings urls;
};

// Whoever registers too many is turned away.
class CutWhereAdded {
public:
  bool add(const std::string &url) {
    if (urls.size() >= 8)
      return false;
    urls.push_back(url);
    return true;
  }
  void push() {
    std::vector<std::jthread> threads;
    for (const std::string &url : urls)
      threads.emplace_back(fetch, url);
    // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }

private:
  Strings urls;
};

class AddedByAHelper {
public:
  void add(const std::string &url) { keep("https://" + url); }
  void push() {
    std::vector<std::jthread> threads;
    for (const std::string &url : urls)
      threads.emplace_back(fetch, url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }

private:
  void keep(const std::string &url) { urls.push_back(url); }
  Strings urls;
};

class TakenOverByTheConstructor {
public:
  explicit TakenOverByTheConstructor(Strings all) : urls(std::move(all)) {}
  void push() {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < urls.size(); ++i)
      threads.emplace_back(fetch, urls[i]);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }

private:
  Strings urls;
};

class Assigned {
public:
  void set(const Strings &all) { urls = all; }
  void push() {
    std::vector<std::jthread> threads;
    for (const std::string &url : urls)
      threads.emplace_back(fetch, url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }

private:
  Strings urls;
};

class ReadToAnEnd {
public:
  void load() {
    std::string line;
    while (std::getline(std::cin, line))
      urls->push_back(line);
  }
  void push() {
    std::vector<std::jthread> threads;
    for (const std::string &url : *urls)
      threads.emplace_back(fetch, url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }

private:
  std::unique_ptr<Strings> urls = std::make_unique<Strings>();
};

class GivenOut {
public:
  void add(const std::string &url) { urls.push_back(url); }
  const Strings &all() const { return urls; }
  void push() {
    std::vector<std::jthread> threads;
    for (const std::string &url : all())
      threads.emplace_back(fetch, url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }

private:
  Strings urls;
};

// What the caller hands in is not kept.
struct Request {
  Strings urls;
};

void partOfAParameter(const Request &request) {
  std::vector<std::jthread> threads;
  for (const std::string &url : request.urls)
    threads.emplace_back(fetch, url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

// Filled by other units.
class FilledElsewhere {
public:
  void push() {
    std::vector<std::jthread> threads;
    for (const std::string &url : urls)
      threads.emplace_back(fetch, url);
    // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }
  Strings urls;
};

// The plan was cut where it was made.
struct Plan {
  std::vector<int> parts;
};

class FilledFromAPlan {
public:
  void prepare() {
    for (std::size_t i = 0; i <= bounds.size(); ++i)
      plan->parts.emplace_back(int(i));
  }
  void run() {
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < plan->parts.size(); ++i)
      threads.emplace_back(
          [this, i] { fetch(std::to_string(plan->parts[i])); });
    // STRICT: [[#@LINE-2]]: unbounded-spawn-in-loop[per-item]
  }

private:
  Plan *plan;
  std::vector<int> bounds;
};

struct Config {
  Strings hosts;
};

class SetUpByConfiguration {
public:
  explicit SetUpByConfiguration(const Config &config) : hosts(config.hosts) {
    hosts.push_back("localhost");
  }
  void probe() {
    std::vector<std::jthread> threads;
    for (const std::string &host : hosts)
      threads.emplace_back(fetch, host);
    // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }

private:
  Strings hosts;
};

static Strings named;

void nameOne(const std::string &url) { named.push_back(url); }

void aGlobalThatGrows() {
  std::vector<std::jthread> threads;
  for (const std::string &url : named)
    threads.emplace_back(fetch, url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

extern Strings configured;

void aGlobalOfAnotherUnit() {
  std::vector<std::jthread> threads;
  for (const std::string &url : configured)
    threads.emplace_back(fetch, url);
  // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

// A handler is called once for each of something.
static Strings arrived;

static void onArrival(const std::string &url) { arrived.push_back(url); }
void subscribe(void (*handler)(const std::string &));

void aGlobalThatAHandlerFills() {
  subscribe(onArrival);
  std::vector<std::jthread> threads;
  for (const std::string &url : arrived)
    threads.emplace_back(fetch, url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}
