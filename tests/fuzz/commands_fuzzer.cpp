// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compile commands are anybody's text: adjusting them must end, keep the
// compiler's place and what stands after "--", and leave no flag that loads
// code. What is adjusted twice loses nothing more that loads.

#include "run/Flags.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <cstdlib>

using namespace llvm;

extern "C" __attribute__((visibility("default"))) int
LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  StringRef Text(reinterpret_cast<const char *>(Data), Size);
  SmallVector<StringRef, 16> Words;
  Text.split(Words, '\n');
  std::vector<std::string> Command;
  for (StringRef Word : Words)
    // The driver's words end at a zero.
    Command.push_back(Word.split('\0').first.str());
  auto Adjusted = tidepool::adjustCommand(Command);
  const std::vector<std::string> &Kept = Adjusted.Arguments;
  if (Kept.empty() || Kept.front() != Command.front())
    std::abort();
  auto End = llvm::find(drop_begin(Command), "--");
  auto KeptEnd = llvm::find(drop_begin(Kept), "--");
  if (!std::equal(End, Command.end(), KeptEnd, Kept.end()))
    std::abort();
  for (auto It = Kept.begin() + 1; It != KeptEnd; ++It)
    // Unless it is the name of a file to include.
    if (*std::prev(It) != "-Xclang" && StringRef(*It).starts_with("-fplugin"))
      std::abort();
  return 0;
}
