// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// gSOAP, with its real header; what soapcpp2 makes of a service is declared as it
// does it.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++20 -pthread

#include <pthread.h>
#include <stdsoap2.h>

// soapStub.h
int soap_call_ns__getQuote(struct soap *soap, const char *soap_endpoint,
                           const char *soap_action, char *symbol,
                           float &result);
int soap_send_ns__note(struct soap *soap, const char *soap_endpoint,
                       const char *soap_action, int number);
int soap_recv_ns__note(struct soap *soap, int *number);

struct request;
request *soap_instantiate_request(struct soap *, int, const char *,
                                  const char *, size_t *);
inline request *soap_new_request(struct soap *soap, int n = -1) {
  return soap_instantiate_request(soap, n, nullptr, nullptr, nullptr);
}

void configure(struct soap *context);
void soap_configure(struct soap *context);

float noTimeout(char *symbol) {
  struct soap context;
  soap_init(&context);
  float price = 0;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'soap_call_ns__getQuote' waits for a server with no timeout
  if (soap_call_ns__getQuote(&context, nullptr, nullptr, symbol, price))
    soap_print_fault(&context, stderr);
  soap_destroy(&context);
  soap_end(&context);
  soap_done(&context);
  return price;
}

float dataOfTheContext(char *symbol) {
  struct soap *context = soap_new();
  soap_new_request(context);
  float price = 0;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  soap_call_ns__getQuote(context, nullptr, nullptr, symbol, price);
  return price;
}

float timeoutOfAnswers(char *symbol) {
  struct soap context;
  soap_init(&context);
  context.recv_timeout = 5;
  float price = 0;
  soap_call_ns__getQuote(&context, nullptr, nullptr, symbol, price);
  return price;
}

float timeoutOfTransfers(char *symbol) {
  struct soap *context = soap_new1(SOAP_C_UTFSTRING);
  context->transfer_timeout = 20;
  float price = 0;
  soap_call_ns__getQuote(context, nullptr, nullptr, symbol, price);
  return price;
}

float timeoutOfMicroseconds(char *symbol) {
  struct soap *context = soap_new();
  context->recv_timeout = -500000;
  float price = 0;
  soap_call_ns__getQuote(context, nullptr, nullptr, symbol, price);
  return price;
}

float timeoutOfZeroIsNone(char *symbol) {
  struct soap *context = soap_new();
  context->recv_timeout = 0;
  float price = 0;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  soap_call_ns__getQuote(context, nullptr, nullptr, symbol, price);
  return price;
}

// Neither bounds the answer.
float connectAndSendTimeoutAloneAreNone(char *symbol) {
  struct soap *context = soap_new();
  context->connect_timeout = 5;
  context->send_timeout = 5;
  float price = 0;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  soap_call_ns__getQuote(context, nullptr, nullptr, symbol, price);
  return price;
}

float timeoutOnSomePaths(char *symbol, bool patient) {
  struct soap *context = soap_new();
  if (!patient)
    context->recv_timeout = 5;
  float price = 0;
  soap_call_ns__getQuote(context, nullptr, nullptr, symbol, price);
  return price;
}

float setByHelperOutOfView(char *symbol) {
  struct soap *context = soap_new();
  configure(context);
  float price = 0;
  soap_call_ns__getQuote(context, nullptr, nullptr, symbol, price);
  return price;
}

// The library's names begin so, but not only they do.
float setByHelperThatIsCalledAlike(char *symbol) {
  struct soap *context = soap_new();
  soap_configure(context);
  float price = 0;
  soap_call_ns__getQuote(context, nullptr, nullptr, symbol, price);
  return price;
}

static void soap_call_configured(struct soap *context) {
  context->recv_timeout = 5;
}

float setByHelperInView(char *symbol) {
  struct soap *context = soap_new();
  soap_call_configured(context);
  float price = 0;
  soap_call_ns__getQuote(context, nullptr, nullptr, symbol, price);
  return price;
}

float contextOfCaller(struct soap *context, char *symbol) {
  float price = 0;
  soap_call_ns__getQuote(context, nullptr, nullptr, symbol, price);
  return price;
}

float pluginMayBringTimeouts(char *symbol,
                             int (*plugin)(struct soap *, struct soap_plugin *,
                                           void *)) {
  struct soap *context = soap_new();
  soap_register_plugin_arg(context, plugin, nullptr);
  float price = 0;
  soap_call_ns__getQuote(context, nullptr, nullptr, symbol, price);
  return price;
}

int copyHasTimeoutOfItsOriginal(char *symbol) {
  struct soap *first = soap_new();
  first->recv_timeout = 5;
  struct soap *context = soap_copy(first);
  float price = 0;
  return soap_call_ns__getQuote(context, nullptr, nullptr, symbol, price);
}

int acknowledgement() {
  struct soap *context = soap_new();
  soap_send_ns__note(context, "http://example.org", nullptr, 1);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'soap_recv_empty_response' waits for the network
  return soap_recv_empty_response(context);
}

int acknowledgementInTime() {
  struct soap *context = soap_new();
  context->recv_timeout = 5;
  soap_send_ns__note(context, "http://example.org", nullptr, 1);
  return soap_recv_empty_response(context);
}

int replyOfOneWay(int *number) {
  struct soap *context = soap_new();
  soap_send_ns__note(context, "http://example.org", nullptr, 1);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'soap_recv_ns__note' waits
  return soap_recv_ns__note(context, number);
}

// A program of a web server: nothing is connected.
int serveStandardInput() { return soap_serve(soap_new()); }

void *serveClient(void *given) {
  auto *context = (struct soap *)given;
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'soap_serve' waits for a client with no timeout
  soap_serve(context);
  soap_destroy(context);
  soap_end(context);
  soap_free(context);
  return nullptr;
}

void serveEach(int port) {
  struct soap context;
  soap_init2(&context, SOAP_IO_KEEPALIVE, SOAP_IO_KEEPALIVE);
  context.accept_timeout = 24 * 60 * 60;
  soap_bind(&context, nullptr, port, 100);
  while (soap_valid_socket(soap_accept(&context))) {
    struct soap *copy = soap_copy(&context);
    pthread_t thread;
    pthread_create(&thread, nullptr, (void *(*)(void *))serveClient,
                   (void *)copy);
    pthread_detach(thread);
  }
}

void *serveClientInTime(void *given) {
  auto *context = (struct soap *)given;
  context->recv_timeout = 30;
  soap_serve(context);
  soap_destroy(context);
  soap_end(context);
  soap_free(context);
  return nullptr;
}

void serveEachInTime(int port) {
  struct soap context;
  soap_init(&context);
  soap_bind(&context, nullptr, port, 100);
  while (soap_valid_socket(soap_accept(&context))) {
    pthread_t thread;
    pthread_create(&thread, nullptr, (void *(*)(void *))serveClientInTime,
                   (void *)soap_copy(&context));
    pthread_detach(thread);
  }
}

void *serveClientOfServer(void *given) {
  auto *context = (struct soap *)given;
  soap_serve(context);
  return nullptr;
}

void serveEachWithTimeoutOfServer(int port) {
  struct soap context;
  soap_init(&context);
  context.recv_timeout = 30;
  soap_bind(&context, nullptr, port, 100);
  while (soap_valid_socket(soap_accept(&context))) {
    pthread_t thread;
    pthread_create(&thread, nullptr, (void *(*)(void *))serveClientOfServer,
                   (void *)soap_copy(&context));
    pthread_detach(thread);
  }
}

void oneAfterTheOther(int port) {
  struct soap context;
  soap_init(&context);
  soap_bind(&context, nullptr, port, 100);
  while (soap_valid_socket(soap_accept(&context))) {
    // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline] 'soap_serve' waits for a client with no timeout
    soap_serve(&context);
    soap_destroy(&context);
    soap_end(&context);
  }
}
