// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A thread per connection: whoever connects decides how many threads there are.

#include "crawler.h"
#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <sys/socket.h>
#include <thread>

void serve(int listener) {
  for (;;) {
    int connection = accept(listener, nullptr, nullptr);
    if (connection < 0)
      continue;
    // expect: unbounded-spawn-in-loop
    std::thread(answer, connection).detach();
  }
}

namespace {

/// At most 64 connections wait here; the others wait in the kernel.
class Waiting {
public:
  void push(int connection) {
    std::unique_lock<std::mutex> lock(mutex);
    room.wait(lock, [this] { return connections.size() < 64; });
    connections.push_back(connection);
    work.notify_one();
  }

  int pop() {
    std::unique_lock<std::mutex> lock(mutex);
    work.wait(lock, [this] { return !connections.empty(); });
    int connection = connections.front();
    connections.pop_front();
    room.notify_one();
    return connection;
  }

private:
  std::mutex mutex;
  std::condition_variable room;
  std::condition_variable work;
  std::deque<int> connections;
};

} // namespace

// Bounded: as many workers as the machine has cores, fed by a queue.
void serveWithWorkers(int listener) {
  Waiting waiting;
  std::vector<std::thread> workers;
  unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  for (unsigned i = 0; i < cores; ++i)
    workers.emplace_back([&waiting] {
      for (;;)
        answer(waiting.pop());
    });
  for (;;) {
    int connection = accept(listener, nullptr, nullptr);
    if (connection >= 0)
      waiting.push(connection);
  }
}
