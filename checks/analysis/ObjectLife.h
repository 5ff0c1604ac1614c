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

/// The same for what a member function of this object gives out: what all calls
/// of it on a this lead to. \p This is the object of one such call; empty where
/// it is not.
ObjectLife lifeOfGiven(Facts &F, const clang::Expr *This);

/// Does \p Use take the object there, and not as another argument?
bool isAt(Facts &F, const ObjectUse &Use, const ObjectPlace &Place);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_OBJECTLIFE_H
