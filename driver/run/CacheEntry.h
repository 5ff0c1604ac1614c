// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One file of the cache: its hash, then what was found with which files,
// packed.

#ifndef TIDEPOOL_DRIVER_RUN_CACHEENTRY_H
#define TIDEPOOL_DRIVER_RUN_CACHEENTRY_H

#include "ReadFiles.h"
#include "findings/Finding.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace tidepool {

struct CacheEntry {
  ReadFiles With;
  UnitResult Result;
};

std::string writeEntry(const CacheEntry &Entry);

/// Nothing where \p File is not wholly what writeEntry() wrote.
std::optional<CacheEntry> readEntry(llvm::StringRef File);

/// The hash of what is in an entry, and of what decides which it is.
std::string hexOf(llvm::StringRef Text);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_CACHEENTRY_H
