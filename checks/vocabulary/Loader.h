// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// YAML -> entries. One schema for the built-in libraries and for a project's
// .tidepool.yaml; docs/dev/adding-a-library.md describes it.

#ifndef TIDEPOOL_CHECKS_VOCABULARY_LOADER_H
#define TIDEPOOL_CHECKS_VOCABULARY_LOADER_H

#include "Role.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace tidepool {

/// The schema's version that this release writes; it reads all up to it.
constexpr unsigned VocabularyVersion = 1;

/// \p FileName is used in messages: "FileName:3:5: error: unknown key 'spwan'".
/// \p Edition is given the one that the file asks for, if it does.
llvm::Expected<std::vector<Entry>>
loadVocabulary(llvm::StringRef Text, llvm::StringRef FileName,
               std::string *Edition = nullptr);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_VOCABULARY_LOADER_H
