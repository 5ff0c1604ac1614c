// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Clients of servers, each through the header that says how they are written
// there.
//
// RUN: %tidepool_test %s await-without-timeout %t-caf --notes --library=caf --prefix=CHECK,CAF
// RUN: %tidepool_test %s await-without-timeout %t-kj --notes --library=kj --prefix=CHECK,KJ
// RUN: %tidepool_test %s await-without-timeout %t-pistache --notes --library=pistache --prefix=CHECK,PISTACHE
// RUN: %tidepool_test %s await-without-timeout %t-redis --notes --library=redis-plus-plus --prefix=CHECK,REDIS,AGAIN
// RUN: %tidepool_test %s await-without-timeout %t-photon --notes --library=photon --prefix=CHECK,PHOTON
// FLAGS: -std=c++17 -fdelayed-template-parsing
// CUTS: 2

#include <chrono>

void noTimeout() {
  CLIENT(client);
  CALL(client);
  // CHECK: [[#@LINE-1]]: await-without-timeout[no-deadline] {{.*}} waits for a {{server|result}} with no timeout
  // CAF: note[use caf::make_function_view with a timeout
  // PHOTON: note[use timeout of the operation, or timeout_ms on the client
  // KJ: note[use kj::Timer::timeoutAfter around the promise
  // PISTACHE: note[use wait_for with a timeout, or timeout on the request
  // REDIS: note[use the socket_timeout of the sw::redis::ConnectionOptions
}

// One finding a client.
#ifdef CALL_AGAIN
void twice() {
  CLIENT(client);
  CALL(client);
  // AGAIN: [[#@LINE-1]]: await-without-timeout[no-deadline]
  // AGAIN: note[
  CALL_AGAIN(client);
}
#endif

#ifdef CALL_IN_TIME
void inTime() {
  CLIENT(client);
  CALL_IN_TIME(client);
}
#endif
