// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// QCoro, with Qt 6's headers.
//
// RUN: %tidepool_test %s await-without-timeout %t --notes
// FLAGS: -std=c++20 -fPIC -isystem /usr/include/%multiarch/qt6 -isystem /usr/include/%multiarch/qt6/QtCore -isystem /usr/include/%multiarch/qt6/QtNetwork -isystem /usr/include/qcoro6/qcoro -isystem /usr/include/qcoro6/QCoro
// CUTS: 2

#include <QtNetwork/qnetworkaccessmanager.h>
#include <QtNetwork/qnetworkreply.h>
#include <QtNetwork/qnetworkrequest.h>
#include <QtNetwork/qtcpsocket.h>
#include <qcoroabstractsocket.h>
#include <qcoronetworkreply.h>
#include <qcorotask.h>

using namespace std::chrono_literals;

// Unknown: whoever else has the pointer may abort it.
QCoro::Task<> reply(const QUrl &url) {
  QNetworkAccessManager manager;
  QNetworkReply *reply = manager.get(QNetworkRequest(url));
  co_await qCoro(reply).waitForFinished();
}

QCoro::Task<> inTime(const QUrl &url) {
  QNetworkAccessManager manager;
  QNetworkReply *reply = manager.get(QNetworkRequest(url));
  co_await qCoro(reply).waitForFinished(5s);
}

QCoro::Task<> timeoutOfTheRequest(const QUrl &url) {
  QNetworkAccessManager manager;
  QNetworkRequest request(url);
  request.setTransferTimeout(5000);
  QNetworkReply *reply = manager.get(request);
  co_await qCoro(reply).waitForFinished();
}

QCoro::Task<> timeoutOfTheManager(const QUrl &url) {
  QNetworkAccessManager manager;
  manager.setTransferTimeout(5000);
  QNetworkReply *reply = manager.get(QNetworkRequest(url));
  co_await qCoro(reply).waitForFinished();
}

QCoro::Task<> ofTheCaller(QNetworkReply *reply) {
  co_await qCoro(reply).waitForFinished();
}

QCoro::Task<QByteArray> reads() {
  QTcpSocket socket;
  co_await qCoro(socket).connectToHost("host", 80);
  co_return co_await qCoro(socket).readAll();
  // CHECK: [[#@LINE-1]]: await-without-timeout[no-deadline] 'QCoro::detail::QCoroAbstractSocket::readAll' waits for a server
  // CHECK: note[use a timeout as the last argument
}

QCoro::Task<QByteArray> readsInTime() {
  QTcpSocket socket;
  co_await qCoro(socket).connectToHost("host", 80);
  co_return co_await qCoro(socket).readAll(5s);
}
