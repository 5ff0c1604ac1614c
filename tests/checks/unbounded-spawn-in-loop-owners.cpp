// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Tasks kept in members of objects, long-lived ones, starts let through by a flag, containers
// that the same function fills, and tasks that start themselves.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --prefix=CHECK,STRICT --options=Level=strict

#include <atomic>
#include <future>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <vector>

using Strings = std::vector<std::string>;
void fetch(const std::string &);
void work(int);

struct Connection {
  void start() {
    thread = std::thread([this] { serve(); });
  }
  void serve();
  std::thread thread;
};

// How many there are was chosen where they were made: unknown, so silent.
void startsEachOfItsWorkers(std::vector<Connection> &workers) {
  for (Connection &worker : workers)
    worker.start();
  // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[unknown-bound]
}

void ownerMadeForEach(const Strings &urls) {
  std::vector<Connection *> all;
  for (const std::string &url : urls) {
    auto *connection = new Connection;
    connection->thread = std::thread(fetch, url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    all.push_back(connection);
  }
}

void sharedOwnerMadeForEach(const Strings &urls) {
  std::list<std::shared_ptr<Connection>> all;
  for (const std::string &url : urls) {
    auto connection = std::make_shared<Connection>();
    connection->start();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
    all.push_back(connection);
  }
}

void ownerOfEachConnection(int listener) {
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    auto connection = std::make_shared<Connection>();
    connection->start();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
    work(client);
  }
}

void ownerMovedAway(const Strings &urls) {
  std::vector<Connection> all;
  for (const std::string &url : urls) {
    Connection connection;
    connection.thread = std::thread(fetch, url);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    all.push_back(std::move(connection));
  }
}

struct Joining {
  void start() { thread = std::thread(work, 1); }
  ~Joining() { thread.join(); }
  std::thread thread;
};
void ownerThatEndsWithTheTurn(const Strings &urls) {
  for (const std::string &url : urls) {
    Joining owner;
    owner.start();
  }
}

struct Job {
  explicit Job(const std::string &url) : done(std::async(fetch, url)) {}
  std::future<void> done;
};
void startedByAConstructor(const Strings &urls) {
  std::vector<std::unique_ptr<Job>> jobs;
  for (const std::string &url : urls)
    jobs.push_back(std::unique_ptr<Job>(new Job(url)));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  for (const std::string &url : urls)
    Job job(url);
}

struct Service {
  void restart() {
    if (thread.joinable())
      thread.join();
    thread = std::thread(work, 1);
  }
  void keepAlive() {
    for (;;)
      restart();
  }
  std::thread thread;
};

class Lazy {
public:
  void post() {
    if (running)
      return;
    running = true;
    std::thread([this] { drain(); }).detach();
  }
  void postEach(const Strings &urls) {
    for (const std::string &url : urls)
      if (!url.empty())
        post();
  }

private:
  void drain();
  bool running = false;
};

struct Batch {
  void waitAll() {
    for (std::thread &thread : threads)
      thread.join();
    threads.clear();
  }
  void drainedByAMember(const Strings &urls) {
    int count = 0;
    for (const std::string &url : urls) {
      threads.emplace_back(fetch, url);
      if (++count % 4 == 0)
        waitAll();
    }
  }
  std::vector<std::thread> threads;
};

void aKeyIsNoBatch(int key, pthread_t previous, const Strings &urls) {
  std::vector<std::thread> threads;
  for (const std::string &url : urls) {
    threads.emplace_back(fetch, url);
    if (key == 'q')
      pthread_join(previous, nullptr);
    // CHECK: [[#@LINE-3]]: unbounded-spawn-in-loop[per-item]
  }
}

void listFilledHere() {
  Strings names = {"a", "b"};
  names.push_back("c");
  std::vector<std::thread> threads;
  for (const std::string &name : names)
    threads.emplace_back(fetch, name);
}

void onceForAll(const Strings &urls) {
  for (const std::string &url : urls) {
    static Joining service;
    static std::thread helper(fetch, url);
  }
}

// Recursion is another check's; this one must only not follow it for ever.
int fibonacci(int n) {
  if (n < 2)
    return n;
  std::future<int> left = std::async(std::launch::async, fibonacci, n - 1);
  return left.get() + fibonacci(n - 2);
}
struct Again {
  void run() {
    std::thread([this] { run(); }).detach();
  }
};
void ping();
void pong() { std::thread(ping).detach(); }
void ping() { std::thread(pong).detach(); }

class Download {
public:
  explicit Download(std::string url) : worker([url] { fetch(url); }) {}

private:
  std::jthread worker;
};

void constructorBehindMakeUnique(const Strings &urls) {
  std::vector<std::unique_ptr<Download>> all;
  for (const std::string &url : urls)
    all.push_back(std::make_unique<Download>(url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
}

void constructorBehindEmplaceBack(const Strings &urls) {
  std::list<Download> all;
  for (const std::string &url : urls)
    all.emplace_back(url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

void fixedNumberBehindMakeShared() {
  std::vector<std::shared_ptr<Download>> all;
  for (int i = 0; i < 4; ++i)
    all.push_back(std::make_shared<Download>("mirror"));
}

// Its destructor waits before the next one is made.
void oneAtATimeInAnOptional(const Strings &urls) {
  std::optional<std::jthread> one;
  for (const std::string &url : urls)
    one.emplace([url] { fetch(url); });
}

std::atomic<bool> stopping;
struct Peer {
  void run() {
    while (!stopping)
      fetch(name);
  }
  std::string name;
};

// As many as are configured, most likely; only Level: strict asks.
void longLivedThreadPerPeer(std::vector<Peer> &peers) {
  for (Peer &peer : peers)
    std::thread(&Peer::run, &peer).detach();
  // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'peers'
}

void longLivedUntilItsFlagSaysSo(std::vector<Peer> &peers) {
  for (Peer &peer : peers)
    std::thread([&peer] {
      for (;;) {
        fetch(peer.name);
        if (stopping)
          break;
      }
    }).detach();
  // STRICT: [[#@LINE-7]]: unbounded-spawn-in-loop[per-item]
}

// A loop that ends with its own work is a task like any other.
void readsUntilTheEnd(std::vector<Peer> &peers) {
  for (Peer &peer : peers)
    std::thread([&peer] {
      while (true) {
        char buffer[64];
        if (recv(0, buffer, sizeof buffer, 0) <= 0)
          break;
        fetch(peer.name);
      }
    }).detach();
  // CHECK: [[#@LINE-8]]: unbounded-spawn-in-loop[per-item]
}

bool isStopping();
struct Backend {
  bool isStopped() const;
  bool closed() const;
  void receive();
};

void responder(Backend *backend) {
  if (isStopping()) {
    return;
  } else {
    try {
      for (;;) {
        backend->receive();
        if (backend->isStopped())
          break;
      }
    } catch (...) {
    }
  }
}
void longLivedInATryBlock(std::vector<Backend> &backends) {
  for (Backend &backend : backends)
    std::thread(responder, &backend).detach();
  // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

void session(Backend *backend) {
  for (;;) {
    backend->receive();
    if (backend->closed())
      break;
  }
}
void endsWithItsConnection(std::vector<Backend> &backends) {
  for (Backend &backend : backends)
    std::thread(session, &backend).detach();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

// Its code is elsewhere; the name speaks of a thread that lives on.
void listenerThread(Backend *backend);
void namedForAThread(std::vector<Backend> &backends) {
  for (Backend &backend : backends)
    std::thread(listenerThread, &backend).detach();
  // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

// But what clients start is theirs.
void namedForAThreadPerConnection(int listener) {
  while (true) {
    int client = accept(listener, nullptr, nullptr);
    std::thread(listenerThread, new Backend[client]).detach();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
  }
}

std::thread startOne(const std::string &url) {
  std::thread thread([url] { fetch(url); });
  return thread;
}
void helperReturnsItsThread(const Strings &urls) {
  std::vector<std::thread> threads;
  for (const std::string &url : urls)
    threads.push_back(startOne(url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  for (std::thread &thread : threads)
    thread.join();
}
void helperReturnsItsThreadThatIsJoined(const Strings &urls) {
  for (const std::string &url : urls)
    startOne(url).join();
}

// As many as the caller of the constructor wanted, whatever indexes them.
class Loops {
public:
  explicit Loops(int size) {
    for (int i = 0; i < size; ++i)
      all.push_back(i);
  }
  void run() {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < all.size(); ++i)
      threads.emplace_back(work, all[i]);
    // STRICT: [[#@LINE-1]]: unbounded-spawn-in-loop[unknown-bound]
  }

private:
  std::vector<int> all;
};
