// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// After async_simple/coro/Collect.h of the commit that Lazy.h names.

#ifndef TIDEPOOL_MOCK_ASYNC_SIMPLE_COLLECT_H
#define TIDEPOOL_MOCK_ASYNC_SIMPLE_COLLECT_H

#include "Lazy.h"
#include <cstddef>
#include <cstdlib>
#include <vector>

namespace async_simple::coro {

template <typename T, template <typename> typename LazyType>
Lazy<std::vector<T>> collectAll(std::vector<LazyType<T>> &&input) {
  std::abort();
}
template <typename T, template <typename> typename LazyType>
Lazy<std::vector<T>> collectAllPara(std::vector<LazyType<T>> &&input) {
  std::abort();
}
template <template <typename> typename LazyType, typename... Ts>
Lazy<int> collectAll(LazyType<Ts>... inputs) {
  std::abort();
}
template <template <typename> typename LazyType, typename... Ts>
Lazy<int> collectAllPara(LazyType<Ts>... inputs) {
  std::abort();
}
template <typename T, template <typename> typename LazyType>
Lazy<std::vector<T>> collectAllWindowed(std::size_t maxConcurrency, bool yield,
                                        std::vector<LazyType<T>> &&input) {
  std::abort();
}
template <typename T, template <typename> typename LazyType>
Lazy<std::vector<T>> collectAllWindowedPara(std::size_t maxConcurrency,
                                            bool yield,
                                            std::vector<LazyType<T>> &&input) {
  std::abort();
}

} // namespace async_simple::coro

#endif // TIDEPOOL_MOCK_ASYNC_SIMPLE_COLLECT_H
