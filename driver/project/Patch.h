// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A patch as git writes it -> the lines that it adds or changes. libgit2 reads
// it.

#ifndef TIDEPOOL_DRIVER_PROJECT_PATCH_H
#define TIDEPOOL_DRIVER_PROJECT_PATCH_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <map>
#include <set>
#include <string>
#include <vector>

namespace tidepool {

struct Patch {
  /// By the file's canonical path, as the patch leaves it: the lines that were
  /// not there, or read otherwise, before.
  std::map<std::string, std::set<uint64_t>> Lines;
  /// Files whose changed lines are not there, or read otherwise: the patch is
  /// another state's.
  std::vector<std::string> Differing;

  bool changes(llvm::StringRef Path, uint64_t Line) const;
};

/// \p Strip leading folders, of which the first is git's own "a/" and "b/", are
/// taken off the paths; what is left is seen from the project's folder or,
/// where there is no such file, from the current one. An empty text is an empty
/// patch. Fails where it is not wholly a patch, or none of its files is there.
llvm::Expected<Patch> readPatch(llvm::StringRef Text, unsigned Strip);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_PROJECT_PATCH_H
