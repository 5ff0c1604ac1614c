// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Where compile commands come from.

#ifndef TIDEPOOL_DRIVER_RUN_DATABASE_H
#define TIDEPOOL_DRIVER_RUN_DATABASE_H

#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <string>
#include <vector>

namespace tidepool {

struct Database {
  std::unique_ptr<clang::tooling::CompilationDatabase> Compilations;
  /// compile_commands.json or compile_flags.txt; empty for flags.
  std::string File;
  /// False where the same flags serve whatever file.
  bool KnowsFiles = false;

  /// The flags of the command line, for files seen from the current folder.
  static llvm::Expected<Database>
  ofFlags(const std::vector<std::string> &Flags);

  /// The one in \p Folder (or \p Folder itself, where it names the file); if
  /// that is empty, the nearest from \p Paths, then from the current folder,
  /// upward, looking into the subfolder "build" too.
  static llvm::Expected<Database> find(llvm::StringRef Folder,
                                       llvm::ArrayRef<std::string> Paths);
};

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_DATABASE_H
