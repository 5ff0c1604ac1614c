// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <pistache/client.h>
#include <pistache/endpoint.h>
#include <pistache/os.h>
#include <vector>

#define SET_THREADS(NUMBER) Pistache::Http::Endpoint::options().threads(NUMBER)
#define CORES Pistache::hardware_concurrency()

using Client = Pistache::Http::Experimental::Client;
#define CLIENT(NAME) Client NAME
#define CALL(CLIENT)                                                           \
  auto request = (CLIENT).get("http://host/");                                 \
  auto response = request.send();                                              \
  Pistache::Async::Barrier<Pistache::Http::Response> barrier(response);        \
  barrier.wait()
#define CALL_IN_TIME(CLIENT)                                                   \
  auto request = (CLIENT).get("http://host/");                                 \
  request.timeout(std::chrono::seconds(5));                                    \
  auto response = request.send();                                              \
  Pistache::Async::Barrier<Pistache::Http::Response> barrier(response);        \
  barrier.wait()

using Future = Pistache::Async::Promise<Pistache::Http::Response>;
#define GATHER(FUTURES)                                                        \
  Pistache::Async::whenAll((FUTURES).begin(), (FUTURES).end())
#define GATHER_TWO(ONE, TWO) Pistache::Async::whenAll(ONE, TWO)
