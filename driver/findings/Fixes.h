// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What files read like when the fixes of findings are applied.

#ifndef TIDEPOOL_DRIVER_FINDINGS_FIXES_H
#define TIDEPOOL_DRIVER_FINDINGS_FIXES_H

#include "Finding.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <map>
#include <string>

namespace tidepool {

struct FixedFiles {
  struct Text {
    std::string Before;
    std::string After;
  };
  /// By path.
  std::map<std::string, Text> Files;
  /// Findings whose fix is in.
  size_t Applied = 0;
  /// Findings whose fix is not: it overlaps another one, its file has changed
  /// since or does not belong to the project.
  size_t Skipped = 0;
};

/// A fix is applied whole or not at all. \p NotesToo: where a finding has none
/// of its own, the first one of its notes, which may change what the code does.
FixedFiles applyFixes(llvm::ArrayRef<Finding> Findings, bool NotesToo);

/// Writes them; each file is either as before or as it should be.
llvm::Error write(const FixedFiles &Fixed);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_FINDINGS_FIXES_H
