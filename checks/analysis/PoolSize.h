// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How many workers does this pool get? Pools that the vocabulary knows, and
// those made by hand: a loop that starts a number of workers. What a parameter
// decides is asked of the callers in this unit, one by one. Only what the size
// is never below counts, so a size that configuration may lower says nothing.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_POOLSIZE_H
#define TIDEPOOL_CHECKS_ANALYSIS_POOLSIZE_H

#include "Bound.h"
#include "OpenMP.h"
#include "Spawn.h"
#include <optional>
#include <vector>

namespace tidepool {

struct PoolSize {
  /// What makes the pool, or calls what makes it with this size.
  const clang::Stmt *Site = nullptr;
  /// What was written there for the size; null where nothing was.
  const clang::Expr *Written = nullptr;
  /// An expression of an unsigned type may stand in its place.
  bool Fits = false;
  /// Least and LeastPerCore are what counts here.
  Bound Workers;
  /// The constant as the library gets it, where it is one.
  std::optional<llvm::APSInt> Value;
  /// The loop that makes a pool by hand, where that is at Site.
  const clang::Stmt *Around = nullptr;
  Reasons Because;
};

/// The sizes given by \p Size, an argument of \p Site; one a caller where a
/// parameter of the function around decides.
std::vector<PoolSize> sizesOf(Facts &F, const clang::Stmt *Site,
                              const clang::Expr *Size);

/// The sizes of the pool whose workers \p Started starts, one each turn of a
/// loop; empty where it starts no workers, or none in a loop.
std::vector<PoolSize> sizesOf(Facts &F, const Spawn &Started);

/// What the workers that \p Started starts do, by their code: they wait where
/// it talks to others or blocks, itself or one call deeper. Else unknown.
PoolRole::Work workOf(Facts &F, const Spawn &Started);

/// How many of what \p Site makes are alive at once, as far as it is certain:
/// elements of an array or a vector, or kept by a loop with a constant number
/// of turns.
/// \p Around is a loop that is counted already.
uint64_t instancesOf(Facts &F, const clang::Expr *Site,
                     const clang::Stmt *Around = nullptr);

/// The class of which \p E makes one or more: by a constructor, by what
/// forwards to one, or as elements of a container of that size. Null for all
/// else.
const clang::CXXRecordDecl *madeBy(Facts &F, const clang::Expr *E);

/// The pool of a constant size that each object of \p Class makes for itself:
/// a member, or workers that the constructor starts.
struct MemberPool {
  const Entry *Api = nullptr; ///< null for workers started by hand
  uint64_t Workers = 0;
  clang::SourceLocation Place;
};
std::optional<MemberPool> memberPoolOf(Facts &F,
                                       const clang::CXXRecordDecl *Class);

/// How the number of cores is written for a pool of \p Api's library: with its
/// own means or with those that suit all.
struct CoresText {
  std::string Text;
  bool Resolves = false; ///< all that it names is declared in this unit
};
CoresText coresTextFor(Facts &F, const Entry *Api);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_POOLSIZE_H
