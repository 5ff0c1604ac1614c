// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Leaves the bodies of system headers' functions unparsed: no check looks into
// them, and parsing and instantiating them is a quarter to a half of what a
// unit costs.

#ifndef TIDEPOOL_DRIVER_RUN_SKIPPEDBODIES_H
#define TIDEPOOL_DRIVER_RUN_SKIPPEDBODIES_H

#include "clang/AST/ASTConsumer.h"
#include "clang/Frontend/CompilerInvocation.h"
#include "clang/Lex/Preprocessor.h"
#include <memory>

namespace tidepool {

class SkippedBodies {
public:
  /// Asks \p Invocation for it.
  static void ask(clang::CompilerInvocation &Invocation);

  /// Says which bodies are skipped, and at the end of the unit whether that may
  /// matter. It must not outlive this.
  std::unique_ptr<clang::ASTConsumer> consumer(clang::Preprocessor &PP);

  /// Whether a template of the unit's own, one that a finding may hang on, was
  /// never instantiated: a skipped body could have done that, as std::for_each
  /// instantiates the generic lambda it is given. Only a plain parse can tell.
  bool mayMatter() const { return MayMatter; }

private:
  bool MayMatter = false;
};

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_SKIPPEDBODIES_H
