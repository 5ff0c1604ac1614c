// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The work tree as it was, without touching it: some files have other texts,
// some are not there.

#ifndef TIDEPOOL_DRIVER_RUN_SNAPSHOT_H
#define TIDEPOOL_DRIVER_RUN_SNAPSHOT_H

#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace tidepool {

class Snapshot {
public:
  Snapshot();

  /// \p Path is canonical.
  void setText(llvm::StringRef Path, llvm::StringRef Text);
  void hide(llvm::StringRef Path);

  /// \p Base with the snapshot over it, whatever symbolic links lead there.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
  over(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Base) const;

private:
  llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> Texts;
  llvm::StringSet<> Replaced;
  llvm::StringSet<> Hidden;
  friend class SnapshotFiles;
};

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_SNAPSHOT_H
