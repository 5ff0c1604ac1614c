// Every entry of librdkafka.yaml.
// REQUIRES: tidepool, librdkafka
// RUN: %tidepool vocab %s --cover librdkafka -- %headers -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafkacpp.h>

void inC(rd_kafka_conf_t *settings, char *error) {
  rd_kafka_t *consumer = rd_kafka_new(RD_KAFKA_CONSUMER, settings, error, 99);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: rd_kafka_new: handle(clients)
  rd_kafka_consumer_poll(consumer, 1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: rd_kafka_consumer_poll: blocking(net), io(waits for sender, on argument 0), deadline(time 1)
  rd_kafka_t *producer = rd_kafka_new(RD_KAFKA_PRODUCER, settings, error, 99);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: rd_kafka_new: handle(remote)
  rd_kafka_poll(producer, 0);
  rd_kafka_flush(producer, 1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: rd_kafka_flush: blocking(net), io
  const struct rd_kafka_metadata *all;
  int64_t low, high;
  rd_kafka_topic_partition_list_t *partitions = nullptr;
  rd_kafka_metadata(producer, 1, nullptr, &all, 1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: rd_kafka_metadata: blocking(net), io(waits for server), deadline(time 4)
  rd_kafka_query_watermark_offsets(consumer, "topic", 0, &low, &high, 1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: rd_kafka_query_watermark_offsets: blocking(net), io(waits for server), deadline(time 5)
  rd_kafka_committed(consumer, partitions, 1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: rd_kafka_committed: blocking(net), io(waits for server), deadline(time 2)
  rd_kafka_offsets_for_times(consumer, partitions, 1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: rd_kafka_offsets_for_times: blocking(net), io(waits for server), deadline(time 2)
}

void inCpp(RdKafka::KafkaConsumer &consumer, RdKafka::Producer &producer) {
  consumer.consume(1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: RdKafka::KafkaConsumer::consume: blocking(net), io(waits for sender, on this), deadline(time 0)
  consumer.commitSync();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: RdKafka::KafkaConsumer::commitSync: blocking(net), io
  consumer.close();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: RdKafka::KafkaConsumer::close: blocking(net), io
  producer.poll(0);
  RdKafka::Metadata *all;
  int64_t low, high;
  std::vector<RdKafka::TopicPartition *> partitions;
  producer.metadata(true, nullptr, &all, 1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: RdKafka::Handle::metadata: blocking(net), io(waits for server), deadline(time 3)
  consumer.query_watermark_offsets("topic", 0, &low, &high, 1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: RdKafka::Handle::query_watermark_offsets: blocking(net), io(waits for server), deadline(time 4)
  consumer.offsetsForTimes(partitions, 1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: RdKafka::Handle::offsetsForTimes: blocking(net), io(waits for server), deadline(time 1)
  consumer.committed(partitions, 1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: RdKafka::KafkaConsumer::committed: blocking(net), io(waits for server), deadline(time 1)
  producer.flush(1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: RdKafka::Producer::flush: blocking(net), io
}
