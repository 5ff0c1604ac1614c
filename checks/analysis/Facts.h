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
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <memory>
#include <optional>
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

  /// Whether functions that only forward take over what they forward to. To be
  /// said before the run.
  void setInfers(bool Wanted) { Infers = Wanted; }

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

  /// What the project's .tidepool.yaml says of sizes.
  const Budgets &budgets() const { return Sizes; }

  /// What stands wrong in the project's .tidepool.yaml, for the first check
  /// that asks; empty for the others and where nothing does.
  std::string takeVocabularyError() {
    return std::exchange(VocabularyError, {});
  }

  /// The call of a wrapper in this unit that is asked in place of \p Site,
  /// which is all that the wrapper does; null where there is none.
  const clang::Expr *askedInstead(const clang::Expr *Site);

  /// What is wrong with the unit's attributes, for the first check that asks;
  /// empty for the others and where nothing is.
  std::vector<std::pair<clang::SourceLocation, std::string>>
  takeWrongAnnotations();

  /// The control-flow graph of a function's or lambda's body; null where clang
  /// cannot build one (dependent code, bodies with errors).
  const clang::CFG *cfg(const clang::FunctionDecl *Function);

  /// Where \p S is evaluated in \p Function's graph; null if it is not there.
  const clang::CFGBlock *blockOf(const clang::FunctionDecl *Function,
                                 const clang::Stmt *S);

  /// The node that holds \p S, null outside this unit's own code and at
  /// the top of a body. What does not depend on a template's parameters is
  /// shared by its pattern and all instantiations; of their nodes, that of the
  /// instantiation looked at is meant, and else that of the first.
  const clang::Stmt *parentStmt(const clang::Stmt *S);

  /// Is \p Inner \p Outer itself or below it, in the pattern or in any
  /// instantiation?
  bool isWithin(const clang::Stmt *Outer, const clang::Stmt *Inner);

  /// The same, past parentheses and what the compiler wrapped around \p E.
  const clang::Stmt *userOf(const clang::Expr *E);

  /// The lambda expression whose call operator \p Function is; null if none.
  const clang::LambdaExpr *lambdaOf(const clang::FunctionDecl *Function);

  /// The function or lambda operator whose body holds \p S.
  const clang::FunctionDecl *functionOf(const clang::Stmt *S);

  /// The same, of a template each instantiation that shares \p S; its pattern
  /// only where there is none.
  llvm::SmallVector<const clang::FunctionDecl *, 1>
  functionsOf(const clang::Stmt *S);

  /// While it lives, what instantiations share is seen as a part of one.
  class Look {
  public:
    Look(Facts &F, const clang::FunctionDecl *At) : F(F) { F.lookAt(At); }
    ~Look() { F.lookAt(nullptr); }
    Look(const Look &) = delete;
    Look &operator=(const Look &) = delete;

  private:
    Facts &F;
  };

  /// The definition of \p Function if it has a body that is no system header's;
  /// null otherwise, and for null.
  const clang::FunctionDecl *ownBody(const clang::FunctionDecl *Function) const;

  /// Each construction or mention of \p Function in this unit's own code, in
  /// source order; of a constructor, also each call that the vocabulary says
  /// constructs (make_unique).
  llvm::ArrayRef<const clang::Expr *>
  usesOf(const clang::FunctionDecl *Function);

  /// Each DeclRefExpr and MemberExpr that names \p Variable, by this name or an
  /// alias, in source order.
  llvm::ArrayRef<const clang::Expr *>
  mentionsOf(const clang::ValueDecl *Variable);

  /// What \p Alias is another name of: a variable or a member of this object
  /// that it refers to, or points to ever since; \p Alias itself if none.
  const clang::ValueDecl *aliased(const clang::ValueDecl *Alias);

private:
  struct Run;
  using Uses = llvm::SmallVector<const clang::Expr *, 4>;
  struct Graph {
    std::unique_ptr<clang::CFG> Blocks;
    llvm::DenseMap<const clang::Stmt *, const clang::CFGBlock *> BlockOf;
  };

  void begin(clang::ASTContext &Unit);
  void indexUses();
  void leaveOutPatterns(Uses &Of);
  void addAliases();
  void lookAt(const clang::FunctionDecl *Function);
  std::optional<clang::DynTypedNode> parentOf(const clang::DynTypedNode &Node);
  unsigned chosen(const clang::DynTypedNode &Node,
                  const clang::DynTypedNodeList &Parents);
  unsigned standing(clang::DynTypedNode Node);

  std::vector<std::unique_ptr<Run>> Runs;
  clang::ASTContext *Context = nullptr;
  std::vector<clang::Decl *> Own;
  std::shared_ptr<const Vocabulary> Words;
  bool Infers = true;
  bool AnnotationsTold = false;
  Budgets Sizes;
  std::string VocabularyError;
  std::unique_ptr<Roles> UnitRoles;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<Graph>> Graphs;
  bool Indexed = false;
  llvm::DenseMap<const clang::Decl *, Uses> Mentions;
  llvm::DenseSet<const clang::Decl *> Sorted;
  /// Each alias, and what names the variable that it stands for.
  llvm::MapVector<const clang::ValueDecl *, const clang::Expr *> Aliases;
  /// The function looked at, and those around it.
  llvm::SmallPtrSet<const clang::Decl *, 4> LookedAt;
  /// Of nodes with several parents, which one is meant.
  llvm::DenseMap<const void *, unsigned> Chosen;
};

/// Matches an expression that the vocabulary knows.
AST_MATCHER_P(clang::Expr, hasEntry, Facts *, Unit) {
  return Unit->entry(&Node) != nullptr;
}

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_FACTS_H
