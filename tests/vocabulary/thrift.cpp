// Every entry of thrift.yaml.
// REQUIRES: tidepool, thrift
// RUN: %tidepool vocab %s --cover thrift -- -std=c++20 %headers > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <thrift/concurrency/ThreadManager.h>

using apache::thrift::concurrency::ThreadManager;

void pools() {
  auto manager = ThreadManager::newSimpleThreadManager(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: apache::thrift::concurrency::ThreadManager::newSimpleThreadManager: pool(result, io, size 0)
  auto chosen = ThreadManager::newSimpleThreadManager();
}
