// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#define BOOST_THREAD_VERSION 5
#include <boost/thread/thread.hpp>

#define OWN_TASK(NAME) boost::thread NAME([] {})
#define OWN_WAIT(NAME) NAME.join()
#define OWN_WAIT_IN_TIME(NAME) NAME.try_join_for(boost::chrono::seconds(5))
