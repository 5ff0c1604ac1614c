// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <sw/redis++/redis++.h>

using Client = sw::redis::Redis;
#define CLIENT(NAME) Client NAME("tcp://host:6379")
#define CALL(CLIENT) (CLIENT).get("key")
