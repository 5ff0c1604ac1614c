// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which pool is made here, or given a size? One that the vocabulary knows,
// workers that a loop starts by hand, or the team of a directive.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_POOLMADE_H
#define TIDEPOOL_CHECKS_ANALYSIS_POOLMADE_H

#include "Loop.h"
#include "OpenMP.h"
#include "Spawn.h"
#include <optional>
#include <vector>

namespace tidepool {

struct PoolMade {
  const clang::Stmt *Site = nullptr;
  /// Null for workers started by hand and for teams, whose Role says only what
  /// they do.
  const Entry *Api = nullptr;
  PoolRole Role;
  llvm::StringRef Noun = "a pool";
  llvm::SmallVector<const clang::Expr *, 4> Arguments = {};
  /// What says how many workers there are; null where the library chooses, and
  /// for workers started by hand.
  const clang::Expr *Size = nullptr;
  /// What starts the workers by hand, and the loop it does so in.
  std::optional<Spawn> Starts = std::nullopt;
  std::optional<Loop> Around = std::nullopt;

  /// Null where \p Index is none, or that argument is not given.
  const clang::Expr *argument(std::optional<unsigned> Index) const;
  /// What it has so many of: "threads" or "connections".
  llvm::StringRef members() const;
  /// What they do: "work that waits".
  llvm::StringRef work() const;
};

std::optional<PoolMade> poolAt(Facts &F, const clang::Expr *Site);
/// Those whose sizes are data members that \p List says; the site is the value.
std::vector<PoolMade> poolsIn(Facts &F, const clang::InitListExpr *List);
std::optional<PoolMade> poolAt(const clang::OMPExecutableDirective *Directive);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_POOLMADE_H
