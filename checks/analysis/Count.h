// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Does this condition let only so many past? A count of what runs, of what was
// started, of what still may start, a flag that lets one through, or a free
// slot that is looked for. Not counts: a loop's own counter, a size of
// something else, a state of several values.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_COUNT_H
#define TIDEPOOL_CHECKS_ANALYSIS_COUNT_H

#include "Bound.h"
#include "Spawn.h"
#include <optional>

namespace tidepool {

struct Count {
  Bound Most;
  /// On which edge of the condition one more may start.
  bool BelowIsTrue = true;
  const clang::ValueDecl *Of = nullptr;
  /// Goes up with a start and down with an end.
  bool Running = false;
};

/// Asks this of the conditions around one spawn.
class Counting {
public:
  /// \p Inside is the spawn, or the call that leads to it.
  Counting(Facts &F, const Spawn &Started, const clang::Expr *Inside,
           const BoundNames &Names)
      : F(F), Started(Started), Inside(Inside), Names(Names) {}

  /// `active < limit`, `threads.size() >= limit`, `budget-- > 0`
  std::optional<Count> countIn(const clang::Expr *Condition);

  /// `if (!started) { started = true; ...` around Inside: one at most, until
  /// it is put back.
  std::optional<Count> flagIn(const clang::Expr *Condition);

  /// `if ((slot = freeSlot()) == MaxClients) continue;` before Inside, which
  /// fills that slot of an array: no more than the array has.
  std::optional<Count> slotIn(const clang::Expr *Condition);

private:
  enum class Moves { No, Up, Down, Both };
  Moves moves(const clang::ValueDecl *Decl);
  Moves registers(const clang::ValueDecl *Container);
  Moves movesOf(const clang::Expr *Side, const clang::ValueDecl *Root);
  bool countsTurns(const clang::Expr *Condition);
  Bound initially(const clang::ValueDecl *Decl);
  bool isSearched(const clang::ValueDecl *Slot);

  Facts &F;
  const Spawn &Started;
  const clang::Expr *Inside;
  const BoundNames &Names;
  /// A chain of conditions asks the same of one variable again and again.
  llvm::DenseMap<const clang::ValueDecl *, Moves> Known;
};

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_COUNT_H
