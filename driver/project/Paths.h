// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// One spelling for each file, and the one that a reader likes best.

#ifndef TIDEPOOL_DRIVER_PROJECT_PATHS_H
#define TIDEPOOL_DRIVER_PROJECT_PATHS_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace tidepool {

/// \p Path with symbolic links resolved; absolute and without dots where the
/// file is not there.
std::string canonicalPath(llvm::StringRef Path);

/// \p Path seen from \p Directory, canonical.
std::string canonicalPath(llvm::StringRef Directory, llvm::StringRef Path);

/// True where \p Path is \p Folder or stands below it; both canonical.
bool isBelow(llvm::StringRef Path, llvm::StringRef Folder);

/// \p Path, canonical, for people: relative to the current folder if it stands
/// below it, and printable.
std::string displayPath(llvm::StringRef Path);

/// The folder that paths in files for other tools are relative to: that of the
/// repository around the current folder, or else the current one.
std::string projectFolder();

/// \p Path, canonical, relative to projectFolder() if it stands below it.
std::string projectPath(llvm::StringRef Path);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_PROJECT_PATHS_H
