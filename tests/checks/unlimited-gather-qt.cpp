// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Qt: futures of functions that are not in view, and what collects them.
// QtConcurrent's own algorithms limit themselves to the pool.
//
// RUN: %tidepool_test %s unlimited-gather %t
// RUN: %tidepool_test %s unlimited-gather,unbounded-spawn-in-loop %t-both --prefix=CHECK,BOTH --only=driver --options=Level=strict
// CUTS: 4
// FLAGS: -std=c++17 -fPIC -isystem /usr/include/%multiarch/qt6 -isystem /usr/include/%multiarch/qt6/QtCore -isystem /usr/include/%multiarch/qt6/QtConcurrent

#include <QtConcurrent/qtconcurrentmap.h>
#include <QtConcurrent/qtconcurrentrun.h>
#include <QtCore/qfuturesynchronizer.h>
#include <QtCore/qstringlist.h>

QFuture<int> fetch(const QString &url);
int load(const QString &url);

void plain(const QStringList &urls) {
  QList<QFuture<int>> futures;
  for (const QString &url : urls)
    futures << fetch(url);
  auto all = QtFuture::whenAll(futures.begin(), futures.end());
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] 'QtFuture::whenAll' waits for a task per element of 'urls'
}

void collected(const QStringList &urls) {
  QFutureSynchronizer<int> all;
  for (const QString &url : urls)
    all.addFuture(fetch(url));
  all.waitForFinished();
  // CHECK: [[#@LINE-1]]: unlimited-gather[dynamic] 'QFutureSynchronizer::waitForFinished' waits for a task per element of 'urls'
}

void collectedThree() {
  QFutureSynchronizer<int> all;
  all.addFuture(fetch("a"));
  all.addFuture(fetch("b"));
  all.addFuture(fetch("c"));
  all.waitForFinished();
}

void startedOneByOne(const QStringList &urls) {
  QFutureSynchronizer<int> all;
  for (const QString &url : urls)
    all.addFuture(QtConcurrent::run(load, url));
  // BOTH: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled]
  all.waitForFinished();
}

void limitsItself(const QStringList &urls) {
  QtConcurrent::blockingMapped(urls, load);
  QtConcurrent::mapped(urls, load).waitForFinished();
}
