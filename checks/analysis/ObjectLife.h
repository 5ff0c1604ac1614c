// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where does this object come from, and what is done with it? Followed through
// aliases, lambdas, smart pointers and the functions of this unit that it is
// handed to. Everything else that could change it is a use of kind Unseen, so
// that absence is claimed only over what was seen whole.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_OBJECTLIFE_H
#define TIDEPOOL_CHECKS_ANALYSIS_OBJECTLIFE_H

#include "Answer.h"
#include "Facts.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <optional>

namespace tidepool {

struct ObjectUse {
  enum class Kind {
    Origin, ///< Site is a value that it is given
    Call,   ///< Site takes it, or is a call on it
    Kept,   ///< its value becomes a part of the local Into (pollfd, fd_set)
    Unseen, ///< it goes where nobody looks; Words say how
  };
  Kind Is;
  const clang::Expr *Site;
  /// What names the object there; null of an Origin.
  const clang::Expr *Mention;
  /// Where this happens in the object's own function: Site, or the call of the
  /// helper that leads to it.
  const clang::Expr *At;
  /// Of a Call: what the vocabulary says; null for functions that it need not
  /// know.
  const Entry *Api = nullptr;
  const clang::VarDecl *Into = nullptr;
  std::string Words = {};
};

using ObjectLife = llvm::SmallVector<ObjectUse, 8>;

ObjectLife lifeOf(Facts &F, const clang::ValueDecl *Object);

/// Does \p Use take the object there, and not as another argument?
bool isAt(Facts &F, const ObjectUse &Use, const ObjectPlace &Place);

/// What of \p Life counts at \p At, where it is certain that the same function
/// gave \p Object a new value before, by a use for which \p Makes holds: that
/// use, and all that may come between. None where there is no such use, or code
/// that is not in view may change the object in between.
std::optional<ObjectLife>
lifeSince(Facts &F, const clang::ValueDecl *Object, const ObjectLife &Life,
          const clang::Expr *At,
          llvm::function_ref<bool(const ObjectUse &)> Makes);

/// std::unique_ptr, std::shared_ptr and kin.
bool isSmartPointer(Facts &F, clang::QualType Type);

/// The member that \p Method does nothing but give out, as getHandle() does;
/// null for all others.
const clang::FieldDecl *givenOutBy(Facts &F,
                                   const clang::CXXMethodDecl *Method);

/// Why code that is not in view may use \p Object; none for locals, and for
/// members of a class that this unit has whole.
std::optional<std::string> whyShared(Facts &F, const clang::ValueDecl *Object);

/// Can \p Then be reached from \p First? Yes where nothing is known, as for
/// parts of different functions.
bool mayPrecede(Facts &F, const clang::Expr *First, const clang::Expr *Then);

/// Does every path to \p Then lead through \p First?
bool alwaysPrecedes(Facts &F, const clang::Expr *First,
                    const clang::Expr *Then);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_OBJECTLIFE_H
