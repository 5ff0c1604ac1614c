// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Entries that change what is known of a name: they give it further roles, or
// take some away.

#ifndef TIDEPOOL_CHECKS_VOCABULARY_EXTEND_H
#define TIDEPOOL_CHECKS_VOCABULARY_EXTEND_H

#include "Role.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <vector>

namespace tidepool {

/// Puts in the place of each entry of \p Project that extends another those
/// that come of it: one for each entry of the same name behind it, or in \p
/// Known. Fails where there is none.
llvm::Error extend(std::vector<Entry> &Project, llvm::ArrayRef<Entry> Known);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_VOCABULARY_EXTEND_H
