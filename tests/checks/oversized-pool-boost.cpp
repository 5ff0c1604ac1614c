// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Boost's pools: Asio's, Boost.Thread's, and the threads of a scheduler of
// fibers.
//
// RUN: %tidepool_test %s oversized-pool %t
// FLAGS: -std=c++20 -DBOOST_THREAD_VERSION=5 -Wno-everything
// CUTS: 4

#include <boost/asio/thread_pool.hpp>
#include <boost/fiber/algo/work_stealing.hpp>
#include <boost/fiber/operations.hpp>
#include <boost/thread/executors/basic_thread_pool.hpp>

void ofAsio() {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 64 threads
  boost::asio::thread_pool large(64);
  boost::asio::thread_pool small(4);
}

void ofThreads() {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 64 threads
  boost::basic_thread_pool large(64);
  // CHECK: [[#@LINE+1]]: oversized-pool[no-threads]
  boost::basic_thread_pool none(0);
  boost::basic_thread_pool chosen;
  boost::basic_thread_pool cores(boost::thread::hardware_concurrency());
}

void ofFibers(unsigned given) {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 64 threads
  boost::fibers::use_scheduling_algorithm<boost::fibers::algo::work_stealing>(
      64);
  boost::fibers::use_scheduling_algorithm<boost::fibers::algo::work_stealing>(
      given);
  boost::fibers::use_scheduling_algorithm<boost::fibers::algo::work_stealing>(
      8);
}
