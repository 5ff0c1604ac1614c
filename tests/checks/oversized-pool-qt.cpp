// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Qt's pools, whose size is set on an object that is there.
//
// RUN: %tidepool_test %s oversized-pool %t --notes
// CUTS: 4
// FLAGS: -std=c++17 -fPIC -isystem /usr/include/%multiarch/qt6 -isystem /usr/include/%multiarch/qt6/QtCore

#include <QtCore/qthread.h>
#include <QtCore/qthreadpool.h>

void pools(QThreadPool &pool, int given) {
  pool.setMaxThreadCount(100000);
  // CHECK: [[#@LINE-1]]: oversized-pool[oversized] a pool gets 100000 threads
  // CHECK-NEXT: note[size it by the machine: QThread::idealThreadCount() for work that computes, 2 to 4 times as many for work that waits]
  // CHECK-NEXT: fix[QThread::idealThreadCount()]
  pool.setMaxThreadCount(QThread::idealThreadCount());
  QThreadPool::globalInstance()->setMaxThreadCount(8);
  pool.setMaxThreadCount(given);
  pool.setMaxThreadCount(0);
}
