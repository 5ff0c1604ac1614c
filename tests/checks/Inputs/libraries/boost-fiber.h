// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <boost/fiber/future.hpp>
#include <chrono>

#define OWN_TASK(NAME) auto NAME = boost::fibers::async([] {})
#define OWN_WAIT(NAME) NAME.wait()
#define OWN_WAIT_IN_TIME(NAME) NAME.wait_for(std::chrono::seconds(5))
