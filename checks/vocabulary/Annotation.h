// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a declaration says of itself:
// [[clang::annotate("tidepool::KEY=VALUE")]]. KEY is a role or another key of
// an entry, VALUE as in YAML; a single word stands for the role's main key, and
// more keys may follow it:
//   tidepool::spawn=thread
//   tidepool::spawn=pooled, callable: 1
//   tidepool::spawn={starts: pooled, callable: 1}
//   tidepool::cores

#ifndef TIDEPOOL_CHECKS_VOCABULARY_ANNOTATION_H
#define TIDEPOOL_CHECKS_VOCABULARY_ANNOTATION_H

#include "Role.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace tidepool {

struct Annotation {
  std::optional<Entry> Says;
  /// What is wrong with it, and where; empty if nothing is.
  std::string Wrong;
  clang::SourceLocation Place;
};

/// Does \p D have an attribute that speaks to Tidepool? Its own declarations
/// count, not its template's.
bool isAnnotated(const clang::NamedDecl *D);

Annotation annotationOf(const clang::NamedDecl *D,
                        const clang::SourceManager &Sources);

/// Makes \p E name \p D: function, class, member, constructor or object.
void nameAfter(Entry &E, const clang::NamedDecl *D,
               const clang::SourceManager &Sources);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_VOCABULARY_ANNOTATION_H
