// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// YAML -> entries. One schema for the built-in libraries and for a project's
// .tidepool.yaml; docs/dev/adding-a-library.md describes it.

#ifndef TIDEPOOL_CHECKS_VOCABULARY_LOADER_H
#define TIDEPOOL_CHECKS_VOCABULARY_LOADER_H

#include "Budgets.h"
#include "Role.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace tidepool {

/// The schema's version that this release writes; it reads all up to it.
constexpr unsigned VocabularyVersion = 1;

struct VocabularyFile {
  std::vector<Entry> Entries;
  Budgets Sizes;
  /// The one that it asks for; empty where it asks for none.
  std::string Edition;
  /// What the next .tidepool.yaml further up says holds, too.
  bool InheritParent = false;
  /// The built-in libraries hold, too.
  bool BuiltIn = true;
};

/// What can be told of a file without its entries.
struct VocabularyHead {
  std::string Edition;
  bool InheritParent = false;
};

/// Reads no further than it must, and finds nothing wrong: the loader tells of
/// that.
VocabularyHead headOf(llvm::StringRef Text);

/// \p FileName is used in messages: "FileName:3:5: error: unknown key 'spwan'".
llvm::Expected<VocabularyFile> loadVocabularyFile(llvm::StringRef Text,
                                                  llvm::StringRef FileName);

/// Its entries alone.
llvm::Expected<std::vector<Entry>> loadVocabulary(llvm::StringRef Text,
                                                  llvm::StringRef FileName);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_VOCABULARY_LOADER_H
