// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <pplx/pplxtasks.h>

#define OWN_TASK(NAME) auto NAME = pplx::create_task([] { return 1; })
#define OWN_WAIT(NAME) NAME.wait()

struct Pool {};
#define START(POOL, ...) pplx::create_task(__VA_ARGS__)
