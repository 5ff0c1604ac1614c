// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A function whose body is one call, to which it hands on its own parameters,
// is that call under another name: it takes over its entry.

#ifndef TIDEPOOL_CHECKS_VOCABULARY_FORWARDING_H
#define TIDEPOOL_CHECKS_VOCABULARY_FORWARDING_H

#include "Role.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>

namespace tidepool {

/// The call or construction that is all that \p Function does; null where it
/// does more, or where another body may run in its place.
const clang::Expr *forwardedBy(const clang::FunctionDecl *Function);

/// The entry \p Inner of forwardedBy(\p Function) as that of \p Function
/// itself: arguments and objects are its own parameters, or there is none. \p
/// EntryOf tells what hands an argument on unchanged (std::move).
std::optional<Entry>
takenOver(const clang::FunctionDecl *Function, const clang::Expr *Forwarded,
          const Entry &Inner,
          llvm::function_ref<const Entry *(const clang::Expr *)> EntryOf,
          const clang::SourceManager &Sources);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_VOCABULARY_FORWARDING_H
