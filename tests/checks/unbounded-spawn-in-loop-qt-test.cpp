// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Qt Test: the members of the class whose object the main function makes are
// tests; with Qt 5, whose main function is another.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
// CUTS: 4
// FLAGS: -std=c++17 -fPIC -isystem /usr/include/%multiarch/qt5 -isystem /usr/include/%multiarch/qt5/QtCore -isystem /usr/include/%multiarch/qt5/QtTest

#include <QtCore/qthread.h>
#include <QtTest/qtest.h>

void fetch(const QString &url);

class Helper {
public:
  void threadPerUrl(const QStringList &urls) {
    for (const QString &url : urls)
      QThread::create([url] { fetch(url); })->start();
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }
};

class TestFetch : public QObject {
private:
  void threadPerUrl() {
    for (const QString &url : urls)
      QThread::create([url] { fetch(url); })->start();
  }

  QStringList urls;
  Helper helper;
};

QTEST_GUILESS_MAIN(TestFetch)
