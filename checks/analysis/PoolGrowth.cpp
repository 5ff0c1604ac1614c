// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "PoolGrowth.h"

using namespace clang;

namespace tidepool {

/// From here on a queue holds all that ever comes.
static constexpr uint64_t EndlessQueue = 1'000'000;

std::optional<NeverGrown> neverGrown(Facts &F, const PoolMade &Made,
                                     const PoolSize &Size) {
  const Expr *Minimum = Made.argument(Made.Role.Minimum);
  if (!Made.Role.Queue || !Minimum || !Size.Workers.Least)
    return std::nullopt;
  const Bound AtFirst = boundOf(F, Minimum, {});
  if (!AtFirst.isNumber() || AtFirst.Number >= Size.Workers.Least)
    return std::nullopt;
  NeverGrown Result{AtFirst.Number, "that has no bound", Size.Because};
  if (Made.Role.Queue->Argument) {
    const Expr *Queue = Made.argument(Made.Role.Queue->Argument);
    const uint64_t Capacity = Queue ? boundOf(F, Queue, {}).Least : 0;
    if (Capacity < EndlessQueue)
      return std::nullopt;
    Result.Queue = "that holds " + std::to_string(Capacity) + " tasks";
  }
  Result.Because.push_back(
      {Minimum->getExprLoc(), "this many it has at first"});
  return Result;
}

} // namespace tidepool
