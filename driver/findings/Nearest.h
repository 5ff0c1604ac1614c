// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What somebody who misspelled a name may have meant.

#ifndef TIDEPOOL_DRIVER_FINDINGS_NEAREST_H
#define TIDEPOOL_DRIVER_FINDINGS_NEAREST_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace tidepool {

/// "; did you mean 'x'?" with the one of \p Known nearest to \p Name; nothing
/// where none is near.
inline std::string didYouMean(llvm::StringRef Name,
                              llvm::ArrayRef<llvm::StringRef> Known) {
  // Farther off, it is no misspelling.
  unsigned Least = Name.size() < 4 ? 2 : 3;
  llvm::StringRef Nearest;
  for (llvm::StringRef One : Known)
    if (unsigned Distance = One.edit_distance_insensitive(Name);
        Distance < Least) {
      Least = Distance;
      Nearest = One;
    }
  return Nearest.empty() ? "" : ("; did you mean '" + Nearest + "'?").str();
}

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_FINDINGS_NEAREST_H
