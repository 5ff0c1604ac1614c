// Every entry of libevent.yaml.
// REQUIRES: tidepool, libevent
// RUN: %tidepool vocab %s --cover libevent -- %headers -std=c++20 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/event.h>
#include <event2/event_struct.h>
#include <event2/http.h>
#include <event2/listener.h>
#include <event2/util.h>

void onEvent(evutil_socket_t, short, void *);
void onRequest(evhttp_request *, void *);

void events(event_base *loop, event *kept, const timeval *soon) {
  event_new(loop, 3, EV_READ, onEvent, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: event_new: handler(argument 3)
  evtimer_new(loop, onEvent, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: event_new: handler(argument 3)
  event_assign(kept, loop, 3, EV_READ, onEvent, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: event_assign: handler(argument 4)
  event_base_once(loop, -1, EV_TIMEOUT, onEvent, nullptr, soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: event_base_once: handler(argument 3)
  event_base_dispatch(loop);
}

void streams(event_base *loop, bufferevent *stream, sockaddr *address) {
  bufferevent_setcb(
      // CHECK: [[#@LINE-1]]:{{[0-9]+}}: bufferevent_setcb: handler(argument 1)
      stream, [](bufferevent *, void *) {}, nullptr,
      [](bufferevent *, short, void *) {}, nullptr);
  auto accepted = [](evconnlistener *, evutil_socket_t, sockaddr *, int,
                     void *) {};
  evconnlistener_new(loop, accepted, nullptr, 0, -1, 3);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: evconnlistener_new: handler(argument 1)
  evconnlistener_new_bind(loop, accepted, nullptr, 0, -1, address, 9);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: evconnlistener_new_bind: handler(argument 1)
  evutil_addrinfo *found;
  evutil_getaddrinfo("host", "80", nullptr, &found);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: evutil_getaddrinfo: blocking(net), io
}

void requests(evhttp *server) {
  evhttp_set_cb(server, "/", onRequest, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: evhttp_set_cb: handler(argument 2)
  evhttp_set_gencb(server, onRequest, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: evhttp_set_gencb: handler(argument 1)
  evhttp_request_new(onRequest, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: evhttp_request_new: handler(argument 0)
}
