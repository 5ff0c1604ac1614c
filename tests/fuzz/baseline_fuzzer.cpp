// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A baseline is merged by machines and edited by people: whatever stands in it,
// the reader must come back with entries or with an error, and what it has read
// and writes it must read again.

#include "findings/Baseline.h"
#include "llvm/Support/Error.h"
#include <cstdlib>

using namespace llvm;

extern "C" __attribute__((visibility("default"))) int
LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  // The reader's buffers end with a zero.
  std::string Text(reinterpret_cast<const char *>(Data), Size);
  auto Entries = tidepool::readBaseline(MemoryBufferRef(Text, "fuzzed.jsonl"));
  if (!Entries) {
    consumeError(Entries.takeError());
    return 0;
  }
  std::string Written = tidepool::baselineOf(*Entries);
  auto Again =
      tidepool::readBaseline(MemoryBufferRef(Written, "written.jsonl"));
  if (!Again || tidepool::baselineOf(*Again) != Written)
    std::abort();
  return 0;
}
