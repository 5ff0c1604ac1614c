// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What does this handle stand for: who is at the other side? As the vocabulary
// says of the call that makes it, or makes something of it.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_HANDLEORIGIN_H
#define TIDEPOOL_CHECKS_ANALYSIS_HANDLEORIGIN_H

#include "Facts.h"
#include "ObjectLife.h"
#include <string>

namespace tidepool {

struct HandleOrigin {
  /// Of several, the last one decides.
  enum class Kind {
    Nothing, ///< no handle yet: -1, a null pointer; or no origin at all
    Local,   ///< this process, the kernel or a disk; Why says which words
    Own,     ///< work that this process started
    Remote,  ///< another process or machine
    Clients, ///< whoever calls
    Unknown, ///< Why says who made it
  };
  Kind Is = Kind::Nothing;
  std::string Why = {};
  const clang::Expr *Site = nullptr;
  /// Remote, by an accept.
  bool OfClient = false;
};

/// Who made \p Value; \p Task: as a future, which the operation completes that
/// made it.
HandleOrigin originOf(Facts &F, const clang::Expr *Value, bool Task);
/// The same for an object, by one use of it.
HandleOrigin originOf(Facts &F, const ObjectUse &Use, bool Task);

/// What \p Value copies, through smart pointers and what passes it on; null
/// where that is no variable.
const clang::Expr *copiedFrom(Facts &F, const clang::Expr *Value);

/// What one use of a function gives to its parameter: a call of it, or the
/// start of something that calls it, or what it is bound to for later.
struct Handover {
  const clang::Expr *At = nullptr;
  /// Null where the use is none of these.
  const clang::Expr *Argument = nullptr;
  /// The function runs beside who started it, with copies of what it was given.
  bool Starts = false;
  /// Nobody knows when: what happens to the argument until then is not seen.
  bool Later = false;
};
Handover handoverOf(Facts &F, const clang::Expr *Use, unsigned Parameter);

/// The other way round: the parameter that \p Given, which \p Call is given,
/// becomes, in the definition of the function that is called, or started with
/// it. Null where no body is in view.
const clang::ParmVarDecl *parameterFor(Facts &F, const clang::Expr *Call,
                                       const clang::Expr *Given);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_HANDLEORIGIN_H
