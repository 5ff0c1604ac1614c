// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Units in processes of their own: one that crashes or never ends costs itself
// alone.

#ifndef TIDEPOOL_DRIVER_RUN_SCHEDULER_H
#define TIDEPOOL_DRIVER_RUN_SCHEDULER_H

#include "Cache.h"
#include "Job.h"
#include "findings/Finding.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <chrono>
#include <vector>

namespace tidepool {

struct Limits {
  /// How many processes run at once; at least one.
  unsigned Processes = 1;
  /// How long a unit may take; zero: as long as it likes.
  std::chrono::seconds Timeout{0};
};

/// Called as each job ends, in no particular order.
using JobEnded = llvm::function_ref<void(const UnitResult &Result,
                                         std::chrono::duration<double> Took)>;

/// A result for each job, in the order of \p Jobs; after Interrupt::signal()
/// those that had not ended are marked so. To be called while the process has
/// one thread: it forks.
std::vector<UnitResult> runJobs(llvm::ArrayRef<Job> Jobs, const Limits &Within,
                                const Cache &Known, JobEnded Ended);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_SCHEDULER_H
