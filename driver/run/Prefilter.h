// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A unit that spells nothing that a candidate of its checks would is answered
// without parsing it: nothing is there. Its own files' words decide, those of
// macros that they use, and whether anything that it includes declares what an
// entry of its vocabulary names. In doubt it is parsed.

#ifndef TIDEPOOL_DRIVER_RUN_PREFILTER_H
#define TIDEPOOL_DRIVER_RUN_PREFILTER_H

#include "Cache.h"
#include "Job.h"
#include "findings/Finding.h"
#include "llvm/ADT/ArrayRef.h"
#include <string>
#include <vector>

namespace tidepool {

struct Screened {
  bool Skip = false;
  /// Why it must be parsed.
  std::string Why;
  /// Where it need not be.
  UnitResult Result;
};

/// Looks at \p Jobs, and keeps what need not be parsed in \p Known. To be
/// called while the process has one thread: it forks.
std::vector<Screened> screen(llvm::ArrayRef<const Job *> Jobs,
                             unsigned Processes, unsigned Seconds,
                             const Cache &Known);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_PREFILTER_H
