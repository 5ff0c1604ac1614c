// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The findings that a project lives with for now, in a file that people read,
// review and merge: one line a finding, in an order that does not depend on the
// run.

#ifndef TIDEPOOL_DRIVER_FINDINGS_BASELINE_H
#define TIDEPOOL_DRIVER_FINDINGS_BASELINE_H

#include "Compare.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <vector>

namespace tidepool {

/// Fails, naming the line, where the text is no baseline or one of a later
/// version. The order of the lines does not matter, nor do repeated ones, as
/// merging may leave them.
llvm::Expected<std::vector<KnownFinding>>
readBaseline(llvm::MemoryBufferRef Text);

/// Sorted, each once.
std::string baselineOf(std::vector<KnownFinding> Findings);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_FINDINGS_BASELINE_H
