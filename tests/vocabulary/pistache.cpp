// Every entry of pistache.yaml. Clang refuses the body of a template of 0.0.5
// that nobody uses.
// REQUIRES: tidepool, pistache
// RUN: %tidepool vocab %s --cover pistache -- %headers -std=c++17 -fdelayed-template-parsing > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <pistache/client.h>
#include <pistache/endpoint.h>
#include <pistache/os.h>
#include <pistache/router.h>
#include <vector>

using namespace Pistache;

struct Handler : Http::Handler {
  HTTP_PROTOTYPE(Handler)
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: std::make_shared: constructs(first 0)
  void onRequest(const Http::Request &, Http::ResponseWriter) override {}
};

Rest::Route::Result answer(const Rest::Request &, Http::ResponseWriter);

void servers(Rest::Router &router, Handler &handler,
             const Http::Request &request, Http::ResponseWriter response) {
  auto options = Http::Endpoint::options().threads(hardware_concurrency());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Http::Endpoint::Options::threads: pool(size 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: Pistache::hardware_concurrency: cores
  Rest::Routes::Get(router, "/", answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Rest::Routes::Get: handler(argument 2)
  Rest::Routes::Post(router, "/", answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Rest::Routes::Post: handler(argument 2)
  Rest::Routes::Put(router, "/", answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Rest::Routes::Put: handler(argument 2)
  Rest::Routes::Patch(router, "/", answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Rest::Routes::Patch: handler(argument 2)
  Rest::Routes::Delete(router, "/", answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Rest::Routes::Delete: handler(argument 2)
  Rest::Routes::Options(router, "/", answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Rest::Routes::Options: handler(argument 2)
  Rest::Routes::Head(router, "/", answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Rest::Routes::Head: handler(argument 2)
  handler.onRequest(request, std::move(response));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Http::Handler::onRequest: handler
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
}

void clients() {
  Http::Experimental::Client client;
  client.init(Http::Experimental::Client::options().threads(1));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Http::Experimental::Client::Options::threads: pool(size 0)
  std::vector<Async::Promise<Http::Response>> all;
  all.push_back(client.get("http://host/").send());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Http::Experimental::Client::get: handle(remote)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: Pistache::Http::Experimental::RequestBuilder::send: handle(remote, from this)
  all.push_back(client.post("http://host/").send());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Http::Experimental::Client::post: handle(remote)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: Pistache::Http::Experimental::RequestBuilder::send: handle(remote, from this)
  all.push_back(client.put("http://host/").send());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Http::Experimental::Client::put: handle(remote)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: Pistache::Http::Experimental::RequestBuilder::send: handle(remote, from this)
  all.push_back(client.patch("http://host/").send());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Http::Experimental::Client::patch: handle(remote)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: Pistache::Http::Experimental::RequestBuilder::send: handle(remote, from this)
  all.push_back(client.del("http://host/").send());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Http::Experimental::Client::del: handle(remote)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: Pistache::Http::Experimental::RequestBuilder::send: handle(remote, from this)
  auto request = client.get("http://host/");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Http::Experimental::Client::get: handle(remote)
  request.timeout(std::chrono::seconds(5));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Http::Experimental::RequestBuilder::timeout: deadline(on this, time 0)
  Async::Promise<Http::Response> response = request.send();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Async::Promise: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: Pistache::Http::Experimental::RequestBuilder::send: handle(remote, from this)
  Async::Barrier<Http::Response> barrier(response);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Async::Barrier::Barrier: handle(remote, this, from argument 0)
  barrier.wait_for(std::chrono::seconds(5));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Async::Barrier::wait_for: wait(task, timed), deadline(ready, on this, time 0)
  barrier.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Async::Barrier::wait: wait(task), io(waits for task, on this)
  auto every = Async::whenAll(all.begin(), all.end());
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Async::Promise: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: Pistache::Async::whenAll: gather(io, range argument 0, iterators, first 0)
  auto both = Async::whenAll(all[0], all[1]);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Async::Promise: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: Pistache::Async::whenAll: gather(io, range argument 0, iterators, first 0)
  auto any = Async::whenAny(all[0], all[1]);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: Pistache::Async::Promise: task(eager)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: Pistache::Async::whenAny: race
}
