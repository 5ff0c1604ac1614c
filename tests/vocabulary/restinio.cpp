// Every entry of restinio.yaml.
// REQUIRES: tidepool, restinio
// RUN: %tidepool vocab %s --cover restinio -- %headers -std=c++17 > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <restinio/all.hpp>

using Router = restinio::router::express_router_t<>;
struct Traits : restinio::default_traits_t {
  using request_handler_t = Router;
};

void server(std::unique_ptr<Router> router) {
  auto answer = [](auto request, auto) {
    return request->create_response().done();
  };
  router->http_get("/", answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: restinio::router::generic_express_router_t::http_get: handler(argument 1)
  router->http_post("/", answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: restinio::router::generic_express_router_t::http_post: handler(argument 1)
  router->http_put("/", answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: restinio::router::generic_express_router_t::http_put: handler(argument 1)
  router->http_delete("/", answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: restinio::router::generic_express_router_t::http_delete: handler(argument 1)
  router->http_head("/", answer);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: restinio::router::generic_express_router_t::http_head: handler(argument 1)
  router->non_matched_request_handler(
      // CHECK: [[#@LINE-1]]:{{[0-9]+}}: restinio::router::generic_express_router_t::non_matched_request_handler: handler(argument 0)
      [](auto request) { return request->create_response().done(); });
  restinio::run(
      // CHECK: [[#@LINE-1]]:{{[0-9]+}}: restinio::run: blocking(net)
      restinio::on_thread_pool<Traits>(8).request_handler(std::move(router)));
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: restinio::on_thread_pool: pool(result, size 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: restinio::basic_server_settings_t::request_handler: handler(argument 0)
  // CHECK: [[#@LINE-3]]:{{[0-9]+}}: std::move: passes(argument 0)
}

void beside() {
  restinio::server_settings_t<> settings;
  settings.request_handler(
      // CHECK: [[#@LINE-1]]:{{[0-9]+}}: restinio::basic_server_settings_t::request_handler: handler(argument 0)
      [](auto request) { return request->create_response().done(); });
  auto running =
      restinio::run_async(restinio::own_io_context(), std::move(settings), 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: restinio::run_async: pool(result, size 2)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: std::move: passes(argument 0)
}
