// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The same with a bound for all that starts, and a time for all that waits.

#include "bus.h"
#include <string>
#include <utility>
#include <vector>

void store(const std::string &item);

struct Orders : bus::Handler {
  explicit Orders(bus::Service &service) : service(service) {}
  void handle(const bus::Message &message) override {
    for (const std::string &item : message.items)
      service.post([item] { store(item); });
  }
  bus::Service &service;
};

void priceAll(const std::vector<std::string> &items) {
  std::vector<bus::Request> requests;
  for (const std::string &item : items)
    requests.push_back({"price", item});
  bus::send_all(std::move(requests), 8);
}

std::string price(const std::string &item) {
  bus::Client client("prices");
  client.set_timeout(500);
  return client.request("price", item);
}

std::string priceInTime(const std::string &item) {
  bus::Client client("prices");
  return client.request("price", item, 500);
}

void serve() {
  bus::Service service("orders", 10);
  service.set_workers(8);
  service.on_message("order", [&service](const bus::Message &message) {
    for (const std::string &item : message.items)
      service.post([item] { store(item); });
  });
}
