// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// git, asked and never told: nothing here writes.

#ifndef TIDEPOOL_DRIVER_RUN_GIT_H
#define TIDEPOOL_DRIVER_RUN_GIT_H

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

  /// Absolute, with symbolic links resolved.
  const std::string &top() const { return Top; }

  /// What it writes to stdout; fails with what it says on stderr.
  llvm::Expected<std::string> ask(llvm::ArrayRef<llvm::StringRef> Arguments,
                                  llvm::StringRef Input = "") const;

private:
  std::string Program;
  std::string Top;
};

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_GIT_H
