// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How large can this number be, and where does it come from? The origin decides
// first: cores, configuration, the smaller of two, a container's size. A name
// (threads, workers, cores, shards) decides only for an integer of no other
// origin. Unknown: values read through pointers, references handed out,
// parameters of functions that other units may call.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_BOUND_H
#define TIDEPOOL_CHECKS_ANALYSIS_BOUND_H

#include "Answer.h"
#include "Facts.h"
#include <cstdint>
#include <string>
#include <vector>

namespace tidepool {

struct Bound {
  /// In the order of how much they promise.
  enum class Kind {
    Number,  ///< at most Number
    Sized,   ///< by the machine or by configuration
    Unknown, ///< nothing seen here says
    PerItem, ///< as many as the input has
  };
  Kind Is = Kind::Unknown;
  /// For Number; also for Sized where a number caps it (0: none does).
  uint64_t Number = 0;
  /// For PerItem: what there is one of, "element of 'urls'".
  std::string Of;
  Reasons Because;
  /// What it is never below, however little else is seen.
  uint64_t Least = 0;
  /// The same, as a multiple of the cores of the machine.
  uint64_t LeastPerCore = 0;
  /// For PerItem: the container that has the items; null where none is named.
  const clang::Expr *In = nullptr;

  bool isNumber() const { return Is == Kind::Number; }
};

/// The larger promise broken: what can be said where it may be either.
Bound worseOf(Bound Left, Bound Right);
/// What can be said of the smaller of the two.
Bound betterOf(Bound Left, Bound Right);

/// Is one of \p Wanted, in lower case, a word of \p Name ("listenerThread")?
bool namesAny(llvm::StringRef Name, llvm::ArrayRef<llvm::StringRef> Wanted);

/// Words in names that say that a number counts workers: those built in and
/// those of the option AllowedBoundNames.
struct BoundNames {
  std::vector<std::string> Extra;
  bool match(llvm::StringRef Name) const;
};

/// Looks at a value as one of its function's callers sees it.
struct CallerView {
  /// The arguments that this caller gives.
  llvm::SmallDenseMap<const clang::ParmVarDecl *, const clang::Expr *> Gives;
  /// The parameters that were asked for, and that it does not give.
  llvm::SmallVector<const clang::ParmVarDecl *, 2> Missing;
};

/// How large the integer \p E can be; without \p From, a parameter is as large
/// as the largest argument, if all callers are seen.
Bound boundOf(Facts &F, const clang::Expr *E, const BoundNames &Names,
              CallerView *From = nullptr);

/// How many elements the container or range \p E can have.
Bound countOf(Facts &F, const clang::Expr *E, const BoundNames &Names,
              CallerView *From = nullptr);

/// \p E as a reader would name it: 'urls', or its source text if short.
std::string nameOf(Facts &F, const clang::Expr *E);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_BOUND_H
