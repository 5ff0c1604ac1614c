// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <mongoc/mongoc.h>
#include <string>

using Pool = mongoc_client_pool_t;
void storeIn(mongoc_client_t *client, const std::string &row);
void storeAlone(const std::string &row);
#define TAKE(POOL) mongoc_client_pool_pop(&(POOL))
#define STORE(POOL, CONNECTION, ROW) storeIn(CONNECTION, ROW)
#define STORE_ALONE(ROW) storeAlone(ROW)
#define GIVE_BACK(POOL, CONNECTION) mongoc_client_pool_push(&(POOL), CONNECTION)
