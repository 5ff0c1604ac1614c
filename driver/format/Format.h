// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How a report is written. One file a format.

#ifndef TIDEPOOL_DRIVER_FORMAT_FORMAT_H
#define TIDEPOOL_DRIVER_FORMAT_FORMAT_H

#include "findings/Report.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace tidepool {

struct TextStyle {
  bool Color = false;
  /// The source line and a caret beneath each finding and note.
  bool Sources = true;
};

/// "path:line:col: warning: message [check]", its source line, its notes; for a
/// candidate that was let go a remark, whose text begins with "excused: " or
/// "unknown: ".
void writeText(llvm::raw_ostream &Out, const Finding &One,
               const TextStyle &Style);

/// "3 findings in 2 files; 12 units and 34 headers checked, 1 unit not
/// analysed"
std::string summaryOf(const Report &Whole);

/// For each check: how many candidates it saw, and what became of them.
void writeStats(llvm::raw_ostream &Out, const Report &Whole);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_FORMAT_FORMAT_H
