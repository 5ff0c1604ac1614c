// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The form of every answer: a value, or explicitly none, and the reasons that
// led there. The reasons become notes unchanged.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_ANSWER_H
#define TIDEPOOL_CHECKS_ANALYSIS_ANSWER_H

#include "clang/Basic/Diagnostic.h"
#include "clang/Basic/SourceLocation.h"
#include "llvm/ADT/SmallVector.h"
#include <string>

namespace tidepool {

struct Reason {
  clang::SourceLocation Place;
  /// Lower case, no final stop: clang's rules for a note.
  std::string Words;
  /// A suggested rewrite, where one is mechanical.
  llvm::SmallVector<clang::FixItHint, 2> Fixes = {};
};

using Reasons = llvm::SmallVector<Reason, 4>;

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_ANSWER_H
