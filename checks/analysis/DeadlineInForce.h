// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What bounds this wait? A time among its own arguments, or a deadline set on
// what it waits on: over the whole life of a local, or of a member of a class
// that this unit has whole, and through the callers of a function that no other
// unit calls. "Not set" is said only where all of that was seen; everything
// else is Unknown, with its reason. What a coroutine awaits and what a scope
// around it says are asked elsewhere.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_DEADLINEINFORCE_H
#define TIDEPOOL_CHECKS_ANALYSIS_DEADLINEINFORCE_H

#include "Answer.h"
#include "Facts.h"
#include <optional>
#include <string>

namespace tidepool {

struct Deadline {
  enum class Kind {
    Set,      ///< it gives up in time
    Infinite, ///< it is told to wait for ever
    NotSet,   ///< seen whole, and no carrier has a deadline
    Excused,  ///< it does not wait, or for nothing outside of this process
    Own,      ///< it waits for work that this process started
    Clients,  ///< it waits for whoever calls, and nothing bounds that
    Unknown,
  };
  Kind Is = Kind::Unknown;
  /// Where it is set; null where nothing is.
  const clang::Expr *Where = nullptr;
  std::optional<double> Seconds;
  /// What it waits on, in the function that made it; null where that is not
  /// known.
  const clang::ValueDecl *Handle = nullptr;
  /// Why it is excused, or unknown: lower case, no final stop.
  std::string Why;
  /// What waits in time before, but for the first part alone; null for none.
  const clang::Expr *FirstPart = nullptr;
  /// It waits for a client that was accepted here.
  bool OfClient = false;
  /// Nothing tells who completes the future that is waited for.
  bool OfUnknownOrigin = false;
  Reasons Because;
};

/// \p Wait is a call whose entry waits, by io or for a task.
Deadline deadlineInForce(Facts &F, const clang::Expr *Wait);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_DEADLINEINFORCE_H
