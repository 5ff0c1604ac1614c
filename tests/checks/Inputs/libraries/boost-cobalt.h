// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <boost/cobalt.hpp>

using Coroutine = boost::cobalt::promise<>;
#define LET_GO(CALL) +(CALL)
#define CANCELS
#define GATHER(TASKS) boost::cobalt::gather(TASKS)
