// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Differences between LLVM 16 and 23 that more than one file would have to
// know. A file that alone needs one says so itself.

#ifndef TIDEPOOL_CHECKS_SUPPORT_LLVMCOMPAT_H
#define TIDEPOOL_CHECKS_SUPPORT_LLVMCOMPAT_H

#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/ClangTidyModule.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/Basic/Version.h"
#include "llvm/Config/llvm-config.h"
#include <vector>
#if LLVM_VERSION_MAJOR < 22
#include "clang-tidy/ClangTidyModuleRegistry.h"
#endif

namespace tidepool::compat {

/// ASTContext::getTraversalScope() is a reference into the context from LLVM
/// 21 on, which setTraversalScope() would overwrite: always a copy.
inline std::vector<clang::Decl *> traversalScope(clang::ASTContext &Context) {
  auto Scope = Context.getTraversalScope();
  return {Scope.begin(), Scope.end()};
}

/// The class as a type.
inline clang::QualType typeOf(const clang::ASTContext &Context,
                              const clang::RecordDecl *Class) {
#if LLVM_VERSION_MAJOR >= 22
  return Context.getCanonicalTagType(Class);
#else
  return Context.getRecordType(Class);
#endif
}

/// The namespace that stands directly before the name; null where none does.
inline const clang::NamespaceDecl *
namespaceBefore(const clang::DeclRefExpr *Name) {
#if LLVM_VERSION_MAJOR >= 22
  clang::NestedNameSpecifier Qualifier = Name->getQualifier();
  if (Qualifier.getKind() != clang::NestedNameSpecifier::Kind::Namespace)
    return nullptr;
  return Qualifier.getAsNamespaceAndPrefix().Namespace->getNamespace();
#else
  const clang::NestedNameSpecifier *Qualifier = Name->getQualifier();
  if (!Qualifier)
    return nullptr;
  if (const clang::NamespaceAliasDecl *Alias = Qualifier->getAsNamespaceAlias())
    return Alias->getNamespace();
  return Qualifier->getAsNamespace();
#endif
}

/// True where the host was asked for findings in system headers. LLVM 16 has
/// the answer only in a command-line flag.
inline bool wantsSystemHeaders(const clang::tidy::ClangTidyOptions &Options) {
#if LLVM_VERSION_MAJOR >= 17
  return Options.SystemHeaders.value_or(false);
#else
  (void)Options;
  return false;
#endif
}

} // namespace tidepool::compat

#endif // TIDEPOOL_CHECKS_SUPPORT_LLVMCOMPAT_H
