// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The driver's commands, one file each. Each takes the arguments from its own
// name on and returns the exit status.

#ifndef TIDEPOOL_DRIVER_COMMANDS_COMMANDS_H
#define TIDEPOOL_DRIVER_COMMANDS_COMMANDS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace tidepool {

/// The exit statuses; the greater of two counts, but for Usage, which comes
/// first of all.
enum ExitStatus : int {
  Clean = 0,
  Found = 1,
  /// A usage or configuration error, or paths that name nothing.
  Usage = 2,
  /// A unit could not be analysed.
  NotAnalysed = 3,
  /// And the number of the signal.
  Interrupted = 128,
};

int lintCommand(llvm::ArrayRef<const char *> Arguments);
int whyCommand(llvm::ArrayRef<const char *> Arguments);
int checksCommand(llvm::ArrayRef<const char *> Arguments);
int explainCommand(llvm::ArrayRef<const char *> Arguments);
int vocabCommand(llvm::ArrayRef<const char *> Arguments);
int initCommand(llvm::ArrayRef<const char *> Arguments);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_COMMANDS_COMMANDS_H
