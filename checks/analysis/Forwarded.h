// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Why does a function of this unit have a role? It hands everything on to what
// the vocabulary knows.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_FORWARDED_H
#define TIDEPOOL_CHECKS_ANALYSIS_FORWARDED_H

#include "Answer.h"
#include "vocabulary/Role.h"

namespace tidepool {

/// Adds to \p Notes what \p Api only hands on to; nothing where it has a role
/// of its own, or is null.
inline void addForwarded(Reasons &Notes, clang::SourceLocation Place,
                         const Entry *Api) {
  if (Api && !Api->Forwards.empty())
    Notes.push_back({Place, "'" + Api->spelling() + "' only hands on to '" +
                                Api->Forwards + "'"});
}

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_FORWARDED_H
