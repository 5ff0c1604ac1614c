// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does this expression start, and where does the handle of the task go?

#ifndef TIDEPOOL_CHECKS_ANALYSIS_SPAWN_H
#define TIDEPOOL_CHECKS_ANALYSIS_SPAWN_H

#include "Facts.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>

namespace tidepool {

struct Spawn {
  const clang::Expr *Site;
  const Entry *Api;
  SpawnRole Role;
  /// The callable; null where the started object is its own.
  const clang::Expr *Callable = nullptr;
  llvm::SmallVector<const clang::Expr *, 4> Arguments;
  /// The call itself is the coroutine, which runs already when it returns.
  bool Eager = false;

  /// "a thread", "a pooled task" ...
  llvm::StringRef noun() const;
  /// "thread", "pooled task" ...
  llvm::StringRef word() const { return noun().substr(noun().find(' ') + 1); }
};

/// The task that \p E starts: by a call, a construction, a function object, or
/// by forwarding to a constructor (emplace_back). None otherwise.
std::optional<Spawn> spawnAt(Facts &F, const clang::Expr *E);

/// An object that is made: by a constructor, by new, or by a call that forwards
/// to a constructor (emplace_back, make_unique).
struct Construction {
  clang::QualType Type;
  llvm::SmallVector<const clang::Expr *, 4> Arguments;
};

std::optional<Construction> constructionAt(Facts &F, const clang::Expr *E);

/// Where the handle of a task is kept.
struct Handle {
  enum class Place {
    Discarded, ///< destroyed at the end of the full expression
    Waited,    ///< waited for in the same expression
    Detached,
    Variable,  ///< a single variable or member
    Container, ///< an element of a container or array
    Elsewhere, ///< returned, or handed to code that is not looked into
  };
  Place In = Place::Elsewhere;
  const clang::ValueDecl *Decl = nullptr;
  /// Where Decl is a member: the variable that it is a member of; null for a
  /// member of this object.
  const clang::ValueDecl *Owner = nullptr;
  /// The owner is reached through a pointer, so it may outlive the variable.
  bool ByPointer = false;
};

Handle handleOf(Facts &F, const Spawn &Started);

/// The same where \p Inside is the call of a helper that leads to the spawn:
/// the handle it returns, or the object it keeps the handle in.
Handle handleIn(Facts &F, const Spawn &Started, const clang::Expr *Inside);

/// Is it seen that the coroutine that \p Started calls stops somewhere, so that
/// it runs on when the call returns?
bool suspends(Facts &F, const Spawn &Started);

/// \p E without what neither changes nor copies the object: casts, std::move.
const clang::Expr *plain(Facts &F, const clang::Expr *E);

/// The variable or member that \p E names, looking through casts, subscripts,
/// dereferences, aliases, std::ref-like wrappers and calls on it; null if none.
const clang::ValueDecl *rootOf(Facts &F, const clang::Expr *E);

/// What a call or construction is given; of an operator that is a member,
/// without its object.
llvm::SmallVector<const clang::Expr *, 4> argumentsOf(const clang::Expr *E);

/// The object that an operation with a vocabulary entry works on.
const clang::Expr *objectOf(const clang::Expr *Call, const ObjectPlace &Place);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_SPAWN_H
