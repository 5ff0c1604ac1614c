// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What `tidepool vocab` says of names and of files.

#ifndef TIDEPOOL_DRIVER_COMMANDS_VOCABFILES_H
#define TIDEPOOL_DRIVER_COMMANDS_VOCABFILES_H

#include "vocabulary/Vocabulary.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace tidepool {

/// The vocabulary of sources in the current folder; fails where its
/// .tidepool.yaml is wrong.
llvm::Expected<ProjectVocabulary> vocabularyHere();

/// Prints what is known of \p Name, and from which file; the exit status.
int describeName(llvm::StringRef Name);

/// The entries of the vocabulary \p File, as a project that has it would.
llvm::Expected<std::shared_ptr<const Vocabulary>>
checkedFile(llvm::StringRef File);

/// Prints what \p Project's wrappers are worth to a vocabulary: the text of a
/// .tidepool.yaml, which \p Write puts there. The exit status.
int suggest(llvm::ArrayRef<struct Unit> Units, bool Write, bool Append);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_COMMANDS_VOCABFILES_H
