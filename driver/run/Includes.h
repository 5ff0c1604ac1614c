// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which units reach which files, by clang's dependency scanner: a hundredth of
// the price of parsing.

#ifndef TIDEPOOL_DRIVER_RUN_INCLUDES_H
#define TIDEPOOL_DRIVER_RUN_INCLUDES_H

#include "Project.h"
#include "llvm/ADT/ArrayRef.h"
#include <optional>
#include <string>
#include <vector>

namespace tidepool {

/// For each unit, which of \p Files (by their indices) it includes; nothing
/// where that could not be found out. To be called while the process has one
/// thread: it forks, since a unit may crash the scanner.
std::vector<std::optional<std::vector<size_t>>>
includesOf(llvm::ArrayRef<Unit> Units, llvm::ArrayRef<std::string> Files,
           unsigned Processes);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_INCLUDES_H
