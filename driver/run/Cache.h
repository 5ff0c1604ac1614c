// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What was found in a unit, for as long as all it was found with is the same.
// Every trouble with the folder is a miss: two runs at once, a crash, a full or
// read-only disk, a file that somebody damaged.

#ifndef TIDEPOOL_DRIVER_RUN_CACHE_H
#define TIDEPOOL_DRIVER_RUN_CACHE_H

#include "Job.h"
#include "ReadFiles.h"
#include "findings/Finding.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>

namespace tidepool {

class Cache {
public:
  /// An empty \p Folder: neither read nor written.
  explicit Cache(std::string Folder) : Folder(std::move(Folder)) {}

  /// $XDG_CACHE_HOME/tidepool or what else the system has; empty if nothing.
  static std::string defaultFolder();

  bool isOn() const { return !Folder.empty(); }

  /// Are results of \p Of kept? What a unit costs cannot be told without
  /// looking at it.
  bool takes(const Job &Of) const { return isOn() && !Of.Profile; }

  /// \p Files: as the job is to see them (filesOf), perhaps with what was asked
  /// of them before. \p Why: what is different, where there is no such result.
  std::optional<UnitResult> find(const Job &Of, llvm::vfs::FileSystem &Files,
                                 std::string &Why) const;

  /// Says what was wrong, where it could not be kept. \p Known as in
  /// ReadFiles::finish.
  std::string store(const Job &Of, const UnitResult &Result, ReadFiles With,
                    ReadFiles::HashOf Known = nullptr) const;

  /// Drops what is old, and the oldest where there is too much.
  void prune() const;

private:
  /// A free slot, or the oldest.
  unsigned leastUseful(const Job &Of) const;
  std::string entry(const Job &Of, unsigned Slot) const;

  std::string Folder;
};

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_CACHE_H
