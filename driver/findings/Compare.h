// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Two sets of findings -> what is new, what is gone: --since and --baseline are
// this one thing.

#ifndef TIDEPOOL_DRIVER_FINDINGS_COMPARE_H
#define TIDEPOOL_DRIVER_FINDINGS_COMPARE_H

#include "Finding.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace tidepool {

/// As much of a finding as is needed to know it again, and to tell people which
/// one is meant. All of it is UTF-8.
struct KnownFinding {
  /// As the project knows it.
  std::string Path;
  std::string Function;
  std::string Check;
  std::string MessageId;
  std::string Message;
  std::string Fingerprint;
};

KnownFinding knownBy(const Finding &One);

struct Comparison {
  /// Indices into the later findings.
  std::vector<size_t> New;
  /// Indices into the earlier ones.
  std::vector<size_t> Gone;
  size_t Unchanged = 0;
};

/// \p PathNow says what the file of an earlier finding is called now. What is
/// left over is compared without its file: code moves.
Comparison compare(llvm::ArrayRef<KnownFinding> Earlier,
                   llvm::ArrayRef<KnownFinding> Later,
                   llvm::function_ref<std::string(llvm::StringRef)> PathNow);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_FINDINGS_COMPARE_H
