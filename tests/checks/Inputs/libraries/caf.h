// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <caf/all.hpp>

using Pool = caf::actor_system;
#define START(POOL, ...) (POOL).spawn(__VA_ARGS__)
#define WAIT(POOL) (POOL).await_all_actors_done()

using Client = caf::typed_actor<caf::replies_to<int, int>::with<int>>;
Client find();
#define CLIENT(NAME) Client NAME = find()
#define CALL(CLIENT)                                                           \
  auto add = caf::make_function_view(CLIENT);                                  \
  add(1, 2)
#define CALL_IN_TIME(CLIENT)                                                   \
  auto add =                                                                   \
      caf::make_function_view(CLIENT, caf::duration(std::chrono::seconds(5))); \
  add(1, 2)
