// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which units to look at for a change to be seen whole.

#ifndef TIDEPOOL_DRIVER_RUN_TOUCHED_H
#define TIDEPOOL_DRIVER_RUN_TOUCHED_H

#include "Change.h"
#include "Project.h"
#include "llvm/ADT/ArrayRef.h"
#include <string>
#include <vector>

namespace tidepool {

struct TouchedUnits {
  /// Indices, ascending.
  std::vector<size_t> Units;
  /// Changed headers that no unit includes.
  std::vector<std::string> Uncovered;
};

/// The units whose own file changed, and as few others as include the changed
/// headers that these do not.
TouchedUnits touchedBy(const Change &What, llvm::ArrayRef<Unit> Units,
                       unsigned Processes);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_TOUCHED_H
