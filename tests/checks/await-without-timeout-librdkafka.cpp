// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// librdkafka, with its real headers.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++20
// CUTS: 4

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafkacpp.h>
#include <memory>
#include <string>

void handle(const RdKafka::Message &message);

// Whoever consumes waits for whoever produces.
void inALoop(RdKafka::KafkaConsumer &consumer, const bool &running) {
  while (running) {
    std::unique_ptr<RdKafka::Message> message(consumer.consume(-1));
    handle(*message);
  }
}

void inTime(RdKafka::KafkaConsumer &consumer) {
  std::unique_ptr<RdKafka::Message> message(consumer.consume(1000));
  handle(*message);
}

void asksForEver(RdKafka::KafkaConsumer &consumer) {
  int64_t low, high;
  // CHECK: [[#@LINE+1]]: await-without-timeout[explicit-infinite] 'RdKafka::Handle::query_watermark_offsets' is told to wait for a server for ever
  consumer.query_watermark_offsets("topic", 0, &low, &high, -1);
  consumer.query_watermark_offsets("topic", 0, &low, &high, 5000);
}

void asksForEverInC(rd_kafka_t *client, int time) {
  const struct rd_kafka_metadata *all;
  // CHECK: [[#@LINE+1]]: await-without-timeout[explicit-infinite] 'rd_kafka_metadata'
  rd_kafka_metadata(client, 1, nullptr, &all, -1);
  rd_kafka_metadata(client, 1, nullptr, &all, time);
}

void everyMessageEndsByItself(RdKafka::Producer &producer) {
  producer.flush(-1);
}
