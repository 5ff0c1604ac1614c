// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What lies between a revision and the work tree.

#ifndef TIDEPOOL_DRIVER_RUN_CHANGE_H
#define TIDEPOOL_DRIVER_RUN_CHANGE_H

#include "Snapshot.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tidepool {

struct Change {
  /// Of the work tree: changed, added, and renamed ones by their new names;
  /// canonical and sorted.
  std::vector<std::string> Files;
  /// Those of Files that the revision does not have.
  llvm::StringSet<> Added;
  /// New name -> old one, both canonical.
  std::map<std::string, std::string> Renamed;
  /// The files as the revision has them. Configuration is the work tree's.
  std::shared_ptr<Snapshot> Before;
};

/// From \p Revision to the work tree, with all that is not committed.
/// "REV..." stands for the merge base of REV and HEAD, as in git diff.
llvm::Expected<Change> changeSince(llvm::StringRef Revision);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_CHANGE_H
