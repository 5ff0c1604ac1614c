// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Waits for what this process started itself, reported where they are asked
// for, each library's through the header that says how it is written there.
//
// RUN: %tidepool_test %s await-without-timeout %t-boost-fiber --library=boost-fiber --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-boost-thread --library=boost-thread --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-brpc --library=brpc --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-bs-thread-pool --library=bs-thread-pool --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-concurrencpp --library=concurrencpp --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-cpprest --library=cpprest --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-enkits --library=enkits --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-folly --library=folly --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-glib --library=glib --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-hpx --library=hpx --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-libuv --library=libuv --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-llvm --library=llvm --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-pthread --library=pthread --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-taskflow --library=taskflow --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-tbb --library=tbb --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-userver --library=userver --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-stdexec --library=stdexec --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-mosquitto --library=mosquitto --options='FlagLocalJoins=on'
// RUN: %tidepool_test %s await-without-timeout %t-boost-fiber-off --only=driver --library=boost-fiber --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-boost-thread-off --only=driver --library=boost-thread --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-brpc-off --only=driver --library=brpc --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-bs-thread-pool-off --only=driver --library=bs-thread-pool --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-concurrencpp-off --only=driver --library=concurrencpp --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-cpprest-off --only=driver --library=cpprest --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-enkits-off --only=driver --library=enkits --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-folly-off --only=driver --library=folly --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-glib-off --only=driver --library=glib --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-hpx-off --only=driver --library=hpx --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-libuv-off --only=driver --library=libuv --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-llvm-off --only=driver --library=llvm --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-pthread-off --only=driver --library=pthread --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-taskflow-off --only=driver --library=taskflow --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-tbb-off --only=driver --library=tbb --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-userver-off --only=driver --library=userver --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-stdexec-off --only=driver --library=stdexec --prefix=OFF --options='ShowExcused=on'
// RUN: %tidepool_test %s await-without-timeout %t-mosquitto-off --only=driver --library=mosquitto --prefix=OFF --options='ShowExcused=on'
// FLAGS: -std=c++20 -idirafter /usr/lib/llvm-19/include -isystem /usr/include/glib-2.0 -isystem /usr/lib/%multiarch/glib-2.0/include
// CUTS: 2

void joins() {
  OWN_TASK(task);
  OWN_WAIT(task);
  // CHECK: [[#@LINE-1]]: await-without-timeout[local-join] {{.*}} waits with no timeout for work that this process started
  // OFF: [[#@LINE-2]]: excused[it {{is work that was started here|waits for a thread of this process}}]
}

#ifdef OWN_WAIT_IN_TIME
void inTime() {
  OWN_TASK(task);
  OWN_WAIT_IN_TIME(task);
}
#endif
