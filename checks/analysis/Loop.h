// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One struct for every kind of loop: statements, and algorithms that call a
// lambda once per element. Callers never derive the parts again.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_LOOP_H
#define TIDEPOOL_CHECKS_ANALYSIS_LOOP_H

#include "Facts.h"
#include "clang/AST/Stmt.h"
#include <optional>

namespace tidepool {

struct Loop {
  enum class Kind { For, RangeFor, While, Do, Algorithm, Goto };
  Kind Form;
  /// The loop statement, the algorithm's call, or the goto.
  const clang::Stmt *Statement;
  /// What each turn runs; null for goto.
  const clang::Stmt *Body = nullptr;
  /// What is tested before each turn; null where nothing is.
  const clang::Expr *Condition = nullptr;
  /// The counter, the element or the iterator; null where there is none.
  const clang::VarDecl *Variable = nullptr;
  /// What is iterated over, for RangeFor and Algorithm.
  const clang::Expr *Range = nullptr;

  clang::SourceLocation place() const { return Statement->getBeginLoc(); }
};

/// The loop that \p S is; none for any other statement.
std::optional<Loop> loopOf(Facts &F, const clang::Stmt *S);

/// True where \p S stands in a part of \p L that runs once a turn: not in the
/// initialiser of a for, nor in the range of a range-for.
bool repeats(Facts &F, const Loop &L, const clang::Stmt *S);

/// Does \p Inside run in every turn of \p L that is not cut short before it?
bool runsEachTurn(Facts &F, const Loop &L, const clang::Expr *Inside);

/// The innermost loop around \p After, in the same function, that repeats
/// \p Inside; none that only tries again until it succeeds once.
std::optional<Loop> loopAround(Facts &F, const clang::Expr *Inside,
                               const clang::Stmt *After);

/// A call of a conversion function, as of a lambda to a function pointer.
bool isConversion(const clang::Expr *E);

/// Is \p Inner \p Outer itself or below it in the source's tree, lambdas
/// included?
bool contains(Facts &F, const clang::Stmt *Outer, const clang::Stmt *Inner);

/// The expressions below \p S that \p Wanted accepts, in source order; lambda
/// bodies are entered only if \p Lambdas says so.
llvm::SmallVector<const clang::Expr *, 4>
expressionsIn(const clang::Stmt *S, bool Lambdas,
              llvm::function_ref<bool(const clang::Expr *)> Wanted);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_LOOP_H
