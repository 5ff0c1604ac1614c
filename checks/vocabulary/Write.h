// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Entries -> YAML, as a person would have written them: what is left to its
// default is left out.

#ifndef TIDEPOOL_CHECKS_VOCABULARY_WRITE_H
#define TIDEPOOL_CHECKS_VOCABULARY_WRITE_H

#include "Role.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <utility>
#include <vector>

namespace tidepool {

/// The names of the roles that \p E has.
std::vector<llvm::StringRef> namesOfRoles(const Entry &E);

/// The names of all roles that there are.
std::vector<llvm::StringRef> allRoles();

/// The key that a single word stands for, `spawn: thread`; empty for a role
/// that says nothing but that it holds.
llvm::StringRef mainKeyOf(llvm::StringRef Role);

/// Each key of an entry but its name, with its value in one line:
/// {"spawn", "{starts: pooled, callable: 0}"}.
std::vector<std::pair<std::string, std::string>> writtenFacts(const Entry &E);

/// Its roles alone, for comparing.
std::string writtenRoles(const Entry &E);

/// Which calls it means, for comparing; empty if every call.
std::string writtenConditions(const Entry &E);

/// \p Text as a YAML scalar in one line, quoted where it must be.
std::string scalar(llvm::StringRef Text);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_VOCABULARY_WRITE_H
