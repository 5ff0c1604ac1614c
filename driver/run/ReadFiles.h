// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// All that a unit's analysis asked of the file system: what it read, and what
// it looked for in vain. As long as both are as they were, so is what it found.

#ifndef TIDEPOOL_DRIVER_RUN_READFILES_H
#define TIDEPOOL_DRIVER_RUN_READFILES_H

#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace tidepool {

/// \p Base, of which the state of a path is asked but once: for many entries
/// that were made of the same files, as they are now.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
askedOnce(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Base);

class ReadFiles {
public:
  /// \p Base, noting what is asked of it. It must not outlive this.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
  watch(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Base);

  /// What the contents of a file are known by; \p Path is as it was asked for.
  using HashOf = llvm::function_ref<std::string(llvm::StringRef Path)>;
  static std::string hashOf(llvm::StringRef Contents);

  /// To be called at the end: takes the files' contents down, which \p Known
  /// may have seen, or else are read again. False where one has changed since
  /// it was read.
  bool finish(llvm::vfs::FileSystem &Files, HashOf Known = nullptr);

  /// Empty where \p Files holds all of it as it was; else what has changed.
  std::string change(llvm::vfs::FileSystem &Files) const;

  llvm::json::Value toJSON() const;
  bool fromJSON(const llvm::json::Value &Value);

private:
  class Watcher;
  struct Stamp {
    uint64_t Size = 0;
    /// In nanoseconds; 0: not to be trusted, only the contents count.
    int64_t Time = 0;
    std::string Hash;
  };
  std::map<std::string, Stamp> Read;
  std::set<std::string> Missing;
};

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_READFILES_H
