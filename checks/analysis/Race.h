// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Can something end this operation before it is done? A timer or another rival
// in the same co_await or in that of a caller; a token that ends it; a deadline
// that its object has; a handler or another coroutine that closes that object;
// an executor that is run for a time only. Absence is claimed where the object
// and the callers are seen whole: a local or a by-value parameter, handed on to
// code in view alone.
// Deliberately not asked: deadlines that the object itself has.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_RACE_H
#define TIDEPOOL_CHECKS_ANALYSIS_RACE_H

#include "Answer.h"
#include "Suspension.h"

namespace tidepool {

struct Race {
  enum class Kind {
    None,    ///< nothing else ends it
    Ended,   ///< something may end it before it is done
    Unknown, ///< code that is not in view may
  };
  Kind Is = Kind::None;
  /// For Ended and Unknown: lower case, no final stop.
  std::string Why;
  Reasons Because;
  /// What it works on, where that was made; null where that has no name.
  const clang::ValueDecl *Handle = nullptr;
};

Race raceOf(Facts &F, const Suspension &At);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_RACE_H
