// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How many tasks does a gather have running at once? As many as its range has
// elements or its call has arguments, times those of the gathers inside its
// tasks; less where a permit is taken for each, where they are made in batches,
// or where the gather itself has a limit. A gather in a loop waits in each turn
// and counts once.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_WIDTH_H
#define TIDEPOOL_CHECKS_ANALYSIS_WIDTH_H

#include "Bound.h"
#include "Gather.h"
#include <string>

namespace tidepool {

struct Width {
  enum class Kind {
    Excused, ///< chosen, limited, or started and judged one by one
    Number,
    Unknown, ///< something here may bound them, or their making is not seen
    Unseen,  ///< the range comes from elsewhere, and nothing says how large
    PerItem,
  };
  Kind Is = Kind::Number;
  uint64_t Number = 1;
  /// For Number: it comes from a limit, a limiter, a batch or a cut.
  bool Explicit = false;
  /// For Number: gathers inside the tasks are counted in.
  bool Nested = false;
  /// For Number: "12", "5 x 5 = 25".
  std::string Words;
  /// For PerItem: what there is a task for, "element of 'urls'".
  std::string Of;
  /// For Excused and Unknown: why.
  std::string Why;
  Reasons Because;
};

/// How much of a finding \p Many is where so many may run with no explicit
/// bound, and so many with one; 0 for none.
unsigned gravityOf(const Width &Many, unsigned MaxTasks, unsigned MaxBound);

Width widthOf(Facts &F, const Gather &G, unsigned MaxTasks,
              const BoundNames &Names);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_WIDTH_H
