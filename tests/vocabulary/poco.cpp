// Every entry of poco.yaml.
// REQUIRES: tidepool, poco
// RUN: %tidepool vocab %s --cover poco -- -std=c++20 %headers > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <Poco/ActiveMethod.h>
#include <Poco/Activity.h>
#include <Poco/Condition.h>
#include <Poco/Data/SessionPool.h>
#include <Poco/Environment.h>
#include <Poco/Event.h>
#include <Poco/Mutex.h>
#include <Poco/Net/DatagramSocket.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/MailMessage.h>
#include <Poco/Net/POP3ClientSession.h>
#include <Poco/Net/SMTPClientSession.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketStream.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Net/TCPServerConnection.h>
#include <Poco/NotificationQueue.h>
#include <Poco/NumberParser.h>
#include <Poco/Process.h>
#include <Poco/RWLock.h>
#include <Poco/Runnable.h>
#include <Poco/Semaphore.h>
#include <Poco/StreamCopier.h>
#include <Poco/Task.h>
#include <Poco/TaskManager.h>
#include <Poco/Thread.h>
#include <Poco/ThreadPool.h>
#include <Poco/Util/AbstractConfiguration.h>

void work();
void runs(void *data);

struct Job : Poco::Runnable {
  void run() override;
};
struct Owner {
  int twice(const int &value);
  void loop();
  Poco::ActiveMethod<int, int, Owner> method{this, &Owner::twice};
  Poco::Activity<Owner> activity{this, &Owner::loop};
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Runnable: task(lazy, body run)
};

void threads(Job &job, Poco::SharedPtr<Poco::Runnable> shared) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Runnable: task(lazy, body run)
  Poco::Thread thread;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Thread: task(eager)
  thread.start(job);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Thread::start: spawn(thread, callable 0)
  thread.start(shared);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Thread::start: spawn(thread, callable 0)
  thread.start(runs, &job);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Thread::start: spawn(thread, callable 0)
  thread.startFunc([] { work(); });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Thread::startFunc: spawn(thread, callable 0)
  thread.join();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Thread::join: wait(task)
  thread.join(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Thread::join: wait(task, timed)
  thread.tryJoin(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Thread::tryJoin: wait(task, timed)
  Poco::Thread::sleep(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Thread::sleep: blocking(sleep)
  Poco::Thread::trySleep(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Thread::trySleep: blocking(sleep)
  Poco::Environment::processorCount();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Environment::processorCount: cores
}

void pools(Job &job, Poco::Task *task, Owner &owner) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Runnable: task(lazy, body run)
  Poco::ThreadPool pool(2, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::ThreadPool::ThreadPool: pool(size 1, minimum 0)
  Poco::ThreadPool named("pool", 2, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::ThreadPool::ThreadPool: pool(size 2, minimum 1)
  pool.start(job);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::ThreadPool::start: spawn(pooled, callable 0, waits for capacity, pool this)
  pool.start(job, "name");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::ThreadPool::start: spawn(pooled, callable 0, waits for capacity, pool this)
  pool.startWithPriority(Poco::Thread::PRIO_LOW, job);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::ThreadPool::startWithPriority: spawn(pooled, callable 1, waits for capacity, pool this)
  Poco::Data::SessionPool sessions("SQLite", "file.db", 1, 16);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Data::SessionPool::SessionPool: pool(database, size 3, minimum 2)
  Poco::Data::SessionPool chosen("SQLite", "file.db");
  pool.capacity();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::ThreadPool::capacity: cores
  pool.joinAll();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::ThreadPool::joinAll: wait(task)
  pool.stopAll();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::ThreadPool::stopAll: wait(task)
  Poco::TaskManager manager(pool);
  manager.start(task);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::TaskManager::start: spawn(pooled, callable 0, waits for capacity)
  manager.joinAll();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::TaskManager::joinAll: wait(task)
  Poco::ActiveResult<int> result = owner.method(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::ActiveResult: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: Poco::ActiveMethod::operator(): spawn(pooled, result, waits for capacity)
  result.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::ActiveResult::wait: wait(task)
  result.wait(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::ActiveResult::wait: wait(task, timed)
  result.tryWait(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::ActiveResult::tryWait: wait(task, timed)
  owner.activity.start();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Activity::start: spawn(pooled, waits for capacity)
  owner.activity.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Activity::wait: wait(task)
  owner.activity.wait(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Activity::wait: wait(task, timed)
}

class Step : public Poco::Task {
public:
  Step() : Task("step") {}
  void runTask() override;
};
void steps(Step &step);
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Task: task(lazy, body runTask)

void limits() {
  Poco::Semaphore permits(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Semaphore: limiter(type, capacity 0)
  Poco::Semaphore most(0, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Semaphore: limiter(type, capacity 0)
  permits.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Semaphore::wait: limiter(acquire), wait(permit)
  permits.wait(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Semaphore::wait: limiter(acquire), wait(permit, timed)
  permits.tryWait(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Semaphore::tryWait: limiter(timed), wait(permit, timed)
  permits.set();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Semaphore::set: limiter(release)
}

void waits(Poco::Event &event, Poco::Condition &condition, Poco::Mutex &mutex,
           Poco::NotificationQueue &queue) {
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: Poco::Mutex: lock(type)
  event.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Event::wait: wait(condition)
  event.wait(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Event::wait: wait(condition, timed)
  event.tryWait(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Event::tryWait: wait(condition, timed)
  condition.wait(mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Condition::wait: wait(condition)
  condition.wait(mutex, 100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Condition::wait: wait(condition, timed)
  condition.tryWait(mutex, 100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Condition::tryWait: wait(condition, timed)
  queue.waitDequeueNotification();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::NotificationQueue::waitDequeueNotification: wait(condition)
  queue.waitDequeueNotification(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::NotificationQueue::waitDequeueNotification: wait(condition, timed)
}

void locks(Poco::FastMutex &fast, Poco::SpinlockMutex &spin) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::FastMutex: lock(type)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: Poco::SpinlockMutex: lock(type)
  Poco::Mutex mutex;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Mutex: lock(type)
  mutex.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Mutex::lock: wait(lock), lock(lock)
  mutex.lock(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Mutex::lock: wait(lock, timed), lock(lock)
  mutex.tryLock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Mutex::tryLock: lock(try)
  mutex.tryLock(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Mutex::tryLock: wait(lock, timed), lock(try)
  mutex.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Mutex::unlock: lock(unlock)
  fast.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::FastMutex::lock: wait(lock), lock(lock)
  fast.lock(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::FastMutex::lock: wait(lock, timed), lock(lock)
  fast.tryLock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::FastMutex::tryLock: lock(try)
  fast.tryLock(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::FastMutex::tryLock: wait(lock, timed), lock(try)
  fast.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::FastMutex::unlock: lock(unlock)
  spin.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::SpinlockMutex::lock: wait(lock), lock(lock)
  spin.lock(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::SpinlockMutex::lock: wait(lock, timed), lock(lock)
  spin.tryLock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::SpinlockMutex::tryLock: lock(try)
  spin.tryLock(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::SpinlockMutex::tryLock: wait(lock, timed), lock(try)
  spin.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::SpinlockMutex::unlock: lock(unlock)
  Poco::Mutex::ScopedLock guard(mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::ScopedLock: lock(guard, argument 0)
  Poco::ScopedLockWithUnlock<Poco::FastMutex> other(fast);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::ScopedLockWithUnlock: lock(guard, argument 0)
  Poco::RWLock shared;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::RWLock: lock(type)
  shared.readLock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::RWLock::readLock: wait(lock), lock(lock)
  shared.writeLock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::RWLock::writeLock: wait(lock), lock(lock)
  shared.tryReadLock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::RWLock::tryReadLock: lock(try)
  shared.tryWriteLock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::RWLock::tryWriteLock: lock(try)
  shared.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::RWLock::unlock: lock(unlock)
  Poco::ScopedReadRWLock reads(shared);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::ScopedRWLock: lock(guard, argument 0)
}

void processes(const Poco::Process::Args &arguments) {
  Poco::ProcessHandle handle = Poco::Process::launch("true", arguments);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Process::launch: spawn(io, result)
  handle.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::ProcessHandle::wait: wait(task), blocking(process)
  Poco::Process::wait(handle);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Process::wait: wait(task, argument 0), blocking(process)
}

class Connection : public Poco::Net::TCPServerConnection {
public:
  using TCPServerConnection::TCPServerConnection;
  void run() override;
  void talk() {
    socket();
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::TCPServerConnection::socket: io, handle(remote, from this)
  }
};
void clients(Poco::Net::ServerSocket &socket, Connection &connection,
             Poco::Net::HTTPRequestHandler &handler,
             Poco::Net::HTTPServerRequest &request,
             Poco::Net::HTTPServerResponse &response) {
  // CHECK: [[#@LINE-4]]:{{[0-9]+}}: Poco::Runnable: task(lazy, body run)
  socket.acceptConnection();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::ServerSocket::acceptConnection: blocking(net), io(accepts), handle(remote)
  connection.run();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::TCPServerConnection::run: handler
  handler.handleRequest(request, response);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::HTTPRequestHandler::handleRequest: handler
}

void sockets(const Poco::Net::SocketAddress &address,
             Poco::Net::DatagramSocket &datagrams, Poco::Buffer<char> &sized) {
  Poco::Net::StreamSocket stream(address);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::StreamSocket::StreamSocket: handle(remote)
  char buffer[8];
  Poco::Net::SocketAddress sender;
  stream.connect(address);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::StreamSocket::connect: io, handle(remote, this)
  stream.receiveBytes(sized);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::StreamSocket::receiveBytes: io
  stream.receiveBytes(buffer, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::StreamSocket::receiveBytes: blocking(net), io(waits for network, on this)
  datagrams.receiveBytes(sized);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::DatagramSocket::receiveBytes: io
  datagrams.receiveBytes(buffer, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::DatagramSocket::receiveBytes: blocking(net), io(waits for sender, on this)
  datagrams.receiveFrom(buffer, 8, sender);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::DatagramSocket::receiveFrom: blocking(net), io(waits for sender, on this)
  stream.setReceiveTimeout(Poco::Timespan(5, 0));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::Socket::setReceiveTimeout: deadline(on this)
  stream.sendBytes(buffer, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::StreamSocket::sendBytes: io(on this)
  stream.sendUrgent(0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::StreamSocket::sendUrgent: io(on this)
  stream.shutdownSend();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::StreamSocket::shutdownSend: io(on this)
  stream.setBlocking(false);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::Socket::setBlocking: deadline(non-blocking, on this)
  stream.poll(Poco::Timespan(5, 0), Poco::Net::Socket::SELECT_READ);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::Socket::poll: deadline(ready, on this)
}

void sessions(const std::string &host, Poco::Net::StreamSocket &socket,
              const Poco::Net::MailMessage &message, std::string &text,
              std::ostream &out) {
  Poco::Net::SocketStream stream(socket);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::SocketStream::SocketStream: handle(remote, from argument 0)
  Poco::StreamCopier::copyStream(stream, out);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::StreamCopier::copyStream: io(waits for network, on argument 0)
  Poco::StreamCopier::copyStreamUnbuffered(stream, out);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::StreamCopier::copyStreamUnbuffered: io(waits for network, on argument 0)
  Poco::StreamCopier::copyToString(stream, text);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::StreamCopier::copyToString: io(waits for network, on argument 0)
  Poco::Net::SMTPClientSession smtp(host);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::SMTPClientSession::SMTPClientSession: handle(remote)
  Poco::Net::SMTPClientSession smtpOver(socket);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::SMTPClientSession::SMTPClientSession: handle(remote, from argument 0)
  smtp.setTimeout(Poco::Timespan(5, 0));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::SMTPClientSession::setTimeout: deadline(on this)
  Poco::Net::POP3ClientSession pop3(host);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::POP3ClientSession::POP3ClientSession: handle(remote)
  Poco::Net::POP3ClientSession pop3Over(socket);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::POP3ClientSession::POP3ClientSession: handle(remote, from argument 0)
  pop3.setTimeout(Poco::Timespan(5, 0));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::POP3ClientSession::setTimeout: deadline(on this)
  Poco::Net::POP3ClientSession::MessageInfoVec list;
  Poco::Net::MessageHeader header;
  smtp.login();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::SMTPClientSession::login: blocking(net), io(waits for server, on this)
  smtp.sendMessage(message);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::SMTPClientSession::sendMessage: blocking(net), io(waits for server, on this)
  pop3.login("me", "secret");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::POP3ClientSession::login: blocking(net), io(waits for server, on this)
  pop3.messageCount();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::POP3ClientSession::messageCount: blocking(net), io(waits for server, on this)
  pop3.listMessages(list);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::POP3ClientSession::listMessages: blocking(net), io(waits for server, on this)
  pop3.retrieveMessage(1, out);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::POP3ClientSession::retrieveMessage: blocking(net), io(waits for server, on this)
  pop3.retrieveHeader(1, header);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::POP3ClientSession::retrieveHeader: blocking(net), io(waits for server, on this)
  pop3.deleteMessage(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Net::POP3ClientSession::deleteMessage: blocking(net), io(waits for server, on this)
}

void numbers(const Poco::Util::AbstractConfiguration &configuration) {
  Poco::Environment::get("THREADS");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Environment::get: config
  configuration.getInt("threads");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Util::AbstractConfiguration::getInt: config
  configuration.getUInt("threads", 4);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Util::AbstractConfiguration::getUInt: config
  configuration.getString("threads");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::Util::AbstractConfiguration::getString: config
  Poco::NumberParser::parse("8");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::NumberParser::parse: passes(argument 0)
  Poco::NumberParser::parseUnsigned("8");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Poco::NumberParser::parseUnsigned: passes(argument 0)
}
