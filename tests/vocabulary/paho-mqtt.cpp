// Every entry of paho-mqtt.yaml.
// REQUIRES: tidepool, paho-mqtt
// RUN: %tidepool vocab %s --cover paho-mqtt -- %headers -std=c++17 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <MQTTAsync.h>
#include <MQTTClient.h>
#include <mqtt/async_client.h>
#include <mqtt/client.h>

using namespace std::chrono_literals;

void tokens(const std::string &text) {
  mqtt::async_client client("tcp://host:1883", "name");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::async_client::async_client: handle(clients, this)
  mqtt::token_ptr connected = client.connect();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::async_client::connect: io
  connected->get_connect_response();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::token::get_connect_response: blocking(net), io
  client.reconnect();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::async_client::reconnect: io
  client.publish("topic", text)->wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::async_client::publish: io(starts with server)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: mqtt::token::wait: wait(task), io(waits for task, on this)
  mqtt::token_ptr asked = client.subscribe("topic", 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::async_client::subscribe: io(starts with server)
  asked->wait_for(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::token::wait_for: wait(task, timed), deadline(ready, on this, time 0)
  asked->wait_for(5000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::token::wait_for: wait(task, timed), deadline(ready, on this, time 0)
  asked->wait_until(std::chrono::steady_clock::now() + 5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::token::wait_until: wait(task, timed), deadline(ready, on this)
  asked->get_subscribe_response();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::token::get_subscribe_response: wait(task), io(waits for task, on this)
  client.unsubscribe("topic")->get_unsubscribe_response();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::async_client::unsubscribe: io(starts with server)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: mqtt::token::get_unsubscribe_response: wait(task), io(waits for task, on this)
  mqtt::topic topic(client, "topic");
  topic.publish(text);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::topic::publish: io(starts with server)
  topic.subscribe();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::topic::subscribe: io(starts with server)
  asked->try_wait();
  client.start_consuming();
  client.consume_message();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::async_client::consume_message: blocking(net), io(waits for sender, on this)
  mqtt::const_message_ptr message;
  client.try_consume_message(&message);
  client.try_consume_message_for(&message, 5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::async_client::try_consume_message_for: blocking(net), io
  client.try_consume_message_until(&message,
                                   std::chrono::steady_clock::now() + 5s);
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: mqtt::async_client::try_consume_message_until: blocking(net), io
  client.disconnect();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::async_client::disconnect: io
}

void blocking(const mqtt::message &message) {
  mqtt::client client("tcp://host:1883", "name");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::client::client: handle(clients, this)
  client.connect();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::client::connect: blocking(net), io
  client.reconnect();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::client::reconnect: blocking(net), io
  client.publish(message);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::client::publish: blocking(net), io
  client.subscribe("topic");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::client::subscribe: blocking(net), io
  client.unsubscribe("topic");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::client::unsubscribe: blocking(net), io
  client.consume_message();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::client::consume_message: blocking(net), io(waits for sender, on this)
  mqtt::const_message_ptr taken;
  client.try_consume_message_for(&taken, 5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::client::try_consume_message_for: blocking(net), io
  client.try_consume_message_until(&taken,
                                   std::chrono::steady_clock::now() + 5s);
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: mqtt::client::try_consume_message_until: blocking(net), io
  client.disconnect();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::client::disconnect: blocking(net), io
}

void handlers(mqtt::async_client &client) {
  client.set_message_callback([](mqtt::const_message_ptr) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::async_client::set_message_callback: handler(argument 0)
  client.set_connected_handler([](const std::string &) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::async_client::set_connected_handler: handler(argument 0)
  client.set_connection_lost_handler([](const std::string &) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::async_client::set_connection_lost_handler: handler(argument 0)
  client.set_disconnected_handler(
      [](const mqtt::properties &, mqtt::ReasonCode) {});
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: mqtt::async_client::set_disconnected_handler: handler(argument 0)
}

struct Events : mqtt::callback, mqtt::iaction_listener {
  void connected(const std::string &cause) override {}
  void connection_lost(const std::string &cause) override {}
  void message_arrived(mqtt::const_message_ptr message) override {}
  void delivery_complete(mqtt::delivery_token_ptr token) override {}
  void on_success(const mqtt::token &token) override {}
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::token: task(eager)
  void on_failure(const mqtt::token &token) override {}
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::token: task(eager)
};
void calls(Events &events, const mqtt::token &token,
           mqtt::delivery_token_ptr delivered) {
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: mqtt::token: task(eager)
  events.connected("");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::callback::connected: handler
  events.connection_lost("");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::callback::connection_lost: handler
  events.message_arrived(nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::callback::message_arrived: handler
  events.delivery_complete(delivered);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::callback::delivery_complete: handler
  events.on_success(token);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::iaction_listener::on_success: handler
  events.on_failure(token);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mqtt::iaction_listener::on_failure: handler
}

int arrived(void *, char *, int, MQTTClient_message *);
void lost(void *, char *);
void delivered(void *, int);

void inC(MQTTClient client, MQTTClient_connectOptions *options,
         MQTTClient_message *message, char *topic, int *qualities) {
  MQTTClient_deliveryToken token;
  MQTTClient_setCallbacks(client, nullptr, lost, arrived, delivered);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_setCallbacks: handler(argument 3)
  MQTTClient_setDisconnected(client, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_setDisconnected: handler(argument 2)
  MQTTClient_setPublished(client, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_setPublished: handler(argument 2)
  MQTTClient_connect(client, options);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_connect: blocking(net), io
  MQTTClient_connect5(client, options, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_connect5: blocking(net), io
  MQTTClient_subscribe(client, topic, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_subscribe: blocking(net), io
  MQTTClient_subscribe5(client, topic, 1, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_subscribe5: blocking(net), io
  MQTTClient_subscribeMany(client, 1, &topic, qualities);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_subscribeMany: blocking(net), io
  MQTTClient_subscribeMany5(client, 1, &topic, qualities, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_subscribeMany5: blocking(net), io
  MQTTClient_publish(client, topic, 4, "text", 1, 0, &token);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_publish: blocking(net), io
  MQTTClient_publish5(client, topic, 4, "text", 1, 0, nullptr, &token);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_publish5: blocking(net), io
  MQTTClient_publishMessage(client, topic, message, &token);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_publishMessage: blocking(net), io
  MQTTClient_publishMessage5(client, topic, message, &token);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_publishMessage5: blocking(net), io
  MQTTClient_waitForCompletion(client, token, 5000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_waitForCompletion: blocking(net), io(waits for server), deadline(time 2)
  int length;
  MQTTClient_receive(client, &topic, &length, &message, 5000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_receive: blocking(net), io(waits for sender), deadline(time 4)
  MQTTClient_unsubscribe(client, topic);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_unsubscribe: blocking(net), io
  MQTTClient_unsubscribe5(client, topic, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_unsubscribe5: blocking(net), io
  MQTTClient_unsubscribeMany(client, 1, &topic);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_unsubscribeMany: blocking(net), io
  MQTTClient_unsubscribeMany5(client, 1, &topic, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_unsubscribeMany5: blocking(net), io
  MQTTClient_disconnect(client, 1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_disconnect: blocking(net), io
  MQTTClient_disconnect5(client, 1000, MQTTREASONCODE_SUCCESS, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTClient_disconnect5: blocking(net), io
}

void asynchronousInC(MQTTAsync client, MQTTAsync_token token) {
  MQTTAsync_setCallbacks(client, nullptr, nullptr, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTAsync_setCallbacks: handler(argument 3)
  MQTTAsync_setMessageArrivedCallback(client, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTAsync_setMessageArrivedCallback: handler(argument 2)
  MQTTAsync_setConnectionLostCallback(client, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTAsync_setConnectionLostCallback: handler(argument 2)
  MQTTAsync_setDeliveryCompleteCallback(client, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTAsync_setDeliveryCompleteCallback: handler(argument 2)
  MQTTAsync_setConnected(client, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTAsync_setConnected: handler(argument 2)
  MQTTAsync_setDisconnected(client, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTAsync_setDisconnected: handler(argument 2)
  MQTTAsync_waitForCompletion(client, token, 5000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: MQTTAsync_waitForCompletion: blocking(net), io(waits for server), deadline(time 2)
}
