// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Parses one unit and runs the checks over it, in this process.

#ifndef TIDEPOOL_DRIVER_RUN_WORKER_H
#define TIDEPOOL_DRIVER_RUN_WORKER_H

#include "Job.h"
#include "ReadFiles.h"
#include "findings/Finding.h"

namespace tidepool {

/// Never fails: what went wrong is in the result. A unit that crashes takes the
/// process with it (see Scheduler).
/// \p Asked takes down what it read, if given.
UnitResult analyse(const Job &Do, ReadFiles *Asked = nullptr);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_WORKER_H
