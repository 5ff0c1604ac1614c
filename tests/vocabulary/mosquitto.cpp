// Every entry of mosquitto.yaml.
// REQUIRES: tidepool, mosquitto
// RUN: %tidepool vocab %s --cover mosquitto -- %headers -std=c++17 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <mosquitto.h>
#include <mosquittopp.h>

int take(mosquitto *, void *, const mosquitto_message *);

void inC(mosquitto *client) {
  mosquitto_connect_callback_set(client, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_connect_callback_set: handler(argument 1)
  mosquitto_connect_with_flags_callback_set(client, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_connect_with_flags_callback_set: handler(argument 1)
  mosquitto_connect_v5_callback_set(client, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_connect_v5_callback_set: handler(argument 1)
  mosquitto_disconnect_callback_set(client, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_disconnect_callback_set: handler(argument 1)
  mosquitto_disconnect_v5_callback_set(client, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_disconnect_v5_callback_set: handler(argument 1)
  mosquitto_publish_callback_set(client, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_publish_callback_set: handler(argument 1)
  mosquitto_publish_v5_callback_set(client, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_publish_v5_callback_set: handler(argument 1)
  mosquitto_message_callback_set(client, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_message_callback_set: handler(argument 1)
  mosquitto_message_v5_callback_set(client, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_message_v5_callback_set: handler(argument 1)
  mosquitto_subscribe_callback_set(client, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_subscribe_callback_set: handler(argument 1)
  mosquitto_subscribe_v5_callback_set(client, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_subscribe_v5_callback_set: handler(argument 1)
  mosquitto_unsubscribe_callback_set(client, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_unsubscribe_callback_set: handler(argument 1)
  mosquitto_unsubscribe_v5_callback_set(client, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_unsubscribe_v5_callback_set: handler(argument 1)
  mosquitto_connect(client, "host", 1883, 60);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_connect: blocking(net), io
  mosquitto_connect_bind(client, "host", 1883, 60, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_connect_bind: blocking(net), io
  mosquitto_connect_bind_v5(client, "host", 1883, 60, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_connect_bind_v5: blocking(net), io
  mosquitto_connect_async(client, "host", 1883, 60);
  mosquitto_reconnect(client);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_reconnect: blocking(net), io
  mosquitto_loop_start(client);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_loop_start: spawn(thread, argument 0)
  mosquitto_publish(client, nullptr, "topic", 4, "text", 1, false);
  mosquitto_loop_stop(client, false);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_loop_stop: wait(task, argument 0)
  mosquitto_loop(client, 1000, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_loop: blocking(net), io
  mosquitto_loop_read(client, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_loop_read: blocking(net), io
  mosquitto_loop_write(client, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_loop_write: blocking(net), io
  mosquitto_loop_misc(client);
  mosquitto_loop_forever(client, -1, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosquitto_loop_forever: blocking(net)
  mosquitto_message *messages;
  mosquitto_subscribe_simple(&messages, 1, true, "topic", 1, "host", 1883,
                             nullptr, 60, true, nullptr, nullptr, nullptr,
                             nullptr);
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: mosquitto_subscribe_simple: blocking(net)
  mosquitto_subscribe_callback(take, nullptr, "topic", 1, "host", 1883, nullptr,
                               60, true, nullptr, nullptr, nullptr, nullptr);
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: mosquitto_subscribe_callback: blocking(net)
}

struct Client : mosqpp::mosquittopp {
  void on_connect(int) override {}
  void on_connect_with_flags(int, int) override {}
  void on_disconnect(int) override {}
  void on_publish(int) override {}
  void on_message(const mosquitto_message *) override {}
  void on_subscribe(int, int, const int *) override {}
  void on_unsubscribe(int) override {}
};

void inCpp(Client &client) {
  client.connect("host");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::mosquittopp::connect: blocking(net), io
  client.connect_async("host");
  client.reconnect();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::mosquittopp::reconnect: blocking(net), io
  client.loop_start();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::mosquittopp::loop_start: spawn(thread)
  client.loop_stop();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::mosquittopp::loop_stop: wait(task)
  client.loop();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::mosquittopp::loop: blocking(net), io
  client.loop_read();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::mosquittopp::loop_read: blocking(net), io
  client.loop_write();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::mosquittopp::loop_write: blocking(net), io
  client.loop_forever();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::mosquittopp::loop_forever: blocking(net)
  client.on_connect(0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::mosquittopp::on_connect: handler
  client.on_connect_with_flags(0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::mosquittopp::on_connect_with_flags: handler
  client.on_disconnect(0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::mosquittopp::on_disconnect: handler
  client.on_publish(0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::mosquittopp::on_publish: handler
  client.on_message(nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::mosquittopp::on_message: handler
  client.on_subscribe(0, 0, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::mosquittopp::on_subscribe: handler
  client.on_unsubscribe(0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::mosquittopp::on_unsubscribe: handler
  mosquitto_message *messages;
  mosqpp::subscribe_simple(&messages, 1, true, "topic");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::subscribe_simple: blocking(net)
  mosqpp::subscribe_callback(take, nullptr, "topic");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: mosqpp::subscribe_callback: blocking(net)
}
