// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// git, asked and never told: nothing here writes to the work tree or the
// history.

#ifndef TIDEPOOL_DRIVER_PROJECT_GIT_H
#define TIDEPOOL_DRIVER_PROJECT_GIT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace tidepool {

class Git {
public:
  /// The repository around the current folder. Fails where there is none, or no
  /// git.
  static llvm::Expected<Git> here();
  /// The one around \p Folder.
  static llvm::Expected<Git> around(llvm::StringRef Folder);

  /// Absolute, with symbolic links resolved.
  const std::string &top() const { return Top; }

  /// The patch that makes the folder \p Before of \p Folder its folder
  /// \p After.
  static llvm::Expected<std::string> diffFolders(llvm::StringRef Folder,
                                                 llvm::StringRef Before,
                                                 llvm::StringRef After);

  /// What it writes to stdout; fails with what it says on stderr.
  llvm::Expected<std::string> ask(llvm::ArrayRef<llvm::StringRef> Arguments,
                                  llvm::StringRef Input = "") const;

private:
  static llvm::Expected<Git> in(llvm::StringRef Folder);
  /// \p Fine: the greatest status that is no failure.
  llvm::Expected<std::string> run(llvm::ArrayRef<llvm::StringRef> Arguments,
                                  llvm::StringRef Input, int Fine) const;

  std::string Program;
  std::string Top;
};

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_PROJECT_GIT_H
