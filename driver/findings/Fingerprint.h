// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a finding is known by when the lines around it have moved.

#ifndef TIDEPOOL_DRIVER_FINDINGS_FINGERPRINT_H
#define TIDEPOOL_DRIVER_FINDINGS_FINGERPRINT_H

#include "Finding.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace tidepool {

/// Sets the fingerprints of all findings of a run, in the order in which they
/// stand: those that look alike in one file are told apart by their number.
void setFingerprints(llvm::MutableArrayRef<Finding> Findings);

/// As \p Fingerprint, but unique over all files: \p Path is as the project
/// knows it.
std::string inProject(llvm::StringRef Fingerprint, llvm::StringRef Path);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_FINDINGS_FINGERPRINT_H
