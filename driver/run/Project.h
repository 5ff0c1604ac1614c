// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// From paths and a compilation database to the units to look at.

#ifndef TIDEPOOL_DRIVER_RUN_PROJECT_H
#define TIDEPOOL_DRIVER_RUN_PROJECT_H

#include "llvm/Support/Error.h"
#include <optional>
#include <string>
#include <vector>

namespace tidepool {

/// One file with one command line.
struct Unit {
  /// Absolute, with symbolic links resolved.
  std::string File;
  /// Where the command is run.
  std::string Directory;
  /// As the build has it, less what clang would not take.
  std::vector<std::string> Command;
  /// What was taken out of it.
  std::vector<std::string> Dropped;
};

/// What the user asked for.
struct ProjectRequest {
  /// Files and folders; none: all that the database knows.
  std::vector<std::string> Paths;
  /// The folder of the database; empty: it is searched for.
  std::string DatabaseFolder;
  /// The flags after "--", which stand in for a database.
  std::optional<std::vector<std::string>> Flags;
};

struct Project {
  /// By file, then in the order of the database; each command once.
  std::vector<Unit> Units;
  /// What the user should know though nothing failed.
  std::vector<std::string> Hints;
  /// For --verbose.
  std::vector<std::string> Details;
};

/// Fails where there is no database, or one that cannot be read, where a path
/// does not exist, and where nothing is selected. The message says what to do.
llvm::Expected<Project> loadProject(const ProjectRequest &Request);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_PROJECT_H
