// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which entry of the vocabulary does this expression or type have? Matching is
// by canonical declaration: backwards from the callee through its contexts,
// bases and overridden methods, forwards from the entry's path through
// using-declarations, aliases and inline namespaces. A function of the same
// name elsewhere never matches. Dependent code has no entry.

#ifndef TIDEPOOL_CHECKS_VOCABULARY_ROLES_H
#define TIDEPOOL_CHECKS_VOCABULARY_ROLES_H

#include "Vocabulary.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include <memory>
#include <utility>
#include <vector>

namespace tidepool {

/// One unit's look-ups, memoised. Context and Words must outlive it.
class Roles {
public:
  /// \p Infers: a function that only forwards to a call has that call's entry.
  Roles(clang::ASTContext &Context, const Vocabulary &Words,
        bool Infers = false);

  /// The entry of a call, of a construction, of a function object's call, or of
  /// an assignment to a data member; null if it has none.
  const Entry *of(const clang::Expr *E);

  /// The same, but an entry that says 'none' is returned as well.
  const Entry *decided(const clang::Expr *E);

  /// What the call of an eager coroutine starts, by the class that it returns.
  /// That is known of its start alone, so no other question gives it.
  const Entry *ofEager(const clang::Expr *E);

  /// The entry of the class itself, or of the nearest base that has one.
  const Entry *ofType(clang::QualType Type);

  /// The entry of what \p Method declares or overrides, of whatever calls.
  const Entry *ofMethod(const clang::CXXMethodDecl *Method);

  /// What a constructor of \p Type would be if it were called with
  /// \p Arguments; for calls that forward them.
  const Entry *ofConstruction(clang::QualType Type,
                              llvm::ArrayRef<const clang::Expr *> Arguments);

  /// What emplace_back, make_unique and the like construct; null if nothing.
  static clang::QualType constructed(const clang::CallExpr *Call,
                                     const ConstructsRole &Role);

  /// The entry of a data member that gets \p Value; null if it has none.
  const Entry *ofField(const clang::FieldDecl *Field, const clang::Expr *Value);

  /// All entries, whether or not this unit has what they name.
  const Vocabulary &words() const { return Words; }

  /// The entry that the attributes of \p D, or of what it is made from or
  /// overrides, give it; null if they give none.
  const Entry *annotated(const clang::NamedDecl *D);

  /// The entry that \p Function takes over from the one call that it makes;
  /// null if it does more, is known itself, or none is asked for.
  const Entry *inferred(const clang::FunctionDecl *Function);

  /// What is wrong with attributes, and where; all that were met so far.
  llvm::ArrayRef<std::pair<clang::SourceLocation, std::string>>
  wrongAnnotations() const {
    return Wrong;
  }

  /// Is \p Name a macro of a test framework?
  bool isTestMacro(llvm::StringRef Name) const;

  /// The declarations that \p Path names here: canonical, of templates the
  /// pattern, of an alias of a specialisation that specialisation. Empty where
  /// the unit does not have them.
  llvm::ArrayRef<const clang::NamedDecl *> resolve(llvm::StringRef Path);

  /// True where everything that the entry names exists in this unit; a macro
  /// must be defined at its end.
  bool resolves(const Entry &E);

private:
  /// A call as the conditions of an entry see it.
  struct Site {
    /// Null where a constructor is called out of sight.
    const clang::FunctionDecl *Callee;
    llvm::ArrayRef<const clang::Expr *> Arguments;
    clang::QualType Object, Result;
  };
  llvm::ArrayRef<const Entry *>
  named(const clang::FunctionDecl *Function) const;
  /// Where those functions stand for whose beginnings \p E is; null if nowhere.
  const clang::DeclContext *scopeOf(const Entry &E);
  const Entry *ofFunction(const Site &Call);
  const Entry *ofMember(const clang::CXXRecordDecl *Class, const Site &Call);
  /// The same by how its name begins, where no whole name says anything.
  const Entry *ofBeginning(const Site &Call);
  /// The same by what it takes first, where no name says anything.
  const Entry *ofShape(const Site &Call);
  const Entry *ofConstructor(const clang::CXXRecordDecl *Class,
                             const Site &Call);
  /// The same by what it returns, where nothing else says anything.
  const Entry *ofResult(const clang::FunctionDecl *Callee);
  /// What compute() says, memoised.
  const Entry *known(const clang::Expr *E);
  const Entry *compute(const clang::Expr *E);
  const Entry *ofCall(const clang::CallExpr *Call,
                      const clang::FunctionDecl *Callee);
  /// Entries of \p Class itself and of its constructor, in order.
  llvm::ArrayRef<const Entry *> ofClass(const clang::CXXRecordDecl *Class);
  /// Does \p Path stand for \p Tag, or for the template that it is made from?
  bool names(llvm::StringRef Path, const clang::TagDecl *Tag);
  bool holds(const Entry &E, const Site &Call);
  /// Is \p Name among the constants that \p Argument is made of?
  bool hasFlag(const clang::Expr *Argument, llvm::StringRef Name);

  clang::ASTContext &Context;
  const Vocabulary &Words;
  const bool Infers;
  llvm::DenseMap<const clang::Decl *, std::unique_ptr<Entry>> Annotations;
  std::vector<std::pair<clang::SourceLocation, std::string>> Wrong;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<Entry>>
      Forwarders;
  llvm::StringMap<llvm::SmallVector<const clang::NamedDecl *, 2>> Resolved;
  /// By operator, what Words has under its name.
  llvm::ArrayRef<const Entry *> Operators[clang::NUM_OVERLOADED_OPERATORS];
  bool ClassesIndexed = false;
  llvm::DenseMap<const clang::Decl *, llvm::SmallVector<const Entry *, 2>>
      ByClass;
  llvm::DenseMap<const clang::Expr *, const Entry *> Known;
  llvm::DenseMap<const clang::CXXRecordDecl *, const Entry *> KnownTypes;
};

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_VOCABULARY_ROLES_H
