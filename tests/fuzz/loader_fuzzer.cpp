// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A project's .tidepool.yaml is anybody's text: whatever stands in it, the
// loader must come back with entries or with an error.

#include "vocabulary/Loader.h"
#include "llvm/Support/Error.h"

extern "C" __attribute__((visibility("default"))) int
LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::StringRef Text(reinterpret_cast<const char *>(Data), Size);
  if (auto Entries = tidepool::loadVocabulary(Text, "fuzzed.yaml"); !Entries)
    llvm::consumeError(Entries.takeError());
  return 0;
}
