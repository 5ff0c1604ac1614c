// Every entry of gsoap.yaml, with the library's headers, what soapcpp2 makes of a
// service, and a mock of the API for JSON and XML-RPC.
// REQUIRES: tidepool, gsoap
// RUN: rm -rf %t.made && mkdir %t.made
// RUN: soapcpp2 -C -L -x -d%t.made %S/mock/gsoap/quote.service
// RUN: %tidepool vocab %s --cover gsoap -- %headers -std=c++20 -isystem %t.made -isystem %S/mock/gsoap > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include "soapH.h"
#include <json.h>

struct ns__note;

int answer(struct soap *context);

void configured(struct soap *context) {
  context->recv_timeout = 5;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap::recv_timeout: deadline(on this, time 0)
  context->transfer_timeout = 5;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap::transfer_timeout: deadline(on this, time 0)
  context->connect_timeout = 5;
  context->send_timeout = 5;
  context->accept_timeout = 5;
  context->is = nullptr;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap::is: deadline(perhaps, on this)
  context->recvfd = 0;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap::recvfd: deadline(perhaps, on this)
  context->socket = 3;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap::socket: deadline(perhaps, on this)
  context->frecv = nullptr;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap::frecv: deadline(perhaps, on this)
  context->fopen = nullptr;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap::fopen: deadline(perhaps, on this)
  soap_register_plugin_arg(context, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_register_plugin_arg: deadline(perhaps, on argument 0)
}

void made(struct soap *context) {
  struct soap own;
  soap_init(&own);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_init_*: handle(local, argument 0)
  struct soap *other = soap_new1(SOAP_C_UTFSTRING);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_new_*: handle(local)
  struct soap *copy = soap_copy(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_copy: handle(remote, from argument 0)
  soap_copy_context(&own, context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_copy_context: handle(remote, argument 0, from argument 1)
  soap_connect(other, "http://example.org", nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_connect: blocking(net), io(on argument 0), handle(remote, argument 0)
  soap_connect_command(other, SOAP_POST, "http://example.org", nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_connect_command: blocking(net), io(on argument 0), handle(remote, argument 0)
  soap_GET(other, "http://example.org", nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_GET: blocking(net), io(on argument 0), handle(remote, argument 0)
  soap_POST(other, "http://example.org", nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_POST: blocking(net), io(on argument 0), handle(remote, argument 0)
  soap_PUT(other, "http://example.org", nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_PUT: blocking(net), io(on argument 0), handle(remote, argument 0)
  soap_bind(context, nullptr, 80, 100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_bind: none
  soap_accept(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_accept: blocking(net), io(accepts), handle(remote, argument 0)
  soap_set_omode(context, SOAP_IO_KEEPALIVE);
  soap_end(copy);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_end: none
  answer(copy);
}

void harmless(struct soap *context) {
  char text[80];
  soap_begin(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_begin: none
  soap_begin_recv(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_begin_recv: none
  soap_end_recv(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_end_recv: none
  soap_closesock(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_closesock: none
  soap_set_namespaces(context, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_set_namespaces: none
  soap_strdup(context, "text");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_strdup: none
  soap_malloc(context, 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_malloc: none
  soap_ssl_client_context(
      context, 0, nullptr, nullptr, nullptr, nullptr,
      // CHECK: [[#@LINE-2]]:{{[0-9]+}}: soap_ssl_client_context: none
      nullptr);
  soap_ssl_server_context(
      context, 0, nullptr, nullptr, nullptr, nullptr,
      // CHECK: [[#@LINE-2]]:{{[0-9]+}}: soap_ssl_server_context: none
      nullptr, nullptr, nullptr);
  soap_print_fault(context, stderr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_print_fault: none
  soap_print_fault_location(context, stderr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_print_fault_location: none
  soap_sprint_fault(context, text, sizeof text);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_sprint_fault: none
  soap_stream_fault(context, std::cerr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_stream_fault: none
  soap_stream_fault_location(context, std::cerr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_stream_fault_location: none
  soap_default_SOAP_ENV__Fault(context, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_default_*: none(soapcpp2 makes one for each type)
  soap_new_ns__getQuote(context);
  soap_instantiate_ns__getQuote(context, 1, nullptr, nullptr, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_instantiate_*: none(soapcpp2 makes one for each type)
  soap_serialize_SOAP_ENV__Fault(context, nullptr);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_serialize_*: none(soapcpp2 makes one for each type)
  soap_get_int(context, nullptr, "number", "xsd:int");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_get_*: none(soapcpp2 makes one for each type)
  soap_in_int(context, "number", nullptr, "xsd:int");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_in_*: none(soapcpp2 makes one for each type)
  soap_out_int(context, "number", 0, nullptr, "xsd:int");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_out_*: none(soapcpp2 makes one for each type)
  soap_put_int(context, nullptr, "number", "xsd:int");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_put_*: none(soapcpp2 makes one for each type)
  soap_destroy(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_delete: none
  soap_done(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_done: none
  soap_free(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_free: none
}

int sends(struct soap *context) {
  soap_begin_send(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_begin_send: blocking(net), io(on argument 0)
  soap_send(context, "text");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_send: blocking(net), io(on argument 0)
  soap_send_raw(context, "text", 4);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_send_raw: blocking(net), io(on argument 0)
  soap_flush(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_flush: blocking(net), io(on argument 0)
  soap_end_send(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_end_send: blocking(net), io(on argument 0)
  soap_send_empty_response(context, 202);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_send_empty_response: blocking(net), io(on argument 0)
  return soap_send_fault(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_send_fault: blocking(net), io(on argument 0)
}

int waits(struct soap *context, struct ns__note *note) {
  char symbol[] = "ABC";
  char line[80];
  float result;
  soap_call_ns__getQuote(context, nullptr, nullptr, symbol, result);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_call_*: blocking(net), io(waits for server, on argument 0), handle(remote, argument 0)
  soap_send_ns__getQuote(context, nullptr, nullptr, symbol);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_send_*: blocking(net), io(on argument 0), handle(remote, argument 0)
  soap_recv_ns__getQuote(context, result);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_recv_*: blocking(net), io(waits for network, on argument 0)
  soap_send_ns__note(context, nullptr, nullptr, 1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_send_*: blocking(net), io(on argument 0), handle(remote, argument 0)
  soap_recv_ns__note(context, note);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_recv_*: blocking(net), io(waits for network, on argument 0)
  soap_recv_empty_response(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_recv_*: blocking(net), io(waits for network, on argument 0)
  soap_recv(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_recv: blocking(net), io(waits for network, on argument 0)
  soap_getline(context, line, sizeof line);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_getline: blocking(net), io(waits for network, on argument 0)
  soap_ssl_accept(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_ssl_accept: blocking(net), io(waits for network, on argument 0)
  return soap_serve(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: soap_serve: blocking(net), io(waits for network, on argument 0)
}

void json(struct soap *context) {
  value in(context), out(context), none;
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: value::value: handle(local, from argument 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: value::value: handle(local, from argument 0)
  params given(context);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: params::params: handle(local, from argument 0)
  json_call(context, "http://example.org", in, out);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: json_call: blocking(net), io(waits for server, on argument 0), handle(remote, argument 0)
  json_call(context, "http://example.org", nullptr, &out);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: json_call: blocking(net), io(waits for server, on argument 0), handle(remote, argument 0)
  methodCall ping(context, "http://example.org", "ping");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: methodCall::methodCall: handle(remote, from argument 0)
  ping[0] = "news";
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: methodCall::operator[]: handle(local)
  ping();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: methodCall::operator(): blocking(net), io(waits for server, on this)
  ping(given);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: methodCall::operator(): blocking(net), io(waits for server, on this)
  ping.response();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: methodCall::response: handle(local)
  ping.fault();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: methodCall::fault: handle(local)
}
