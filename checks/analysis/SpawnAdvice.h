// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a reader is told of a loop that starts too many tasks: the loop, why
// they are too many, and last what to do.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_SPAWNADVICE_H
#define TIDEPOOL_CHECKS_ANALYSIS_SPAWNADVICE_H

#include "Magnitude.h"

namespace tidepool {

Reasons reasonsFor(const Spawn &Started, const Magnitude &Many);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_SPAWNADVICE_H
