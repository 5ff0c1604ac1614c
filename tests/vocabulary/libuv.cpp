// Every entry of libuv.yaml.
// REQUIRES: tidepool, libuv
// RUN: %tidepool vocab %s --cover libuv -- %headers -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <uv.h>

void work(void *) {}
void runs(uv_work_t *) {}
void ran(uv_work_t *, int) {}

void tasks(uv_loop_t *loop, uv_work_t *request, uv_process_t *process) {
  uv_thread_t thread;
  uv_thread_create(&thread, work, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_thread_create: spawn(thread, callable 1, argument 0)
  uv_thread_join(&thread);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_thread_join: wait(task, argument 0)
  uv_thread_options_t options = {};
  uv_thread_create_ex(&thread, &options, work, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_thread_create_ex: spawn(thread, callable 2, argument 0)
  uv_queue_work(loop, request, runs, ran);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_queue_work: spawn(pooled, callable 2), handler(argument 3)
  uv_process_options_t program = {};
  uv_spawn(loop, process, &program);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_spawn: spawn(io)
}

void permits() {
  uv_sem_t permits;
  uv_sem_init(&permits, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_sem_init: limiter(create, argument 0, capacity 1)
  uv_sem_wait(&permits);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_sem_wait: limiter(acquire, argument 0), wait(permit, argument 0)
  uv_sem_trywait(&permits);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_sem_trywait: limiter(try, argument 0, zero is success)
  uv_sem_post(&permits);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_sem_post: limiter(release, argument 0)
  uv_sem_destroy(&permits);
}

void waits(uv_cond_t *condition, uv_barrier_t *barrier, uv_mutex_t *mutex,
           uv_rwlock_t *both) {
  uv_mutex_lock(mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_mutex_lock: wait(lock, argument 0), lock(lock, argument 0)
  uv_cond_wait(condition, mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_cond_wait: wait(condition, argument 0)
  uv_cond_timedwait(condition, mutex, 1000000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_cond_timedwait: wait(condition, argument 0, timed)
  uv_mutex_unlock(mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_mutex_unlock: lock(unlock, argument 0)
  uv_mutex_trylock(mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_mutex_trylock: lock(try, argument 0)
  uv_barrier_wait(barrier);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_barrier_wait: wait(arrivals, argument 0)
  uv_rwlock_rdlock(both);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_rwlock_rdlock: wait(lock, argument 0), lock(lock, argument 0)
  uv_rwlock_rdunlock(both);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_rwlock_rdunlock: lock(unlock, argument 0)
  uv_rwlock_wrlock(both);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_rwlock_wrlock: wait(lock, argument 0), lock(lock, argument 0)
  uv_rwlock_wrunlock(both);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_rwlock_wrunlock: lock(unlock, argument 0)
  uv_rwlock_tryrdlock(both);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_rwlock_tryrdlock: lock(try, argument 0)
  uv_rwlock_trywrlock(both);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_rwlock_trywrlock: lock(try, argument 0)
}

void handlers(uv_loop_t *loop, uv_timer_t *timer, uv_idle_t *idle,
              uv_prepare_t *prepare, uv_check_t *check, uv_signal_t *signal,
              uv_handle_t *handle, uv_async_t *async) {
  uv_timer_start(timer, [](uv_timer_t *) {}, 1000, 0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_timer_start: handler(argument 1)
  uv_idle_start(idle, [](uv_idle_t *) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_idle_start: handler(argument 1)
  uv_prepare_start(prepare, [](uv_prepare_t *) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_prepare_start: handler(argument 1)
  uv_check_start(check, [](uv_check_t *) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_check_start: handler(argument 1)
  uv_signal_start(signal, [](uv_signal_t *, int) {}, 2);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_signal_start: handler(argument 1)
  uv_close(handle, [](uv_handle_t *) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_close: handler(argument 1)
  uv_async_init(loop, async, [](uv_async_t *) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_async_init: handler(argument 2)
}

void streams(uv_loop_t *loop, uv_stream_t *stream, uv_stream_t *client,
             uv_udp_t *datagrams, uv_poll_t *poll, uv_buf_t *buffer,
             const sockaddr *address) {
  uv_listen(stream, 128, [](uv_stream_t *, int) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_listen: handler(argument 2)
  uv_accept(stream, client);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_accept: io(accepts)
  uv_read_start(
      // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_read_start: handler(argument 2)
      client, [](uv_handle_t *, size_t, uv_buf_t *) {},
      [](uv_stream_t *, ssize_t, const uv_buf_t *) {});
  uv_udp_recv_start(
      // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_udp_recv_start: handler(argument 2)
      datagrams, [](uv_handle_t *, size_t, uv_buf_t *) {},
      [](uv_udp_t *, ssize_t, const uv_buf_t *, const sockaddr *, unsigned) {});
  uv_poll_start(poll, UV_READABLE, [](uv_poll_t *, int, int) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_poll_start: handler(argument 2)
  uv_getaddrinfo_t resolve;
  uv_getaddrinfo(
      // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_getaddrinfo: handler(argument 2)
      loop, &resolve, [](uv_getaddrinfo_t *, int, addrinfo *) {}, "host", "80",
      nullptr);
  uv_getnameinfo_t name;
  uv_getnameinfo(
      // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_getnameinfo: handler(argument 2)
      loop, &name, [](uv_getnameinfo_t *, int, const char *, const char *) {},
      address, 0);
  uv_shutdown_t shutdown;
  uv_shutdown(&shutdown, client, [](uv_shutdown_t *, int) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_shutdown: handler(argument 2)
  uv_connect_t connect;
  uv_tcp_connect(&connect, nullptr, address, [](uv_connect_t *, int) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_tcp_connect: handler(argument 3)
  uv_pipe_connect(&connect, nullptr, "pipe", [](uv_connect_t *, int) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_pipe_connect: handler(argument 3)
  uv_write_t write;
  uv_write(&write, client, buffer, 1, [](uv_write_t *, int) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_write: handler(last argument)
  uv_udp_send_t send;
  uv_udp_send(
      &send, datagrams, buffer, 1, address,
      // CHECK: [[#@LINE-2]]:{{[0-9]+}}: uv_udp_send: handler(last argument)
      [](uv_udp_send_t *, int) {});
}

void done(uv_fs_t *) {}

void files(uv_loop_t *loop, uv_fs_t *request, uv_buf_t *buffer) {
  uv_fs_open(loop, request, "file", 0, 0, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_open: blocking(file)
  uv_fs_open(loop, request, "file", 0, 0, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_open: handler(last argument)
  uv_fs_read(loop, request, 3, buffer, 1, -1, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_read: blocking(file)
  uv_fs_read(loop, request, 3, buffer, 1, -1, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_read: handler(last argument)
  uv_fs_close(loop, request, 3, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_close: blocking(file)
  uv_fs_close(loop, request, 3, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_close: handler(last argument)
  uv_fs_write(loop, request, 3, buffer, 1, -1, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_write: blocking(file)
  uv_fs_write(loop, request, 3, buffer, 1, -1, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_write: handler(last argument)
  uv_fs_unlink(loop, request, "file", nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_unlink: blocking(file)
  uv_fs_unlink(loop, request, "file", done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_unlink: handler(last argument)
  uv_fs_mkdir(loop, request, "folder", 0, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_mkdir: blocking(file)
  uv_fs_mkdir(loop, request, "folder", 0, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_mkdir: handler(last argument)
  uv_fs_rmdir(loop, request, "folder", nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_rmdir: blocking(file)
  uv_fs_rmdir(loop, request, "folder", done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_rmdir: handler(last argument)
  uv_fs_scandir(loop, request, "folder", 0, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_scandir: blocking(file)
  uv_fs_scandir(loop, request, "folder", 0, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_scandir: handler(last argument)
  uv_fs_stat(loop, request, "file", nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_stat: blocking(file)
  uv_fs_stat(loop, request, "file", done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_stat: handler(last argument)
  uv_fs_fstat(loop, request, 3, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_fstat: blocking(file)
  uv_fs_fstat(loop, request, 3, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_fstat: handler(last argument)
  uv_fs_lstat(loop, request, "file", nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_lstat: blocking(file)
  uv_fs_lstat(loop, request, "file", done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_lstat: handler(last argument)
  uv_fs_rename(loop, request, "from", "to", nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_rename: blocking(file)
  uv_fs_rename(loop, request, "from", "to", done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_rename: handler(last argument)
  uv_fs_fsync(loop, request, 3, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_fsync: blocking(file)
  uv_fs_fsync(loop, request, 3, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_fsync: handler(last argument)
  uv_fs_fdatasync(loop, request, 3, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_fdatasync: blocking(file)
  uv_fs_fdatasync(loop, request, 3, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_fdatasync: handler(last argument)
  uv_fs_ftruncate(loop, request, 3, 0, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_ftruncate: blocking(file)
  uv_fs_ftruncate(loop, request, 3, 0, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_ftruncate: handler(last argument)
  uv_fs_sendfile(loop, request, 3, 4, 0, 9, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_sendfile: blocking(file)
  uv_fs_sendfile(loop, request, 3, 4, 0, 9, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_sendfile: handler(last argument)
  uv_fs_copyfile(loop, request, "from", "to", 0, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_copyfile: blocking(file)
  uv_fs_copyfile(loop, request, "from", "to", 0, done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_copyfile: handler(last argument)
  uv_fs_realpath(loop, request, "file", nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_realpath: blocking(file)
  uv_fs_realpath(loop, request, "file", done);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_fs_realpath: handler(last argument)
}

unsigned others() {
  uv_sleep(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_sleep: blocking(sleep)
  return uv_available_parallelism();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: uv_available_parallelism: cores
}
