// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which files a unit is made of, by its preprocessor directives alone: a
// hundredth of the price of parsing.

#ifndef TIDEPOOL_DRIVER_RUN_UNITSCANNER_H
#define TIDEPOOL_DRIVER_RUN_UNITSCANNER_H

#include "Project.h"
#include "ScannedFiles.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <string>
#include <vector>

namespace tidepool {

struct ScannedUnit {
  struct File {
    ScannedFile *Known;
    /// Not only a system header: what it spells is the project's.
    bool Own;
  };
  /// Why the rest is not to be trusted; empty where it is.
  std::string Failure;
  std::vector<File> Files;
  /// As UnitResult::Headers.
  std::vector<std::string> Headers;
  /// What -D says, as text of the project's own.
  std::string Defined;
  // What its dialect makes of a file.
  bool OpenMP = false;
  bool Modules = false;
  bool Trigraphs = false;
  bool LineComments = true;
  bool RawStrings = true;
};

/// Follows the includes of \p One as \p Command has it. \p Files are \p Known
/// over the unit's, in its folder, and perhaps watched.
ScannedUnit scanUnit(const Unit &One, const std::vector<std::string> &Command,
                     ScannedFiles &Known,
                     llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_UNITSCANNER_H
