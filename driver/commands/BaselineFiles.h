// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// --baseline and --write-baseline.

#ifndef TIDEPOOL_DRIVER_COMMANDS_BASELINEFILES_H
#define TIDEPOOL_DRIVER_COMMANDS_BASELINEFILES_H

#include "findings/Report.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace tidepool {

struct BaselineFiles {
  std::string Read;
  std::string Write;
  /// Do not list stale entries, only count them.
  bool Quiet = false;

  /// Fails where Read is no baseline: before a long run, not after it.
  llvm::Error check() const;

  /// Takes what is known out of \p Whole, and says on \p Log which entries are
  /// stale. Writes all that was found, and those entries of the file whose
  /// sources were not looked at.
  llvm::Error apply(Report &Whole, llvm::raw_ostream &Log) const;
};

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_COMMANDS_BASELINEFILES_H
