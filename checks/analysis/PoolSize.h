// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How many workers does this pool get? What a parameter decides is asked of the
// callers in this unit, one by one. Only what the size is never below counts,
// so a size that configuration may lower says nothing.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_POOLSIZE_H
#define TIDEPOOL_CHECKS_ANALYSIS_POOLSIZE_H

#include "Bound.h"
#include "PoolMade.h"
#include <optional>
#include <string>
#include <vector>

namespace tidepool {

struct PoolSize {
  /// What makes the pool, or calls what makes it with this size.
  const clang::Stmt *Site = nullptr;
  /// What was written there for the size; null where nothing was.
  const clang::Expr *Written = nullptr;
  /// An expression of an unsigned type may stand in its place.
  bool Fits = false;
  /// Least and LeastPerCore are what counts here.
  Bound Workers;
  /// The constant as the library gets it, where it is one.
  std::optional<llvm::APSInt> Value;
  enum class Meaning {
    Number,    ///< so many workers
    Default,   ///< as many as the library chooses
    None,      ///< a pool in which nothing ever runs
    Unlimited, ///< as many as tasks
  };
  /// What the library understands by that.
  Meaning Means = Meaning::Number;
  Reasons Because;

  /// "500", or "at least 500" where more is not seen.
  std::string words() const;
};

/// The sizes given by \p Size, an argument of \p Site; one a caller where a
/// parameter of the function around decides.
std::vector<PoolSize> sizesOf(Facts &F, const clang::Stmt *Site,
                              const clang::Expr *Size);

/// The sizes of \p Made; empty where the library chooses, and where there is a
/// worker for each item.
std::vector<PoolSize> sizesOf(Facts &F, const PoolMade &Made);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_POOLSIZE_H
