// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <mongocxx/pool.hpp>
#include <string>

using Pool = mongocxx::pool;
void storeAlone(const std::string &row);
#define TAKE(POOL) (POOL).acquire()
#define STORE(POOL, CONNECTION, ROW) (*CONNECTION)["db"]["rows"].insert_one(ROW)
#define STORE_ALONE(ROW) storeAlone(ROW)
#define GIVE_BACK(POOL, CONNECTION)
