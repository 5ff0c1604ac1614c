// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How many such pools are there at once? As many as elements of an array or a
// vector, or as a loop keeps; and a class may make a pool for each object.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_POOLINSTANCES_H
#define TIDEPOOL_CHECKS_ANALYSIS_POOLINSTANCES_H

#include "PoolMade.h"
#include "PoolSize.h"
#include <optional>

namespace tidepool {

/// How many of what \p Site makes are alive at once, as far as it is certain:
/// elements of an array or a vector, or kept by a loop with a constant number
/// of turns. \p Around is a loop that is counted already.
uint64_t instancesOf(Facts &F, const clang::Expr *Site,
                     const clang::Stmt *Around = nullptr);

/// The same of \p Made where it has \p Size; an argument may say.
uint64_t instancesOf(Facts &F, const PoolMade &Made, const PoolSize &Size);

/// The class of which \p E makes one or more: by a constructor, by what
/// forwards to one, or as elements of a container of that size. Null for all
/// else.
const clang::CXXRecordDecl *madeBy(Facts &F, const clang::Expr *E);

/// The largest pool of a constant size that each object of \p Class makes for
/// itself: a member, or workers that the constructor starts.
struct MemberPool {
  PoolMade Made;
  uint64_t Workers = 0;
};
std::optional<MemberPool> memberPoolOf(Facts &F,
                                       const clang::CXXRecordDecl *Class);

/// Several objects that \p Site makes, with a pool each; none for all else.
struct PooledObjects {
  uint64_t Many = 0;
  MemberPool Each;
};
std::optional<PooledObjects> pooledObjectsAt(Facts &F, const clang::Expr *Site);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_POOLINSTANCES_H
