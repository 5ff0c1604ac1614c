// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How long is the time that this argument says? A number in the unit of its
// entry, or a std::chrono-like duration, as far as they are constants; what a
// program computes or reads is trusted.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_WAITTIME_H
#define TIDEPOOL_CHECKS_ANALYSIS_WAITTIME_H

#include "Facts.h"
#include <optional>

namespace tidepool {

struct WaitTime {
  enum class Kind {
    Given,   ///< a time, of Seconds where that is known
    Forever, ///< what the API takes as for ever, or the largest time there is
    Unknown, ///< the entry's argument is not there
  };
  Kind Is = Kind::Unknown;
  std::optional<double> Seconds;
};

/// The time that \p Call is given, as \p Role says.
WaitTime timeGiven(Facts &F, const clang::Expr *Call, const DeadlineRole &Role);

/// Which words a string argument has in it.
enum class KeyInText {
  Absent,
  Present,
  Unknown, ///< the text is not seen here
};
KeyInText keyIn(Facts &F, const clang::Expr *Text,
                llvm::ArrayRef<std::string> Keys);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_WAITTIME_H
