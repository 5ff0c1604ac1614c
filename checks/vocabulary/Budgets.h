// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a project's .tidepool.yaml says of its machines and of how many tasks,
// threads and seconds it allows: defaults of the checks' options.

#ifndef TIDEPOOL_CHECKS_VOCABULARY_BUDGETS_H
#define TIDEPOOL_CHECKS_VOCABULARY_BUDGETS_H

#include "llvm/ADT/StringRef.h"
#include <optional>

namespace tidepool {

/// Each is named like the option that it stands in for.
struct Budgets {
  std::optional<unsigned> Cores, MaxTasks, MaxBound, MaxThreads, MaxIoThreads,
      MaxConnections, MaxPerCore, MaxTimeout;

  /// That of \p Option; none where nothing is said of it.
  std::optional<unsigned> of(llvm::StringRef Option) const;

  /// Takes from \p Farther what this says nothing of.
  void inherit(const Budgets &Farther);
};

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_VOCABULARY_BUDGETS_H
