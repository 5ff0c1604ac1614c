// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a unit must spell to use an entry of the vocabulary: asked of its text,
// where to parse it would cost a hundred times as much.

#ifndef TIDEPOOL_CHECKS_VOCABULARY_TRIGGER_H
#define TIDEPOOL_CHECKS_VOCABULARY_TRIGGER_H

#include "Vocabulary.h"
#include "llvm/ADT/StringSet.h"
#include <string>
#include <vector>

namespace tidepool {

struct Trigger {
  /// What whoever uses it spells; empty where it is used without a word: a
  /// constructor by braces, an operator, a member by its position, a function
  /// whose name is a generator's.
  std::string Word;
  /// All words that begin so.
  bool Beginning = false;
  /// It may stand behind '.' or '->'; a function cannot.
  bool Member = false;
  /// The names above it: something that the unit includes declares them.
  std::vector<std::string> Needs;
  /// As the vocabulary spells the entry.
  std::string Of;
};

/// The triggers of all entries of \p Words that have one of \p Roles.
std::vector<Trigger> triggersOf(const Vocabulary &Words,
                                const llvm::StringSet<> &Roles);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_VOCABULARY_TRIGGER_H
