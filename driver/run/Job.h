// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// All that decides what is found in a unit.

#ifndef TIDEPOOL_DRIVER_RUN_JOB_H
#define TIDEPOOL_DRIVER_RUN_JOB_H

#include "Project.h"
#include "Snapshot.h"
#include "clang-tidy/ClangTidyOptions.h"
#include <memory>

namespace tidepool {

struct Job {
  Unit What;
  /// The files are to be read as they were then; null: as they are.
  std::shared_ptr<const Snapshot> Before = nullptr;
  clang::tidy::ClangTidyOptions Options;
  /// Measure what the checks cost.
  bool Profile = false;
};

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_JOB_H
