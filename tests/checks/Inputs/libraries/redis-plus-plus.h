// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <sw/redis++/redis++.h>

using Client = sw::redis::Redis;
#define CLIENT(NAME) Client NAME("tcp://host:6379")
#define CALL(CLIENT) (CLIENT).get("key")
#define CALL_AGAIN(CLIENT) (CLIENT).set("key", "value")
#define CALL_IN_TIME(CLIENT)                                                   \
  Client hasty("tcp://host:6379?socket_timeout=5s");                           \
  hasty.get("key")
