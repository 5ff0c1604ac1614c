// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Clients of MQTT, with their real headers: a thread for each client, and what
// their threads run.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --notes
// FLAGS: -std=c++17
// CUTS: 4

#include <future>
#include <memory>
#include <mosquitto.h>
#include <mosquittopp.h>
#include <mqtt/async_client.h>
#include <string>
#include <thread>
#include <vector>

void handle(const std::string &part);
std::vector<std::string> partsOf(const mqtt::message &message);

void perHost(const std::vector<std::string> &hosts) {
  std::vector<mosquitto *> clients;
  for (const std::string &host : hosts) {
    mosquitto *client = mosquitto_new(nullptr, true, nullptr);
    mosquitto_connect_async(client, host.c_str(), 1883, 60);
    mosquitto_loop_start(client);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'hosts'
    // CHECK: note[in this loop
    // CHECK: note[bound it with one thread that polls the mosquitto_socket of every client
    clients.push_back(client);
  }
}

void fourClients(mosquitto *clients[4]) {
  for (int i = 0; i < 4; ++i)
    mosquitto_loop_start(clients[i]);
}

void oneAfterTheOther(const std::vector<std::string> &hosts) {
  for (const std::string &host : hosts) {
    mosquitto *client = mosquitto_new(nullptr, true, nullptr);
    mosquitto_connect_async(client, host.c_str(), 1883, 60);
    mosquitto_loop_start(client);
    mosquitto_loop_stop(client, false);
    mosquitto_destroy(client);
  }
}

void perClient(const std::vector<std::string> &hosts) {
  std::vector<std::unique_ptr<mosqpp::mosquittopp>> clients;
  for (const std::string &host : hosts) {
    auto client = std::make_unique<mosqpp::mosquittopp>();
    client->connect_async(host.c_str());
    client->loop_start();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'hosts'
    // CHECK: note[in this loop
    // CHECK: note[bound it with one thread that polls the socket of every client
    clients.push_back(std::move(client));
  }
}

// How many there are was decided where they were made.
void ofTheCaller(std::vector<mosqpp::mosquittopp *> &clients) {
  for (mosqpp::mosquittopp *client : clients)
    client->loop_start();
}

struct Events : mqtt::callback {
  void message_arrived(mqtt::const_message_ptr message) override {
    std::vector<std::future<void>> parts;
    for (const std::string &part : partsOf(*message))
      parts.push_back(std::async(std::launch::async, handle, part));
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element
    // CHECK: note[in this loop
    // CHECK: note[bound it with
  }
};
