// Every entry of posix.yaml, in C++ and in C.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover posix -- -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t
// RUN: %tidepool vocab %s --cover posix -- -x c -D_GNU_SOURCE > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/sysinfo.h>
#include <sys/time.h>
#include <sys/uio.h>
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

void descriptors(int type, int any, struct addrinfo *found) {
  int ends[2];
  socket(AF_NETLINK, SOCK_RAW, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: socket: handle(local)
  socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: socket: handle(machine), deadline(non-blocking, on result)
  socket(AF_UNIX, type, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: socket: handle(machine), deadline(perhaps, on result)
  socket(PF_LOCAL, SOCK_STREAM, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: socket: handle(machine)
  socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: socket: handle(remote), deadline(non-blocking, on result)
  socket(AF_INET, type, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: socket: handle(remote), deadline(perhaps, on result)
  socket(found->ai_family, found->ai_socktype, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: socket: handle(remote)
  socket(AF_INET, SOCK_STREAM, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: socket: handle(remote)
  socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: socketpair: handle(local, argument 3)
  pipe(ends);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pipe: handle(local, argument 0)
  pipe2(ends, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pipe2: handle(local, argument 0)
  open("/tmp/x", O_RDONLY);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: open: handle(local)
  openat(1, "/tmp/x", O_RDONLY);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: openat: handle(local)
  creat("/tmp/x", 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: creat: handle(local)
  bind(1, 0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bind: handle(clients, argument 0)
  listen(1, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: listen: handle(clients, argument 0)
  fork();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: fork: handle(child)
  vfork();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: vfork: handle(child)
  setsockopt(1, SOL_SOCKET, SO_RCVTIMEO, 0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: setsockopt: deadline(on argument 0)
  setsockopt(1, SOL_SOCKET, any, 0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: setsockopt: deadline(perhaps, on argument 0)
  setsockopt(1, SOL_SOCKET, SO_KEEPALIVE, 0, 0);
  fcntl(1, F_SETFL, O_NONBLOCK);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: fcntl: deadline(non-blocking, on argument 0)
  fcntl(1, F_SETFL, any | O_NONBLOCK);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: fcntl: deadline(non-blocking, on argument 0)
  fcntl(1, F_SETFL, any & (~O_NONBLOCK));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: fcntl: deadline(never, on argument 0)
  fcntl(1, F_SETFL, any ? any | O_NONBLOCK : any & ~O_NONBLOCK);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: fcntl: deadline(non-blocking, on argument 0)
  fcntl(1, F_SETFL, any);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: fcntl: deadline(perhaps, on argument 0)
  fcntl(1, any, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: fcntl: deadline(perhaps, on argument 0)
  fcntl(1, F_GETFL);
  ioctl(1, FIONBIO, ends);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: ioctl: deadline(non-blocking, on argument 0)
  shutdown(1, SHUT_RDWR);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: shutdown: deadline(perhaps, on argument 0)
  shutdown(1, SHUT_RD);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: shutdown: deadline(perhaps, on argument 0)
  shutdown(1, SHUT_WR);
  alarm(5);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: alarm: deadline(perhaps)
  setitimer(ITIMER_REAL, 0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: setitimer: deadline(perhaps)
  timer_settime(0, 0, 0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: timer_settime: deadline(perhaps)
  kill(1, SIGTERM);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: kill: deadline(on argument 0)
}

void waits(int any) {
  struct pollfd one = {1, POLLIN, 0};
  fd_set set;
  struct epoll_event event;
  poll(&one, 1, 1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: poll: io(waits for network, on argument 0), deadline(ready, on argument 0, time 2)
  ppoll(&one, 1, 0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: ppoll: io(waits for network, on argument 0), deadline(ready, on argument 0, time 2)
  select(2, &set, 0, 0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: select: io(waits for network, on argument 1), deadline(ready, on argument 1, time 4)
  pselect(2, &set, 0, 0, 0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pselect: io(waits for network, on argument 1), deadline(ready, on argument 1, time 4)
  select(2, 0, &set, 0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: select: io(waits for network, on argument 2), deadline(ready, on argument 1, time 4)
  pselect(2, 0, &set, 0, 0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pselect: io(waits for network, on argument 2), deadline(ready, on argument 1, time 4)
  epoll_wait(1, &event, 1, 1000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: epoll_wait: io(waits for network, on argument 0), deadline(ready, on argument 0, time 3)
  epoll_pwait(1, &event, 1, 1000, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: epoll_pwait: io(waits for network, on argument 0), deadline(ready, on argument 0, time 3)
  epoll_ctl(1, EPOLL_CTL_ADD, 2, &event);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: epoll_ctl: deadline(perhaps, on argument 2)
  char text[16];
  struct msghdr message = {0};
  accept4(1, 0, 0, SOCK_NONBLOCK);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: accept4: blocking(net), io(accepts, waits for client, on argument 0), handle(remote), deadline(non-blocking, on result)
  recv(1, text, 16, MSG_DONTWAIT);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: recv: io
  recv(1, text, 16, MSG_WAITALL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: recv: blocking(net), io(waits for network, on argument 0, whole)
  recv(1, text, 16, any);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: recv: blocking(net), io(waits for network, on argument 0), deadline(perhaps)
  recvfrom(1, text, 16, MSG_DONTWAIT, 0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: recvfrom: io
  recvfrom(1, text, 16, any, 0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: recvfrom: blocking(net), io(waits for network, on argument 0), deadline(perhaps)
  recvmsg(1, &message, MSG_DONTWAIT);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: recvmsg: io
  recvmsg(1, &message, any);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: recvmsg: blocking(net), io(waits for network, on argument 0), deadline(perhaps)
  read(1, text, 16);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: read: blocking(file), io(waits for network, on argument 0)
  write(1, text, 16);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: write: blocking(file), io(on argument 0)
  writev(1, 0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: writev: blocking(file), io(on argument 0)
  waitpid(1, 0, WNOHANG);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: waitpid: io
  waitpid(1, 0, any);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: waitpid: blocking(process), io(waits for child, on argument 0), deadline(perhaps)
}

void network(int one, struct sockaddr *address, socklen_t size) {
  char text[16];
  struct msghdr message = {0};
  struct addrinfo *found;
  accept(one, address, &size);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: accept: blocking(net), io(accepts, waits for client, on argument 0), handle(remote)
  accept4(one, address, &size, SOCK_CLOEXEC);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: accept4: blocking(net), io(accepts, waits for client, on argument 0), handle(remote)
  connect(one, address, size);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: connect: blocking(net), io(connects)
  send(one, text, sizeof text, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: send: blocking(net), io(on argument 0)
  sendto(one, text, sizeof text, 0, address, size);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sendto: blocking(net), io(on argument 0)
  sendmsg(one, &message, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: sendmsg: blocking(net), io(on argument 0)
  recv(one, text, sizeof text, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: recv: blocking(net), io(waits for network, on argument 0)
  recvfrom(one, text, sizeof text, 0, address, &size);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: recvfrom: blocking(net), io(waits for network, on argument 0)
  recvmsg(one, &message, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: recvmsg: blocking(net), io(waits for network, on argument 0)
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
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: system: blocking(process), io(waits for child)
  FILE *file = fopen("name", "r");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: fopen: handle(local)
  freopen("name", "r", file);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: freopen: handle(local)
  fmemopen(0, 16, "r");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: fmemopen: handle(local)
  tmpfile();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: tmpfile: handle(local)
  fdopen(1, "r");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: fdopen: passes(argument 0)
  dup(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: dup: passes(argument 0)
  char line[16], *grows = 0;
  size_t room = 0;
  fgets(line, 16, file);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: fgets: io(waits for network, on argument 2)
  fgetc(file);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: fgetc: io(waits for network, on argument 0)
  getc(file);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: getc: io(waits for network, on argument 0)
  getline(&grows, &room, file);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: getline: io(waits for network, on argument 2)
  fread(line, 1, 16, file);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: fread: io(waits for network, on argument 3)
  FILE *one = popen("true", "r");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: popen: blocking(process), io
  pclose(one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: pclose: blocking(process), io(waits for child)
  wait(0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: wait: blocking(process), io(waits for child)
  waitpid(1, 0, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: waitpid: blocking(process), io(waits for child, on argument 0)
}
