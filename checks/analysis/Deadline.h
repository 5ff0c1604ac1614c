// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is known of how long a wait lasts.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_DEADLINE_H
#define TIDEPOOL_CHECKS_ANALYSIS_DEADLINE_H

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

inline Deadline deadlineIs(Deadline::Kind Is, std::string Why,
                           const clang::Expr *Where = nullptr) {
  Deadline Found;
  Found.Is = Is;
  Found.Why = std::move(Why);
  Found.Where = Where;
  return Found;
}

/// \p Where becomes a reason too.
inline Deadline unknownDeadline(std::string Why,
                                const clang::Expr *Where = nullptr) {
  Deadline Found = deadlineIs(Deadline::Kind::Unknown, std::move(Why), Where);
  if (Where)
    Found.Because.push_back({Where->getExprLoc(), "here"});
  return Found;
}

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_DEADLINE_H
