// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A project's .tidepool.yaml is anybody's text: whatever stands in it, the
// loader must come back with entries or with an error.

#include "vocabulary/Extend.h"
#include "vocabulary/Loader.h"
#include "vocabulary/Write.h"
#include "llvm/Support/Error.h"

extern "C" __attribute__((visibility("default"))) int
LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::StringRef Text(reinterpret_cast<const char *>(Data), Size);
  auto Loaded = tidepool::loadVocabularyFile(Text, "fuzzed.yaml");
  if (!Loaded) {
    llvm::consumeError(Loaded.takeError());
    return 0;
  }
  for (const tidepool::Entry &E : Loaded->Entries)
    tidepool::writtenFacts(E);
  llvm::consumeError(tidepool::extend(Loaded->Entries, {}));
  return 0;
}
