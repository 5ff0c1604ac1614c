// Every entry of moodycamel.yaml.
// REQUIRES: tidepool, moodycamel
// RUN: %tidepool vocab %s --cover moodycamel -- %headers -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <concurrentqueue/blockingconcurrentqueue.h>

using namespace std::chrono_literals;

void queues(moodycamel::BlockingConcurrentQueue<int> &queue) {
  int item;
  int items[8];
  queue.enqueue(1);
  queue.wait_dequeue(item);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: moodycamel::BlockingConcurrentQueue::wait_dequeue: wait(condition)
  queue.wait_dequeue_bulk(items, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: moodycamel::BlockingConcurrentQueue::wait_dequeue_bulk: wait(condition)
  queue.wait_dequeue_timed(item, 1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: moodycamel::BlockingConcurrentQueue::wait_dequeue_timed: wait(condition, timed)
  queue.wait_dequeue_bulk_timed(items, 8, 1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: moodycamel::BlockingConcurrentQueue::wait_dequeue_bulk_timed: wait(condition, timed)
  queue.try_dequeue(item);
}

void permits() {
  moodycamel::LightweightSemaphore permits(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: moodycamel::LightweightSemaphore: limiter(type, capacity 0)
  permits.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: moodycamel::LightweightSemaphore::wait: limiter(acquire), wait(permit)
  permits.wait(1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: moodycamel::LightweightSemaphore::wait: limiter(timed), wait(permit, timed)
  permits.tryWait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: moodycamel::LightweightSemaphore::tryWait: limiter(try)
  permits.signal();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: moodycamel::LightweightSemaphore::signal: limiter(release)
}
