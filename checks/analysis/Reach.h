// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Who else can reach this object? Code that is not in view, for what it may do
// counts as unknown; whoever has a copy of a smart pointer; whoever calls what
// gives a member out.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_REACH_H
#define TIDEPOOL_CHECKS_ANALYSIS_REACH_H

#include "Facts.h"
#include <optional>
#include <string>

namespace tidepool {

/// Why code that is not in view may use \p Object; none for locals, and for
/// members of a class that this unit has whole.
std::optional<std::string> whyShared(Facts &F, const clang::ValueDecl *Object);

/// std::unique_ptr, std::shared_ptr and kin.
bool isSmartPointer(Facts &F, clang::QualType Type);

/// The member that \p Method does nothing but give out, as getHandle() does;
/// null for all others.
const clang::FieldDecl *givenOutBy(Facts &F,
                                   const clang::CXXMethodDecl *Method);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_REACH_H
