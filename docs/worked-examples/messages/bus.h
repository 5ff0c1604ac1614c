// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A framework that does not exist: services with workers that handle messages,
// background threads, and clients that ask other services.

#ifndef BUS_H
#define BUS_H

#include <functional>
#include <string>
#include <vector>

namespace bus {

struct Message {
  std::vector<std::string> items;
};

struct Handler {
  virtual ~Handler();
  virtual void handle(const Message &message) = 0;
};

class Service {
public:
  Service(const char *name, int workers);
  void set_workers(int workers);
  void on_message(const char *topic, std::function<void(const Message &)> run);
  /// Queues \p work; waits while the queue is full.
  void post(std::function<void()> work);
};

/// Runs \p work on a thread of its own.
void background(std::function<void()> work);

/// A request that is not sent yet.
struct Request {
  std::string topic, text;
};
/// Sends all of them, and waits for all answers; with a limit, so many at once.
std::vector<std::string> send_all(std::vector<Request> requests);
std::vector<std::string> send_all(std::vector<Request> requests, int limit);

class Client {
public:
  explicit Client(const char *service);
  ~Client();
  void set_timeout(int milliseconds);
  std::string request(const char *topic, const std::string &text);
  std::string request(const char *topic, const std::string &text,
                      int milliseconds);
};

} // namespace bus

#endif // BUS_H
