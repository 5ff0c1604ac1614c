// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "Commands.h"
#include "Options.h"
namespace tidepool {
int vocabCommand(llvm::ArrayRef<const char *>) {
  return usageError("not there yet");
}
} // namespace tidepool
