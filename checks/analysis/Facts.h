// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What all questions about one translation unit share: its vocabulary, its
// parents, its control-flow graphs, its calls. Made once a unit, whoever asks,
// and freed with the unit's checks.
//
// The checks do not register with the host's MatchFinder but with one of ours,
// which runs once over the unit's own top-level declarations. The host would
// run them over every header, and one question for a parent would make it build
// the parent map of the whole unit: 13 to 25 % of a parse (docs/dev/design.md).
// The price: parents of declarations in system headers are not known here.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_FACTS_H
#define TIDEPOOL_CHECKS_ANALYSIS_FACTS_H

#include "clang-tidy/ClangTidyCheck.h"
#include "vocabulary/Roles.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/ASTMatchers/ASTMatchers.h"
#include "clang/Analysis/CFG.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>
#include <string>
#include <vector>

namespace tidepool {

class Facts {
public:
  /// The facts of the unit that \p Outer serves. Safe from several threads,
  /// one unit each.
  static std::shared_ptr<Facts> of(clang::ast_matchers::MatchFinder &Outer);

  Facts();
  ~Facts();

  /// Where \p Check adds its matchers. With profiling on, each check has a
  /// finder of its own, so that the host's table has a row for each.
  clang::ast_matchers::MatchFinder &
  finderFor(clang::tidy::ClangTidyCheck &Check, bool Profiling,
            bool SystemHeaders, clang::ast_matchers::MatchFinder &Outer);

  /// Starts on \p Unit with \p Given instead of what its file would find; a
  /// run does this by itself.
  void begin(clang::ASTContext &Unit, std::shared_ptr<const Vocabulary> Given);

  // From here on: only while the checks run.

  clang::ASTContext &context() const { return *Context; }
  const clang::SourceManager &sources() const {
    return Context->getSourceManager();
  }
  Roles &roles() { return *UnitRoles; }
  const Entry *entry(const clang::Expr *E) { return UnitRoles->of(E); }

  /// What stands wrong in the project's .tidepool.yaml, for the first check
  /// that asks; empty for the others and where nothing does.
  std::string takeVocabularyError() {
    return std::exchange(VocabularyError, {});
  }

  /// The control-flow graph of a function's or lambda's body; null where clang
  /// cannot build one (dependent code, bodies with errors).
  const clang::CFG *cfg(const clang::FunctionDecl *Function);

  /// Where \p S is evaluated in \p Function's graph; null if it is not there.
  const clang::CFGBlock *blockOf(const clang::FunctionDecl *Function,
                                 const clang::Stmt *S);

  /// The node that holds \p S, null outside this unit's own code and at
  /// the top of a body.
  const clang::Stmt *parentStmt(const clang::Stmt *S);

  /// The same, past parentheses and what the compiler wrapped around \p E.
  const clang::Stmt *userOf(const clang::Expr *E);

  /// The lambda expression whose call operator \p Function is; null if none.
  const clang::LambdaExpr *lambdaOf(const clang::FunctionDecl *Function);

  /// The function or lambda operator whose body holds \p S.
  const clang::FunctionDecl *functionOf(const clang::Stmt *S);

  /// The definition of \p Function if it has a body that is no system header's;
  /// null otherwise, and for null.
  const clang::FunctionDecl *ownBody(const clang::FunctionDecl *Function) const;

  /// Each construction or mention of \p Function in this unit's own code, in
  /// source order; of a constructor, also each call that the vocabulary says
  /// constructs (make_unique).
  llvm::ArrayRef<const clang::Expr *>
  usesOf(const clang::FunctionDecl *Function);

  /// Each DeclRefExpr and MemberExpr that names \p Variable, in source order.
  llvm::ArrayRef<const clang::Expr *>
  mentionsOf(const clang::ValueDecl *Variable);

private:
  struct Run;

  void begin(clang::ASTContext &Unit);
  void indexUses();

  std::vector<std::unique_ptr<Run>> Runs;
  clang::ASTContext *Context = nullptr;
  std::vector<clang::Decl *> Own;
  std::shared_ptr<const Vocabulary> Words;
  std::string VocabularyError;
  std::unique_ptr<Roles> UnitRoles;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<clang::CFG>>
      Graphs;
  llvm::DenseMap<const clang::Stmt *, const clang::CFGBlock *> BlockOfStmt;
  bool Indexed = false;
  llvm::DenseMap<const clang::Decl *, llvm::SmallVector<const clang::Expr *, 4>>
      Mentions;
};

/// Matches an expression that the vocabulary knows.
AST_MATCHER_P(clang::Expr, hasEntry, Facts *, Unit) {
  return Unit->entry(&Node) != nullptr;
}

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_FACTS_H
