// Every entry of qt.yaml, with Qt 6 and with Qt 5.
// REQUIRES: tidepool, qt5, qt6
// RUN: %tidepool vocab %s --cover qt -- -std=c++17 -fPIC %qt6 > %t
// RUN: FileCheck %s --check-prefixes=CHECK,QT6 --implicit-check-not='{{^[0-9]+:}}' < %t
// RUN: %tidepool vocab %s --cover qt -- -std=c++17 -fPIC %qt5 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <QtConcurrent/qtconcurrentfilter.h>
#include <QtConcurrent/qtconcurrentmap.h>
#include <QtConcurrent/qtconcurrentrun.h>
#include <QtCore/qcommandlineparser.h>
#include <QtCore/qeventloop.h>
#include <QtCore/qfuturesynchronizer.h>
#include <QtCore/qfuturewatcher.h>
#include <QtCore/qmutex.h>
#include <QtCore/qprocess.h>
#include <QtCore/qreadwritelock.h>
#include <QtCore/qrunnable.h>
#include <QtCore/qsemaphore.h>
#include <QtCore/qsettings.h>
#include <QtCore/qthread.h>
#include <QtCore/qthreadpool.h>
#include <QtCore/qtimer.h>
#include <QtCore/qwaitcondition.h>
#include <QtNetwork/qlocalserver.h>
#include <QtNetwork/qlocalsocket.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtNetwork/qnetworkrequest.h>
#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>
#include <QtTest/qtest.h>
#include <chrono>
#include <climits>
#if QT_VERSION_MAJOR >= 6
#include <QtConcurrent/qtconcurrenttask.h>
#endif

void work();
int twice(const int &value);
bool odd(const int &value);
void change(int &value);

class Worker : public QThread {
  void run() override;
};
class Job : public QRunnable {
public:
  void run() override;
};

void threads(QThread &thread, Worker *worker) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThread: task(lazy, body run)
  thread.start();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThread::start: spawn(thread)
  worker->start(QThread::LowPriority);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThread::start: spawn(thread)
  QThread::create([] { work(); })->start();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThread::start: spawn(thread)
  worker->wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThread::wait: wait(task)
  worker->wait(ULONG_MAX);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThread::wait: wait(task)
  worker->wait(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThread::wait: wait(task, timed)
  worker->wait(QDeadlineTimer(100));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThread::wait: wait(task, timed)
  QThread::idealThreadCount();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThread::idealThreadCount: cores
  QThread::sleep(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThread::sleep: blocking(sleep)
  QThread::msleep(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThread::msleep: blocking(sleep)
  QThread::usleep(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThread::usleep: blocking(sleep)
  worker->quit();
}

void pools(QThreadPool &pool) {
  Job *job = new Job;
  pool.start(job);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThreadPool::start: spawn(pooled, callable 0, pool this)
  QThreadPool::globalInstance()->start([] { work(); }, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThreadPool::start: spawn(pooled, callable 0, pool this)
  (void)pool.tryStart(job);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThreadPool::tryStart: spawn(pooled, callable 0, waits for capacity, pool this)
  (void)pool.tryStart([] { work(); });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThreadPool::tryStart: spawn(pooled, callable 0, waits for capacity, pool this)
  Job inPlace;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QRunnable: task(lazy, body run)
  pool.waitForDone();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThreadPool::waitForDone: wait(task)
  pool.waitForDone(-1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThreadPool::waitForDone: wait(task)
  pool.waitForDone(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThreadPool::waitForDone: wait(task, timed)
  pool.maxThreadCount();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThreadPool::maxThreadCount: cores
  pool.setMaxThreadCount(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QThreadPool::setMaxThreadCount: pool(size 0)
#if QT_VERSION_MAJOR >= 6
  pool.startOnReservedThread([] { work(); });
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QThreadPool::startOnReservedThread: spawn(pooled, callable 0, pool this)
#endif
}

void futures(QThreadPool *pool) {
  QFuture<void> plain = QtConcurrent::run(work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QFuture: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QtConcurrent::run: spawn(pooled, callable 0, result)
  QFuture<int> more = QtConcurrent::run(twice, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QFuture: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QtConcurrent::run: spawn(pooled, callable 0, result)
  plain = QtConcurrent::run([] { work(); });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::run: spawn(pooled, callable 0, result)
  plain = QtConcurrent::run(pool, work);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::run: spawn(pooled, callable 1, result, pool argument 0)
  more = QtConcurrent::run(pool, twice, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::run: spawn(pooled, callable 1, result, pool argument 0)
  plain.waitForFinished();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QFuture::waitForFinished: wait(task)
  more.result();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QFuture::result: wait(task)
  more.results();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QFuture::results: wait(task)
  more.resultAt(0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QFuture::resultAt: wait(task)
  QFutureWatcher<int> watcher;
  watcher.setFuture(more);
  watcher.waitForFinished();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QFutureWatcher::waitForFinished: wait(task)
  watcher.result();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QFutureWatcher::result: wait(task)
  watcher.resultAt(0);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QFutureWatcher::resultAt: wait(task)
  QFutureSynchronizer<void> all;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QFutureSynchronizer: task(eager, joins)
  all.addFuture(plain);
  all.setFuture(plain);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QFutureSynchronizer::setFuture: wait(task)
  all.waitForFinished();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QFutureSynchronizer::waitForFinished: gather(pooled, range this), wait(task)
#if QT_VERSION_MAJOR >= 6
  QList<QFuture<int>> several;
  QtFuture::whenAll(several.begin(), several.end());
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QtFuture::whenAll: gather(pooled, range argument 0, iterators, first 0)
  more.takeResult();
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QFuture::takeResult: wait(task)
  (void)QtConcurrent::task(work).onThreadPool(*pool).spawn();
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::QTaskBuilder::spawn: spawn(pooled, result)
#endif
}

int sum(int &total, const int &value);
void add(int &total, const int &value);

void parallel(QThreadPool *pool, QList<int> &list) {
  auto begin = list.begin();
  auto end = list.end();
  (void)QtConcurrent::map(list, change);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::map: parallel, iterates(callable 1, range 0)
  (void)QtConcurrent::map(begin, end, change);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::map: parallel, iterates(callable 2, range 0)
  (void)QtConcurrent::mapped(list, twice);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::mapped: parallel, iterates(callable 1, range 0)
  (void)QtConcurrent::mapped(begin, end, twice);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::mapped: parallel, iterates(callable 2, range 0)
  (void)QtConcurrent::filter(list, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::filter: parallel, iterates(callable 1, range 0)
  (void)QtConcurrent::filtered(list, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::filtered: parallel, iterates(callable 1, range 0)
  (void)QtConcurrent::filtered(begin, end, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::filtered: parallel, iterates(callable 2, range 0)
  (void)QtConcurrent::mappedReduced<int>(list, twice, add);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::mappedReduced: parallel
  (void)QtConcurrent::filteredReduced<int>(list, odd, add);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::filteredReduced: parallel
  QtConcurrent::blockingMap(list, change);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::blockingMap: parallel, blocking(sync), iterates(callable 1, range 0)
  QtConcurrent::blockingMap(begin, end, change);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::blockingMap: parallel, blocking(sync), iterates(callable 2, range 0)
  QtConcurrent::blockingMapped(list, twice);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::blockingMapped: parallel, blocking(sync), iterates(callable 1, range 0)
  QtConcurrent::blockingMapped<QList<int>>(begin, end, twice);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::blockingMapped: parallel, blocking(sync), iterates(callable 2, range 0)
  QtConcurrent::blockingFilter(list, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::blockingFilter: parallel, blocking(sync), iterates(callable 1, range 0)
  QtConcurrent::blockingFiltered(list, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::blockingFiltered: parallel, blocking(sync), iterates(callable 1, range 0)
  QtConcurrent::blockingFiltered<QList<int>>(begin, end, odd);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::blockingFiltered: parallel, blocking(sync), iterates(callable 2, range 0)
  QtConcurrent::blockingMappedReduced<int>(list, twice, add);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::blockingMappedReduced: parallel, blocking(sync)
  QtConcurrent::blockingFilteredReduced<int>(list, odd, add);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::blockingFilteredReduced: parallel, blocking(sync)
#if QT_VERSION_MAJOR >= 6
  (void)QtConcurrent::map(pool, list, change);
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::map: parallel, iterates(callable 2, range 1)
  (void)QtConcurrent::map(pool, begin, end, change);
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::map: parallel, iterates(callable 3, range 1)
  (void)QtConcurrent::mapped(pool, list, twice);
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::mapped: parallel, iterates(callable 2, range 1)
  (void)QtConcurrent::mapped(pool, begin, end, twice);
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::mapped: parallel, iterates(callable 3, range 1)
  (void)QtConcurrent::filter(pool, list, odd);
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::filter: parallel, iterates(callable 2, range 1)
  (void)QtConcurrent::filtered(pool, list, odd);
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::filtered: parallel, iterates(callable 2, range 1)
  (void)QtConcurrent::filtered(pool, begin, end, odd);
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::filtered: parallel, iterates(callable 3, range 1)
  QtConcurrent::blockingMap(pool, list, change);
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::blockingMap: parallel, blocking(sync), iterates(callable 2, range 1)
  QtConcurrent::blockingMap(pool, begin, end, change);
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::blockingMap: parallel, blocking(sync), iterates(callable 3, range 1)
  QtConcurrent::blockingMapped(pool, list, twice);
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::blockingMapped: parallel, blocking(sync), iterates(callable 2, range 1)
  QtConcurrent::blockingMapped<QList<int>>(pool, begin, end, twice);
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::blockingMapped: parallel, blocking(sync), iterates(callable 3, range 1)
  QtConcurrent::blockingFilter(pool, list, odd);
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::blockingFilter: parallel, blocking(sync), iterates(callable 2, range 1)
  QtConcurrent::blockingFiltered(pool, list, odd);
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::blockingFiltered: parallel, blocking(sync), iterates(callable 2, range 1)
  QtConcurrent::blockingFiltered<QList<int>>(pool, begin, end, odd);
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QtConcurrent::blockingFiltered: parallel, blocking(sync), iterates(callable 3, range 1)
#endif
}

void limits() {
  QSemaphore permits(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QSemaphore: limiter(type, capacity 0)
  permits.acquire();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QSemaphore::acquire: limiter(acquire), wait(permit)
  permits.acquire(2);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QSemaphore::acquire: limiter(acquire), wait(permit)
  (void)permits.tryAcquire();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QSemaphore::tryAcquire: limiter(try)
  (void)permits.tryAcquire(2);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QSemaphore::tryAcquire: limiter(try)
  (void)permits.tryAcquire(1, 100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QSemaphore::tryAcquire: limiter(timed), wait(permit, timed)
  (void)permits.tryAcquire(1, -1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QSemaphore::tryAcquire: limiter(acquire), wait(permit)
  permits.release();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QSemaphore::release: limiter(release)
  permits.release(2);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QSemaphore::release: limiter(release)
  QSemaphoreReleaser releaser(permits);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QSemaphoreReleaser: limiter(guard)
#if QT_VERSION_MAJOR >= 6
  (void)permits.try_acquire();
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QSemaphore::try_acquire: limiter(try)
  (void)permits.try_acquire_for(std::chrono::seconds(1));
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QSemaphore::try_acquire_for: limiter(timed), wait(permit, timed)
  (void)permits.try_acquire_until(std::chrono::steady_clock::now());
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QSemaphore::try_acquire_until: limiter(timed), wait(permit, timed)
#endif
}

void locks(QWaitCondition &condition) {
  QMutex mutex;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QMutex: lock(type)
  mutex.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QMutex::lock: wait(lock), lock(lock)
  (void)mutex.tryLock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QMutex::tryLock: lock(try)
  (void)mutex.tryLock(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QMutex::tryLock: wait(lock, timed), lock(try)
  (void)mutex.try_lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QMutex::try_lock: lock(try)
  (void)mutex.try_lock_for(std::chrono::seconds(1));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QMutex::try_lock_for: wait(lock, timed), lock(try)
  (void)mutex.try_lock_until(std::chrono::steady_clock::now());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QMutex::try_lock_until: wait(lock, timed), lock(try)
  mutex.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QMutex::unlock: lock(unlock)
  QRecursiveMutex again;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QRecursiveMutex: lock(type)
  again.lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QRecursiveMutex::lock: wait(lock), lock(lock)
  (void)again.tryLock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QRecursiveMutex::tryLock: lock(try)
  (void)again.tryLock(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QRecursiveMutex::tryLock: wait(lock, timed), lock(try)
  (void)again.try_lock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QRecursiveMutex::try_lock: lock(try)
  (void)again.try_lock_for(std::chrono::seconds(1));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QRecursiveMutex::try_lock_for: wait(lock, timed), lock(try)
  (void)again.try_lock_until(std::chrono::steady_clock::now());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QRecursiveMutex::try_lock_until: wait(lock, timed), lock(try)
  again.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QRecursiveMutex::unlock: lock(unlock)
  QMutexLocker guard(&mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QMutexLocker: lock(guard, argument 0)
  QReadWriteLock shared;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QReadWriteLock: lock(type)
  shared.lockForRead();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QReadWriteLock::lockForRead: wait(lock), lock(lock)
  shared.lockForWrite();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QReadWriteLock::lockForWrite: wait(lock), lock(lock)
  (void)shared.tryLockForRead();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QReadWriteLock::tryLockForRead: lock(try)
  (void)shared.tryLockForWrite();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QReadWriteLock::tryLockForWrite: lock(try)
  (void)shared.tryLockForRead(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QReadWriteLock::tryLockForRead: wait(lock, timed), lock(try)
  (void)shared.tryLockForWrite(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QReadWriteLock::tryLockForWrite: wait(lock, timed), lock(try)
  shared.unlock();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QReadWriteLock::unlock: lock(unlock)
  QReadLocker reads(&shared);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QReadLocker: lock(guard, argument 0)
  QWriteLocker writes(&shared);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QWriteLocker: lock(guard, argument 0)
  condition.wait(&mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QWaitCondition::wait: wait(condition)
  condition.wait(&shared);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QWaitCondition::wait: wait(condition)
  condition.wait(&mutex, ULONG_MAX);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QWaitCondition::wait: wait(condition)
  condition.wait(&mutex, 100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QWaitCondition::wait: wait(condition, timed)
  condition.wait(&shared, QDeadlineTimer(100));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QWaitCondition::wait: wait(condition, timed)
  condition.wakeAll();
}

void processes(const QString &program, const QStringList &arguments) {
  QProcess process;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QProcess: task(lazy, cancels)
  process.start(program, arguments);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QProcess::start: spawn(io, cancels)
  process.start();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QProcess::start: spawn(io, cancels)
  process.startDetached();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QProcess::startDetached: spawn(io, result)
  QProcess::startDetached(program, arguments);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QProcess::startDetached: spawn(io, result)
  process.waitForFinished();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QProcess::waitForFinished: wait(task, timed), blocking(process)
  process.waitForFinished(-1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QProcess::waitForFinished: wait(task), blocking(process)
  QProcess::execute(program, arguments);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QProcess::execute: blocking(process), io
#if QT_VERSION_MAJOR >= 6
  process.startCommand(program);
  // QT6: [[#@LINE-1]]:{{[0-9]+}}: QProcess::startCommand: spawn(io, cancels)
#endif
}

void replies(QNetworkAccessManager &manager, QNetworkRequest request,
             QTcpSocket *socket, QLocalSocket *local, QTimer *timer) {
  QEventLoop loop;
  request.setTransferTimeout(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QNetworkRequest::setTransferTimeout: deadline(on this, time 0)
  manager.setTransferTimeout(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QNetworkAccessManager::setTransferTimeout: deadline(on this, time 0)
  QNetworkReply *reply = manager.get(request);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QNetworkAccessManager::get: handle(remote, from this | argument 0)
  manager.head(request);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QNetworkAccessManager::head: handle(remote, from this | argument 0)
  manager.post(request, QByteArray());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QNetworkAccessManager::post: handle(remote, from this | argument 0)
  manager.put(request, QByteArray());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QNetworkAccessManager::put: handle(remote, from this | argument 0)
  manager.deleteResource(request);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QNetworkAccessManager::deleteResource: handle(remote, from this | argument 0)
  QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QObject::connect: handle(remote, argument 2, from argument 0), handler(argument 3)
  QObject::connect(timer, &QTimer::timeout, &loop, &QEventLoop::quit);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QObject::connect: deadline(on argument 2), handler(argument 3)
  loop.exec();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QEventLoop::exec: io(waits for server, on this)
  loop.quit();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QEventLoop::quit: deadline(perhaps, on this)
  loop.exit(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QEventLoop::exit: deadline(perhaps, on this)
  socket->waitForConnected();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QAbstractSocket::waitForConnected: blocking(net), io(waits for server), deadline(time 0)
  socket->waitForReadyRead(-1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QAbstractSocket::waitForReadyRead: blocking(net), io(waits for server), deadline(time 0)
  socket->waitForBytesWritten();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QAbstractSocket::waitForBytesWritten: blocking(net), io(waits for server), deadline(time 0)
  socket->waitForDisconnected();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QAbstractSocket::waitForDisconnected: blocking(net), io(waits for server), deadline(time 0)
  local->waitForConnected();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QLocalSocket::waitForConnected: blocking(net), io(waits for server), deadline(time 0)
  local->waitForReadyRead();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QLocalSocket::waitForReadyRead: blocking(net), io(waits for server), deadline(time 0)
  local->waitForBytesWritten();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QLocalSocket::waitForBytesWritten: blocking(net), io(waits for server), deadline(time 0)
  local->waitForDisconnected();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QLocalSocket::waitForDisconnected: blocking(net), io(waits for server), deadline(time 0)
}

class Server : public QTcpServer {
public:
  void answer();
};

void events(Server *server, QLocalServer *local, QTimer *timer) {
  server->nextPendingConnection();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QTcpServer::nextPendingConnection: io(accepts)
  local->nextPendingConnection();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QLocalServer::nextPendingConnection: io(accepts)
  server->waitForNewConnection(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QTcpServer::waitForNewConnection: blocking(net), io(waits for client), deadline(time 0)
  local->waitForNewConnection(100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QLocalServer::waitForNewConnection: blocking(net), io(waits for client), deadline(time 0)
  QObject::connect(server, &QTcpServer::newConnection, [] { work(); });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QObject::connect: handler(argument 2)
  QObject::connect(server, &QTcpServer::newConnection, timer, [] { work(); });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QObject::connect: deadline(perhaps, on argument 2), handler(argument 3)
  QObject::connect(server, &QTcpServer::newConnection, server, &Server::answer,
                   Qt::QueuedConnection);
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QObject::connect: deadline(perhaps, on argument 2), handler(argument 3)
  QTimer::singleShot(100, [] { work(); });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QTimer::singleShot: handler(argument 1)
  QTimer::singleShot(100, server, &Server::answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QTimer::singleShot: deadline(on argument 1), handler(argument 2)
  QTimer::singleShot(100, Qt::CoarseTimer, server, [] { work(); });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QTimer::singleShot: deadline(on argument 2), handler(argument 3)
  QMetaObject::invokeMethod(server, [] { work(); });
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QMetaObject::invokeMethod: handler(argument 1)
}

void numbers(QSettings &settings, QCommandLineParser &parser,
             const QList<int> &list, const QStringList &texts) {
  qgetenv("THREADS");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qgetenv: config
  qEnvironmentVariable("THREADS");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qEnvironmentVariable: config
  qEnvironmentVariableIntValue("THREADS");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qEnvironmentVariableIntValue: config
  settings.value("threads");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QSettings::value: config
  parser.value("threads");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QCommandLineParser::value: config
  parser.values("threads");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QCommandLineParser::values: config
  (void)qMin(int(list.size()), 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qMin: bounds
  (void)qBound(1, int(list.size()), 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qBound: bounds(by 2)
  list.mid(0, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QList::mid: bounds(by 1)
  texts.mid(0, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QList::mid: bounds(by 1)
  list.mid(1);
  qAsConst(list);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qAsConst: passes(argument 0)
  foreach (int one, list)
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QtPrivate::qMakeForeachContainer: passes(argument 0)
    twice(one);
}

class First : public QObject {};
namespace one {
QTEST_GUILESS_MAIN(First)
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: QTEST_GUILESS_MAIN: test
} // namespace one
namespace two {
QTEST_APPLESS_MAIN(First)
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: QTEST_APPLESS_MAIN: test
} // namespace two
QTEST_MAIN(First)
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: QTEST_MAIN: test
