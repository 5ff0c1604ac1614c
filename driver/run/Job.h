// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// All that decides what is found in a unit.

#ifndef TIDEPOOL_DRIVER_RUN_JOB_H
#define TIDEPOOL_DRIVER_RUN_JOB_H

#include "Project.h"
#include "Snapshot.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <memory>
#include <string>
#include <vector>

namespace tidepool {

struct Job {
  Unit What;
  /// The files are to be read as they were then; null: as they are.
  std::shared_ptr<const Snapshot> Before = nullptr;
  clang::tidy::ClangTidyOptions Options;
  /// Measure what the checks cost.
  bool Profile = false;
  /// It need not be parsed where it cannot hold a candidate ...
  bool MayBeSkipped = false;
  /// ... nor a NOLINT comment.
  bool WantsNoLints = false;
  /// See LazyBodies.h.
  bool LazyBodies = true;
};

/// The files as the job is to see them: a file system of its own, with a
/// working folder of its own.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> filesOf(const Job &Do);

/// The unit's command with what .clang-tidy files add to it.
std::vector<std::string> commandOf(const Job &Do);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_JOB_H
