// Every entry of posix.yaml, in C++ and in C.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover posix -- -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t
// RUN: %tidepool vocab %s --cover posix -- -x c -D_GNU_SOURCE > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <fcntl.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/sysinfo.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

void sizes() {
  sysconf(_SC_NPROCESSORS_ONLN);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sysconf: cores
  sysconf(_SC_NPROCESSORS_CONF);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sysconf: cores
  sysconf(_SC_PAGESIZE);
  get_nprocs();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: get_nprocs: cores
  get_nprocs_conf();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: get_nprocs_conf: cores
  getenv("WORKERS");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: getenv: config
  secure_getenv("WORKERS");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: secure_getenv: config
}

void network(int one, struct sockaddr *address, socklen_t size) {
  char text[16];
  struct msghdr message = {0};
  struct addrinfo *found;
  accept(one, address, &size);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: accept: blocking(net), io(accepts)
  accept4(one, address, &size, SOCK_CLOEXEC);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: accept4: blocking(net), io(accepts)
  connect(one, address, size);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: connect: blocking(net), io
  send(one, text, sizeof text, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: send: blocking(net), io
  sendto(one, text, sizeof text, 0, address, size);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sendto: blocking(net), io
  sendmsg(one, &message, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sendmsg: blocking(net), io
  recv(one, text, sizeof text, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: recv: blocking(net), io
  recvfrom(one, text, sizeof text, 0, address, &size);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: recvfrom: blocking(net), io
  recvmsg(one, &message, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: recvmsg: blocking(net), io
  getaddrinfo("localhost", "http", 0, &found);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: getaddrinfo: blocking(net), io
  getnameinfo(address, size, text, sizeof text, 0, 0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: getnameinfo: blocking(net), io
  gethostbyname("localhost");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: gethostbyname: blocking(net), io
}

void blocks(const struct timespec *time) {
  sleep(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sleep: blocking(sleep)
  usleep(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: usleep: blocking(sleep)
  nanosleep(time, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: nanosleep: blocking(sleep)
  clock_nanosleep(CLOCK_MONOTONIC, 0, time, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: clock_nanosleep: blocking(sleep)
  fsync(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: fsync: blocking(file)
  fdatasync(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: fdatasync: blocking(file)
  flock(1, LOCK_EX);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: flock: blocking(file)
  lockf(1, F_LOCK, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: lockf: blocking(file)
  system("true");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: system: blocking(process), io
  FILE *one = popen("true", "r");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: popen: blocking(process), io
  pclose(one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pclose: blocking(process), io
  wait(0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: wait: blocking(process), io
  waitpid(1, 0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: waitpid: blocking(process), io
}
