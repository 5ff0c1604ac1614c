// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Clients of MQTT, with their real headers.
//
// RUN: %tidepool_test %s await-without-timeout %t --notes
// FLAGS: -std=c++17
// CUTS: 4

#include <MQTTClient.h>
#include <mosquitto.h>
#include <mosquittopp.h>
#include <mqtt/async_client.h>
#include <mqtt/client.h>
#include <string>

using namespace std::chrono_literals;

void show(const std::string &text);

void published(const std::string &text) {
  mqtt::async_client client("tcp://host:1883", "name");
  client.connect()->wait();
  client.publish("topic", text)->wait();
  // CHECK: [[#@LINE-1]]: await-without-timeout[no-deadline] 'mqtt::token::wait' waits for a result with no timeout
  // CHECK: note[use wait_for with a timeout, and treat false as no answer
}

void subscribed(mqtt::async_client &client) {
  mqtt::token_ptr token = client.subscribe("topic", 1);
  token->wait();
  // CHECK: [[#@LINE-1]]: await-without-timeout[no-deadline] 'mqtt::token::wait'
  // CHECK: note[nothing that happens to 'token' before bounds the wait
  // CHECK: note[use wait_for with a timeout
}

void connectsInTimeByItself(mqtt::async_client &client) {
  mqtt::token_ptr token = client.connect();
  token->wait();
}

void inTime(mqtt::async_client &client) {
  client.publish("topic", "text")->wait_for(5s);
  client.subscribe("topic", 1)->wait_for(5000);
}

void readyBefore(mqtt::async_client &client) {
  mqtt::token_ptr token = client.publish("topic", "text");
  if (token->wait_for(5s))
    token->wait();
}

void ofTheCaller(mqtt::token &token) { token.wait(); }

void messages(mqtt::async_client &client) {
  while (true)
    show(client.consume_message()->to_string());
}

void oneMessageInTime(mqtt::async_client &client) {
  mqtt::const_message_ptr message;
  if (client.try_consume_message_for(&message, 5s))
    show(message->to_string());
}

void blocking() {
  mqtt::client client("tcp://host:1883", "name");
  client.connect();
  client.publish("topic", "text", 4);
  client.disconnect();
}

void inCInTime(MQTTClient client, MQTTClient_message *message,
               MQTTClient_deliveryToken token, unsigned long time) {
  char *topic;
  int length;
  MQTTClient_receive(client, &topic, &length, &message, 1000);
  MQTTClient_waitForCompletion(client, token, time);
}

// A subscriber waits for messages by design.
void collected() {
  mosquitto_message *messages;
  mosquitto_subscribe_simple(&messages, 8, false, "topic", 1, "host", 1883,
                             nullptr, 60, true, nullptr, nullptr, nullptr,
                             nullptr);
  mosqpp::subscribe_simple(&messages, 8, false, "topic");
}

void collectedInTime(mosquitto *client) {
  for (int turn = 0; turn < 50; ++turn)
    mosquitto_loop(client, 100, 1);
}
