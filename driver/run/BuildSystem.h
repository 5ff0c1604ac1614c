// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a project is built with, and how that tells its compile commands.

#ifndef TIDEPOOL_DRIVER_RUN_BUILDSYSTEM_H
#define TIDEPOOL_DRIVER_RUN_BUILDSYSTEM_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace tidepool {

struct BuildSystem {
  /// As people call it.
  std::string Name;
  /// From the project's folder, they make all and a compile_commands.json.
  std::vector<std::string> Commands;
  /// Where that stands, seen from there.
  std::string DatabaseFolder;
};

/// By the files in \p Folder; nothing where none is known.
std::optional<BuildSystem> buildSystemOf(llvm::StringRef Folder);

/// The folder of a compile_commands.json in \p Folder or a folder of it, seen
/// from there ("." is itself); the build folder of that name comes first.
/// Nothing where there is none.
std::optional<std::string> databaseFolderIn(llvm::StringRef Folder);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_BUILDSYSTEM_H
