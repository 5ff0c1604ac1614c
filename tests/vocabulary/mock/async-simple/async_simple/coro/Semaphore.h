// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// After async_simple/coro/Semaphore.h of the commit that Lazy.h names.

#ifndef TIDEPOOL_MOCK_ASYNC_SIMPLE_SEMAPHORE_H
#define TIDEPOOL_MOCK_ASYNC_SIMPLE_SEMAPHORE_H

#include "Lazy.h"
#include <cstddef>
#include <cstdint>

namespace async_simple::coro {

template <std::size_t LeastMaxValue = UINT32_MAX> class CountingSemaphore {
public:
  explicit CountingSemaphore(std::size_t desired);
  Lazy<void> acquire() noexcept;
  Lazy<void> release(std::size_t update = 1) noexcept;
  Lazy<bool> try_acquire() noexcept;
};

} // namespace async_simple::coro

#endif // TIDEPOOL_MOCK_ASYNC_SIMPLE_SEMAPHORE_H
