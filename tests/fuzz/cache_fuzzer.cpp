// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A cache folder is shared and outlives crashes: whatever a file of it holds,
// that is an entry or none. The hash would keep nearly all of the fuzzer's texts
// from the reader behind it, so they are tried with the right one, too.

#include "run/CacheEntry.h"
#include <cstdlib>

using namespace llvm;

static void read(StringRef File) {
  auto Entry = tidepool::readEntry(File);
  if (!Entry)
    return;
  std::string Written = tidepool::writeEntry(*Entry);
  auto Again = tidepool::readEntry(Written);
  if (!Again || tidepool::writeEntry(*Again) != Written)
    std::abort();
}

extern "C" __attribute__((visibility("default"))) int
LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  StringRef Text(reinterpret_cast<const char *>(Data), Size);
  read(Text);
  // As a packed text and as one that is not packed.
  for (std::string Packed : {Text.str(), "0\n" + Text.str()})
    read(tidepool::hexOf(Packed) + "\n" + Packed);
  return 0;
}
