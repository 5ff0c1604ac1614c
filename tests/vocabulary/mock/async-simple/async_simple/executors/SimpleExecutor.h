// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// After async_simple/executors/SimpleExecutor.h of the commit that
// ../coro/Lazy.h names.

#ifndef TIDEPOOL_MOCK_ASYNC_SIMPLE_SIMPLEEXECUTOR_H
#define TIDEPOOL_MOCK_ASYNC_SIMPLE_SIMPLEEXECUTOR_H

#include <cstddef>

namespace async_simple::executors {

class SimpleExecutor {
public:
  explicit SimpleExecutor(std::size_t threadNum);
  ~SimpleExecutor();
};

} // namespace async_simple::executors

#endif // TIDEPOOL_MOCK_ASYNC_SIMPLE_SIMPLEEXECUTOR_H
