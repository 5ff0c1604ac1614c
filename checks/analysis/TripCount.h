// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How often does this loop turn? Known small, sized by the machine or by
// configuration, once per item, endless, or unknown. Deliberately not asked:
// how long a turn takes.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_TRIPCOUNT_H
#define TIDEPOOL_CHECKS_ANALYSIS_TRIPCOUNT_H

#include "Bound.h"
#include "Loop.h"

namespace tidepool {

struct TripCount {
  enum class Kind { Number, Sized, Unknown, PerItem, Endless };
  Kind Is = Kind::Unknown;
  /// For Number.
  uint64_t Number = 0;
  /// As in Bound: never fewer turns, if no turn leaves the loop.
  uint64_t Least = 0;
  uint64_t LeastPerCore = 0;
  /// A counter in steps of one runs up to here, for Offset more turns; null
  /// where it does not.
  const clang::Expr *Limit = nullptr;
  int64_t Offset = 0;
  /// For PerItem and Endless: what there is one of for each turn, "element of
  /// 'urls'", "accepted connection".
  std::string Of;
  /// For PerItem: the container that has the items; null where none is named.
  const clang::Expr *In = nullptr;
  /// Endless or per item, and each item is a connection of a client.
  bool Accepts = false;
  Reasons Because;

  bool unbounded() const { return Is >= Kind::PerItem; }
};

/// \p Inside is what the loop repeats: an index by the loop's counter into an
/// input there tells that a counter of no other origin counts items. May be
/// null.
TripCount tripCount(Facts &F, const Loop &L, const clang::Expr *Inside,
                    const BoundNames &Names);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_TRIPCOUNT_H
