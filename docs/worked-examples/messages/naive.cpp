// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The naive way: a thread for each item of a message, as many workers as can be
// had, and requests that never give up.

#include "bus.h"
#include <string>
#include <utility>
#include <vector>

void store(const std::string &item);

struct Orders : bus::Handler {
  void handle(const bus::Message &message) override {
    for (const std::string &item : message.items)
      bus::background([item] { store(item); });
  }
};

void priceAll(const std::vector<std::string> &items) {
  std::vector<bus::Request> requests;
  for (const std::string &item : items)
    requests.push_back({"price", item});
  bus::send_all(std::move(requests));
}

std::string price(const std::string &item) {
  bus::Client client("prices");
  return client.request("price", item);
}

void serve() {
  bus::Service service("orders", 1000);
  service.set_workers(200);
  service.on_message("order", [](const bus::Message &message) {
    for (const std::string &item : message.items)
      bus::background([item] { store(item); });
  });
}
