// Every entry of qcoro.yaml, with Qt 6.
// REQUIRES: tidepool, qt6, qcoro
// RUN: %tidepool vocab %s --cover qcoro -- -std=c++20 -fPIC %qt6 -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/qcoro6/QCoro > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <QtCore/qprocess.h>
#include <QtCore/qtimer.h>
#include <QtNetwork/qlocalsocket.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtNetwork/qtcpserver.h>
#include <QtNetwork/qtcpsocket.h>
#include <qcoroabstractsocket.h>
#include <qcorolocalsocket.h>
#include <qcoronetworkreply.h>
#include <qcoroprocess.h>
#include <qcorosignal.h>
#include <qcorotask.h>
#include <qcorotcpserver.h>
#include <qcorotimer.h>

using namespace std::chrono_literals;

QCoro::Task<int> work();

QCoro::Task<> tasks(QObject *context, QTimer *timer) {
  QCoro::Task<int> started = work();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QCoro::Task: spawn(coroutine, result), task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::Task: spawn(coroutine, result), task(eager)
  co_await started;
  QCoro::connect(work(), context, [](int) {});
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QCoro::connect: handler(argument 2)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::Task: spawn(coroutine, result), task(eager)
  co_await QCoro::sleepFor(1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QCoro::sleepFor: timer
  co_await QCoro::sleepUntil(std::chrono::steady_clock::now() + 1s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QCoro::sleepUntil: timer
  co_await qCoro(timer, &QTimer::timeout);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QCoro::Task: spawn(coroutine, result), task(eager)
}

int blocks() { return QCoro::waitFor(work()); }
// CHECK: [[#@LINE-1]]:{{[0-9]+}}: QCoro::waitFor: wait(task, argument 0, helping), blocking(sync), io(waits for task, on argument 0)
// CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::Task: spawn(coroutine, result), task(eager)

QCoro::Task<> waits(QNetworkReply *reply, QTcpSocket *socket,
                    QLocalSocket *local, QTcpServer *server,
                    QProcess *process) {
  co_await qCoro(reply).waitForFinished();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroNetworkReply::waitForFinished: io(starts with server, on this)
  co_await qCoro(reply).waitForFinished(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroNetworkReply::waitForFinished: io
  co_await qCoro(socket).connectToHost("host", 80);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroAbstractSocket::connectToHost: io
  co_await qCoro(socket).waitForConnected();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroAbstractSocket::waitForConnected: io
  co_await qCoro(socket).readAll();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroAbstractSocket::readAll: io(starts with server, on this)
  co_await qCoro(socket).readAll(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroAbstractSocket::readAll: io
  co_await qCoro(socket).read(99);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroAbstractSocket::read: io(starts with server, on this)
  co_await qCoro(socket).read(99, 5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroAbstractSocket::read: io
  co_await qCoro(socket).readLine();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroAbstractSocket::readLine: io(starts with server, on this)
  co_await qCoro(socket).readLine(99, 5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroAbstractSocket::readLine: io
  co_await qCoro(socket).waitForDisconnected();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroAbstractSocket::waitForDisconnected: io
  co_await qCoro(local).connectToServer("name");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroLocalSocket::connectToServer: io
  co_await qCoro(local).waitForConnected();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroLocalSocket::waitForConnected: io
  co_await qCoro(local).readAll();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroLocalSocket::readAll: io(starts with server, on this)
  co_await qCoro(local).readAll(5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroLocalSocket::readAll: io
  co_await qCoro(local).read(99);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroLocalSocket::read: io(starts with server, on this)
  co_await qCoro(local).read(99, 5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroLocalSocket::read: io
  co_await qCoro(local).readLine();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroLocalSocket::readLine: io(starts with server, on this)
  co_await qCoro(local).readLine(99, 5s);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroLocalSocket::readLine: io
  co_await qCoro(local).waitForDisconnected();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: qCoro: handle(remote, from argument 0), passes(argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: QCoro::detail::QCoroLocalSocket::waitForDisconnected: io
  co_await qCoro(server).waitForNewConnection();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QCoro::detail::QCoroTcpServer::waitForNewConnection: io(accepts)
  co_await qCoro(process).start();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QCoro::detail::QCoroProcess::start: io
  co_await qCoro(process).waitForStarted();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QCoro::detail::QCoroProcess::waitForStarted: io
  co_await qCoro(process).waitForFinished();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: QCoro::detail::QCoroProcess::waitForFinished: io
}
