// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Commands.h"
#include "vocabulary/Vocabulary.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace tidepool {

int vocabCommand(ArrayRef<const char *>) {
  for (const Entry &One : Vocabulary::builtin().entries())
    outs() << One.Library << ": " << One.spelling()
           << (One.Verified.empty() ? " (not verified)" : "") << '\n';
  return Clean;
}

} // namespace tidepool
