// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Qt: threads whose code is a member, pools that queue without end, futures
// and processes.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
// OPTIONS: Level=strict
// CUTS: 4
// FLAGS: -std=c++17 -fPIC -isystem /usr/include/%multiarch/qt6 -isystem /usr/include/%multiarch/qt6/QtCore -isystem /usr/include/%multiarch/qt6/QtConcurrent -isystem /usr/include/%multiarch/qt6/QtNetwork

#include <QtConcurrent/qtconcurrentmap.h>
#include <QtConcurrent/qtconcurrentrun.h>
#include <QtCore/qfuturesynchronizer.h>
#include <QtCore/qprocess.h>
#include <QtCore/qrunnable.h>
#include <QtCore/qsemaphore.h>
#include <QtCore/qthread.h>
#include <QtCore/qthreadpool.h>
#include <QtCore/qwaitcondition.h>
#include <QtNetwork/qtcpserver.h>
#include <thread>
#include <vector>

void fetch(const QString &url);
bool next(QString &url);
void serve(QTcpSocket *client);

// Threads

class Fetcher : public QThread {
public:
  explicit Fetcher(const QString &url) : url(url) {}

private:
  void run() override { fetch(url); }
  QString url;
};

void threadPerUrl(const QStringList &urls) {
  for (const QString &url : urls) {
    auto *thread = new Fetcher(url);
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
  }
}

void createdThreadPerUrl(const QStringList &urls) {
  for (int i = 0; i < urls.size(); ++i)
    QThread::create([url = urls.at(i)] { fetch(url); })->start();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
}

void threadPerUrlByForeach(const QStringList &urls) {
  foreach (const QString &url, urls) {
    auto *thread = new Fetcher(url);
    thread->start();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
  }
}

void threadPerConnection(QTcpServer &server) {
  forever {
    QTcpSocket *socket = server.nextPendingConnection();
    auto *thread = QThread::create([socket] { serve(socket); });
    thread->start();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
  }
}

void threadPerPendingConnection(QTcpServer &server) {
  while (server.hasPendingConnections()) {
    QTcpSocket *socket = server.nextPendingConnection();
    QThread::create([socket] { serve(socket); })->start();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
  }
}

void waitedForInTheSameTurn(const QStringList &urls) {
  for (const QString &url : urls) {
    Fetcher thread(url);
    thread.start();
    thread.wait();
  }
}

void startedAndKeptThenWaitedFor(const QStringList &urls) {
  QList<Fetcher *> threads;
  for (const QString &url : urls) {
    threads.append(new Fetcher(url));
    threads.last()->start();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }
  for (Fetcher *thread : threads)
    thread->wait();
}

void inBatches(const QStringList &urls) {
  QList<QThread *> threads;
  for (const QString &url : urls) {
    auto *thread = new Fetcher(url);
    threads.append(thread);
    thread->start();
    if (threads.size() == 8) {
      for (QThread *one : threads)
        one->wait();
      qDeleteAll(threads);
      threads.clear();
    }
  }
}

void inBatchesTooLarge(const QStringList &urls) {
  QList<QThread *> threads;
  for (const QString &url : urls) {
    auto *thread = new Fetcher(url);
    threads << thread;
    thread->start();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[above-budget] the bound lets 500 run at once
    if (threads.size() == 500) {
      for (QThread *one : threads)
        one->wait();
      threads.clear();
    }
  }
}

void oneAnIdealThread() {
  for (int i = 0; i < QThread::idealThreadCount(); ++i)
    QThread::create([] { fetch(""); })->start();
}

void oneLessThanIdeal() {
  const int count = qMax(1, QThread::idealThreadCount() - 1);
  for (int i = 0; i < count; ++i)
    QThread::create([] { fetch(""); })->start();
}

void startWorkers(const QList<QThread *> &workers) {
  for (QThread *worker : workers)
    worker->start();
}

class Workers {
public:
  void start() {
    for (int i = 0; i < threads.size(); ++i)
      threads[i]->start();
  }

private:
  QVector<QThread *> threads;
};

// A worker object in a thread of its own, one for each that is configured.
class Service : public QObject {
public:
  explicit Service(QObject *worker) {
    worker->moveToThread(&thread);
    thread.start();
  }

private:
  QThread thread;
};

void sameThreadAgain(QThread *thread) {
  QString url;
  while (next(url))
    thread->start();
}

void anotherThreadEachTime(QThread *thread) {
  QString url;
  while (next(url)) {
    thread = new Fetcher(url);
    thread->start();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }
}

void madeFirstThenStarted(const QStringList &urls) {
  QList<Fetcher *> threads;
  for (const QString &url : urls)
    threads.append(new Fetcher(url));
  for (Fetcher *thread : threads)
    thread->start();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
}

// The permit is released at the end of run().
QSemaphore Permits(8);
class Permitted : public QThread {
  void run() override {
    fetch("");
    Permits.release();
  }
};

void permitBeforeEachStart(const QStringList &urls) {
  for (const QString &url : urls) {
    Permits.acquire();
    (new Permitted)->start();
  }
}

class Late : public QThread {
  void run() override {
    Permits.acquire();
    fetch("");
    Permits.release();
  }
};

void permitInsideTheThread(const QStringList &urls) {
  for (const QString &url : urls)
    (new Late)->start();
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-inside-task]
}

void permitGivenBackAtOnce(const QStringList &urls) {
  for (const QString &url : urls) {
    Permits.acquire();
    (new Fetcher(url))->start();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-freed-early]
    Permits.release();
  }
}

void releaserOfTheTurn(const QStringList &urls) {
  for (const QString &url : urls) {
    Permits.acquire();
    QSemaphoreReleaser releaser(Permits);
    (new Fetcher(url))->start();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-freed-early]
  }
}

void releaserInTheTask(const QStringList &urls) {
  for (const QString &url : urls) {
    Permits.acquire();
    QThread::create([url] {
      QSemaphoreReleaser releaser(Permits);
      fetch(url);
    })->start();
  }
}

// Pools

class Job : public QRunnable {
public:
  explicit Job(const QString &url) : url(url) {}
  void run() override { fetch(url); }

private:
  QString url;
};

void jobPerUrl(const QStringList &urls, QThreadPool &pool) {
  for (const QString &url : urls)
    pool.start(new Job(url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'urls'
}

void callablePerUrl(const QStringList &urls) {
  for (const QString &url : urls)
    QThreadPool::globalInstance()->start([url] { fetch(url); });
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued
}

void jobWithoutEnd(QThreadPool &pool) {
  QString url;
  forever {
    next(url);
    pool.start(new Job(url));
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
  }
}

// One job that starts others: the loop runs once a job.
class Site : public QRunnable {
public:
  void run() override {
    for (const QString &page : pages)
      QThreadPool::globalInstance()->start(new Job(page));
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
  }

private:
  QStringList pages;
};

class Crawler : public QObject {
public:
  explicit Crawler(QTcpServer *server) {
    connect(server, &QTcpServer::newConnection, this, [this] {
      for (const QString &url : urls)
        QThreadPool::globalInstance()->start(new Job(url));
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
      for (const QString &url : urls)
        std::thread([url] { fetch(url); }).detach();
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    });
    connect(server, &QTcpServer::newConnection, this, &Crawler::crawl);
  }

  void crawl() {
    for (const QString &url : urls)
      QThreadPool::globalInstance()->start(new Job(url));
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
  }

private:
  QStringList urls;
};

void triedStart(const QStringList &urls, QThreadPool &pool) {
  for (const QString &url : urls) {
    auto *job = new Job(url);
    if (!pool.tryStart(job))
      job->run();
  }
}

void waitsWhenTheBatchIsFull(const QStringList &urls, QThreadPool &pool) {
  int queued = 0;
  for (const QString &url : urls) {
    pool.start(new Job(url));
    if (++queued % 16 == 0)
      pool.waitForDone();
  }
}

void waitsForTheGlobalPool(const QStringList &urls) {
  int queued = 0;
  for (const QString &url : urls) {
    QThreadPool::globalInstance()->start(new Job(url));
    if (++queued % 16 == 0)
      QThreadPool::globalInstance()->waitForDone();
  }
}

class Limited {
public:
  void queue(const QStringList &urls) {
    for (const QString &url : urls) {
      QMutexLocker lock(&mutex);
      while (running >= 16)
        finished.wait(&mutex);
      ++running;
      pool.start([this, url] {
        fetch(url);
        QMutexLocker lock(&mutex);
        --running;
        finished.wakeOne();
      });
    }
  }

private:
  QThreadPool pool;
  QMutex mutex;
  QWaitCondition finished;
  int running = 0;
};

// Futures

void runPerUrl(const QStringList &urls) {
  QList<QFuture<void>> futures;
  for (const QString &url : urls)
    futures << QtConcurrent::run(fetch, url);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'urls'
  for (QFuture<void> &future : futures)
    future.waitForFinished();
}

void runOnAPoolPerUrl(const QStringList &urls, QThreadPool *pool) {
  QFutureSynchronizer<void> all;
  for (const QString &url : urls)
    all.addFuture(QtConcurrent::run(pool, fetch, url));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'urls'
}

void futuresInBatches(const QStringList &urls) {
  QList<QFuture<void>> futures;
  for (const QString &url : urls) {
    futures << QtConcurrent::run(fetch, url);
    if (futures.count() >= 32) {
      for (QFuture<void> &future : futures)
        future.waitForFinished();
      futures.clear();
    }
  }
}

void synchronizerInBatches(const QStringList &urls) {
  QFutureSynchronizer<void> batch;
  for (const QString &url : urls) {
    batch.addFuture(QtConcurrent::run(fetch, url));
    if (batch.futures().size() >= 32) {
      batch.waitForFinished();
      batch.clearFutures();
    }
  }
}

void synchronizerOfTheTurn(const QStringList &urls) {
  for (const QString &url : urls) {
    QFutureSynchronizer<void> both;
    both.addFuture(QtConcurrent::run(fetch, url));
    both.addFuture(QtConcurrent::run(fetch, url + "/robots.txt"));
  }
}

void mappedOverAll(QStringList &urls) {
  QtConcurrent::blockingMap(urls, fetch);
}

void threadPerMappedUrl(QStringList &urls) {
  QtConcurrent::blockingMap(urls, [](const QString &url) {
    (new Fetcher(url))->start();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  });
}

// Processes

void processPerFile(const QStringList &files, QObject *parent) {
  for (const QString &file : files) {
    auto *process = new QProcess(parent);
    process->start("convert", {file});
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] an operation is started once per element of 'files'
  }
}

void oneProcessAfterTheOther(const QStringList &files) {
  for (const QString &file : files) {
    QProcess process;
    process.start("convert", {file});
    process.waitForFinished();
  }
}

void sameProcessAgain(const QStringList &files, QProcess *process) {
  for (const QString &file : files) {
    process->start("convert", {file});
    process->waitForFinished(-1);
  }
}
