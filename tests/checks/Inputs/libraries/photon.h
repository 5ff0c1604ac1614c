// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <photon/photon.h>

using Pool = photon::WorkPool;
#define NO_DEFAULT
#define START(POOL, ...) (POOL).async_call(new auto(__VA_ARGS__))

using Semaphore = photon::semaphore;
#define ACQUIRE(SEMAPHORE) (SEMAPHORE).wait(1)
#define TRY(SEMAPHORE) ((SEMAPHORE).wait(1, 0) == 0)
#define RELEASE(SEMAPHORE) (SEMAPHORE).signal(1)

#define SET_THREADS(NUMBER) photon_std::work_pool_init(NUMBER)

using Client = photon::net::http::Client::Operation;
#define CLIENT(NAME)                                                           \
  auto *web = photon::net::http::new_http_client();                            \
  Client &NAME =                                                               \
      *web->new_operation(photon::net::http::Verb::GET, "http://host/")
#define CALL(CLIENT) (CLIENT).call()
#define CALL_IN_TIME(CLIENT)                                                   \
  (CLIENT).timeout = 5000000;                                                  \
  (CLIENT).call()

#define START_IN(SCOPE, ...) photon::thread_create11(__VA_ARGS__)
struct Scope {};
