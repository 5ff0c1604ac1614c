// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A template is one place for whoever reads it, and is seen once for each of
// its instantiations. They tell more than the pattern does, which is heard only
// where there is none, and of what they say about a place the gravest counts.

#ifndef TIDEPOOL_CHECKS_INSTANTIATIONS_H
#define TIDEPOOL_CHECKS_INSTANTIATIONS_H

#include "analysis/Facts.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include <functional>

namespace tidepool {

class Instantiations {
public:
  /// Runs \p Ask for each instantiation that \p Site stands in, with \p F
  /// looking at that one. Once for each site, however often it is matched.
  void each(Facts &F, const clang::Expr *Site, llvm::function_ref<void()> Ask);

  /// While each() asks: what is to be said of \p Place, when the unit has been
  /// seen. Of one site the gravest is said, of several the first.
  void keep(clang::SourceLocation Place, unsigned Gravity,
            std::function<void()> Say);

  /// Says what was kept, in the order of the source.
  void tell(const clang::SourceManager &Sources);

private:
  struct Kept {
    clang::SourceLocation Site;
    unsigned Gravity;
    bool OfPattern;
    std::function<void()> Say;
  };
  llvm::DenseSet<const clang::Expr *> Asked;
  llvm::DenseSet<clang::SourceLocation> Instantiated;
  llvm::DenseMap<clang::SourceLocation, Kept> At;
  /// What each() is asking about.
  clang::SourceLocation Site;
  bool OfPattern = false;
};

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_INSTANTIATIONS_H
