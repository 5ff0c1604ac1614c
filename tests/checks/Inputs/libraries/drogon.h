// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <drogon/drogon.h>

template <typename T> using Task = drogon::Task<T>;
#define GATHER(TASKS) drogon::when_all(std::move(TASKS))
#define GATHER_TWO(ONE, TWO) drogon::when_all(ONE, TWO)
#define SET_THREADS(NUMBER) drogon::app().setThreadNum(NUMBER)
#define CORES 0

struct Scope {};
#define START_IN(SCOPE, ...) drogon::async_run(__VA_ARGS__)
