// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of gSOAP's API for JSON and XML-RPC, after release
// 2.8.124: gsoap/samples/xml-rpc-json/json.h, and what soapcpp2 makes of xml-rpc.h
// there. Nothing here runs.

#ifndef TIDEPOOL_MOCK_GSOAP_JSON_H
#define TIDEPOOL_MOCK_GSOAP_JSON_H

#include <stdsoap2.h>

// soapStub.h, made of gsoap/samples/xml-rpc-json/xml-rpc.h
struct value {
  value();
  value(struct soap *);
  value &operator=(const char *);
};
struct params {
  params();
  params(struct soap *);
};
struct methodCall {
  methodCall();
  methodCall(struct soap *, const char *endpoint, const char *methodname);
  value &operator[](int);
  params &operator()();
  params &operator()(const params &);
  params &response();
  value &fault();
  int error() const;
};

// gsoap/samples/xml-rpc-json/json.h
extern int json_call(struct soap *soap, const char *endpoint,
                     const struct value *in, struct value *out);
extern int json_call(struct soap *soap, const char *endpoint,
                     const struct value &in, struct value &out);

#endif
