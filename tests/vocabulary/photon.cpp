// Every entry of photon.yaml, in a mock of its headers.
// REQUIRES: tidepool
// RUN: %tidepool vocab %s --cover photon -- -std=c++20 -isystem %S/mock/photon > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <photon/photon.h>

void *run(void *);
void work(int);

void tasks(photon::WorkPool &workers) {
  photon::thread *one = photon::thread_create(run, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::thread_create: spawn(coroutine, callable 0, result)
  photon::thread_create11(work, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::thread_create11: spawn(coroutine, callable 0, result)
  photon::thread_join(photon::thread_enable_join(one));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::thread_join: wait(task, argument 0)
  photon_std::thread none;
  photon_std::thread other(work, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon_std::thread::thread: spawn(coroutine, callable 0)
  other.join();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon_std::thread::join: wait(task)
  other.detach();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon_std::thread::detach: detach
  workers.async_call(new auto([] {}));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::WorkPool::async_call: spawn(pooled, callable 0, pool this)
  workers.call([] {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::WorkPool::call: calls(callable 0)
}

void limiters() {
  photon::semaphore permits(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::semaphore: limiter(type, capacity 0)
  permits.wait(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::semaphore::wait: limiter(acquire), wait(permit)
  permits.wait_interruptible(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::semaphore::wait_interruptible: limiter(acquire), wait(permit)
  permits.wait(1, 5000000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::semaphore::wait: limiter(timed, zero is success), wait(permit, timed)
  permits.wait_interruptible(1, 5000000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::semaphore::wait_interruptible: limiter(timed, zero is success), wait(permit, timed)
  permits.signal(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::semaphore::signal: limiter(release)
}

void waits(photon::condition_variable &condition, photon::mutex &mutex) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::mutex: lock(type, async)
  condition.wait(&mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::condition_variable::wait: wait(condition)
  condition.wait(&mutex, 5000000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::condition_variable::wait: wait(condition, timed)
  mutex.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::mutex::lock: lock(lock, async)
  mutex.try_lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::mutex::try_lock: lock(try, async)
  mutex.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::mutex::unlock: lock(unlock, async)
  photon::thread_usleep(5000000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::thread_usleep: timer
  photon::thread_sleep(5);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::thread_sleep: timer
}

void machines(photon::net::ISocketServer &server, void *buffer) {
  photon::net::ISocketClient *client = photon::net::new_tcp_socket_client();
  client->timeout(5000000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::net::ISocketClient::timeout: deadline(on this, time 0)
  photon::net::ISocketStream *stream = client->connect({});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::net::ISocketClient::connect: io, handle(remote, from this)
  stream->timeout(5000000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::net::ISocketStream::timeout: deadline(on this, time 0)
  stream->timeout();
  stream->recv(buffer, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::net::ISocketStream::recv: io(waits for network, on this)
  stream->read(buffer, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::net::ISocketStream::read: io(waits for network, on this)
  server.accept();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::net::ISocketServer::accept: io(accepts, waits for client, on this), handle(remote)
  using photon::net::http::Client;
  Client *http = photon::net::http::new_http_client();
  http->timeout(5000000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::net::http::Client::timeout: deadline(on this, time 0)
  http->timeout_ms(5000);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::net::http::Client::timeout_ms: deadline(on this, time 0)
  http->timeout_s(5);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::net::http::Client::timeout_s: deadline(on this, time 0)
  Client::Operation *operation =
      http->new_operation(photon::net::http::Verb::GET, "http://host");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::net::http::Client::new_operation: handle(remote, from this)
  operation->timeout = 5000000;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::net::http::Client::Operation::timeout: deadline(on this, time 0)
  operation->call();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::net::http::Client::Operation::call: io(waits for server, on this)
}

void pools() {
  photon::WorkPool workers(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::WorkPool::WorkPool: pool(size 0)
  photon_std::work_pool_init(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon_std::work_pool_init: pool(size 0)
  int threads = workers.get_vcpu_num();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: photon::WorkPool::get_vcpu_num: cores
}
