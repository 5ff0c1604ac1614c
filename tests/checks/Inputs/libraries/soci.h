// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <soci/soci.h>
#include <string>

using Pool = soci::connection_pool;
void storeIn(soci::session &session, const std::string &row);
void storeAlone(const std::string &row);
#define TAKE(POOL) (POOL).lease()
#define STORE(POOL, CONNECTION, ROW) storeIn((POOL).at(CONNECTION), ROW)
#define STORE_ALONE(ROW) storeAlone(ROW)
#define GIVE_BACK(POOL, CONNECTION) (POOL).give_back(CONNECTION)
