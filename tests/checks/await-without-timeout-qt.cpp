// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Qt's network and processes, with Qt 6's headers.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++17 -fPIC -isystem /usr/include/%multiarch/qt6 -isystem /usr/include/%multiarch/qt6/QtCore -isystem /usr/include/%multiarch/qt6/QtConcurrent -isystem /usr/include/%multiarch/qt6/QtNetwork

#include <QtCore/qeventloop.h>
#include <QtCore/qprocess.h>
#include <QtCore/qthread.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtNetwork/qnetworkrequest.h>
#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>

void waitsForever(QTcpSocket *socket) {
  // CHECK: [[#@LINE+1]]: await-without-timeout[explicit-infinite] 'QAbstractSocket::waitForReadyRead' is told to wait for a server for ever
  socket->waitForReadyRead(-1);
}

void theDefaultIsFinite(QTcpSocket *socket) { socket->waitForReadyRead(); }

void aTimeOfTheCaller(QTcpSocket *socket, int milliseconds) {
  socket->waitForConnected(milliseconds);
}

void takesClients(QTcpServer &server) {
  while (server.waitForNewConnection(-1))
    server.nextPendingConnection();
}

void waitsForAChild(const QString &program) {
  QProcess process;
  process.start(program);
  process.waitForFinished(-1);
}

void waitsForAThread(QThread *thread) { thread->wait(); }

void loopWithNoTimeout(const QUrl &url) {
  QNetworkAccessManager manager;
  QNetworkReply *reply = manager.get(QNetworkRequest(url));
  QEventLoop loop;
  QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'QEventLoop::exec' waits for a server with no timeout
  loop.exec();
}

void requestWithTimeout(const QUrl &url) {
  QNetworkAccessManager manager;
  QNetworkRequest request(url);
  request.setTransferTimeout(5000);
  QNetworkReply *reply = manager.get(request);
  QEventLoop loop;
  QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
  loop.exec();
}

void managerWithTimeout(const QUrl &url) {
  QNetworkAccessManager manager;
  manager.setTransferTimeout();
  QNetworkReply *reply = manager.get(QNetworkRequest(url));
  QEventLoop loop;
  QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
  loop.exec();
}

void timerQuitsTheLoop(const QUrl &url) {
  QNetworkAccessManager manager;
  QNetworkReply *reply = manager.get(QNetworkRequest(url));
  QEventLoop loop;
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, &loop, &QEventLoop::quit);
  timer.start(5000);
  QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
  loop.exec();
}

void timerAbortsTheReply(const QUrl &url) {
  QNetworkAccessManager manager;
  QNetworkReply *reply = manager.get(QNetworkRequest(url));
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, reply, &QNetworkReply::abort);
  timer.start(5000);
  QEventLoop loop;
  QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
  loop.exec();
}

void singleShotQuitsTheLoop(const QUrl &url) {
  QNetworkAccessManager manager;
  QNetworkReply *reply = manager.get(QNetworkRequest(url));
  QEventLoop loop;
  QTimer::singleShot(5000, &loop, &QEventLoop::quit);
  QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
  loop.exec();
}

void somethingElseMayQuitTheLoop(const QUrl &url) {
  QNetworkAccessManager manager;
  QNetworkReply *reply = manager.get(QNetworkRequest(url));
  QEventLoop loop;
  QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
  QTimer::singleShot(5000, [&] { loop.quit(); });
  loop.exec();
}

void managerOfTheCaller(QNetworkAccessManager &manager, const QUrl &url) {
  QNetworkReply *reply = manager.get(QNetworkRequest(url));
  QEventLoop loop;
  QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
  loop.exec();
}

void modalLoop(QObject *dialog) {
  QEventLoop loop;
  QObject::connect(dialog, &QObject::destroyed, &loop, &QEventLoop::quit);
  loop.exec();
}
