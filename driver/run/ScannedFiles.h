// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Files as a scan for includes needs them: directives alone, each file read
// once for all units. Who asks for the size of one gets what it has on disk.

#ifndef TIDEPOOL_DRIVER_RUN_SCANNEDFILES_H
#define TIDEPOOL_DRIVER_RUN_SCANNEDFILES_H

#include "SourceWords.h"
#include "llvm/ADT/IntrusiveRefCntPtr.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <memory>
#include <optional>
#include <string>

namespace tidepool {

/// A file that some unit has read.
struct ScannedFile {
  std::string Path;
  std::error_code Failed;
  llvm::vfs::Status Status;
  std::unique_ptr<llvm::MemoryBuffer> Text;
  /// Its directives, filled up with a comment to the size of Text.
  std::string Directives;

  const SourceWords &words(WordTable &Table) {
    if (!Words)
      Words = wordsOf(Text->getBuffer(), Table);
    return *Words;
  }
  /// As ReadFiles has it.
  const std::string &hash();
  const std::string &canonical();

private:
  std::optional<SourceWords> Words;
  std::string Hash;
  std::string Canonical;
};

class ScannedFiles {
public:
  /// \p Base, seen through this: a file system for one unit, with a working
  /// folder of its own. All of them must show the same files.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
  over(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Base);

  /// Whether who reads gets a file's directives, or all of it.
  void setDirectivesOnly(bool Only) { DirectivesOnly = Only; }

  /// Null if it was not read.
  ScannedFile *find(llvm::StringRef AbsolutePath);

private:
  class FileSystem;
  ScannedFile &read(llvm::vfs::FileSystem &Base, llvm::StringRef Path);

  bool DirectivesOnly = false;
  llvm::StringMap<llvm::ErrorOr<llvm::vfs::Status>> Statuses;
  llvm::StringMap<std::unique_ptr<ScannedFile>> Files;
};

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_SCANNEDFILES_H
