// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Fingerprint.h"
#include "Registry.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/BLAKE3.h"

using namespace llvm;

namespace tidepool {

/// 128 bits are plenty, and can be read aloud.
static std::string digest(ArrayRef<StringRef> Parts) {
  BLAKE3 Hash;
  for (StringRef Part : Parts) {
    Hash.update(Part);
    // No two lists of parts read alike.
    Hash.update(StringRef("\0", 1));
  }
  return toHex(ArrayRef<uint8_t>(Hash.final<16>()), /*LowerCase=*/true);
}

/// The name that a check had first: a new one must not make findings new.
static StringRef firstName(StringRef Check) {
  const CheckInfo *Info = findCheck(Check);
  return Info && !Info->RenamedFrom.empty()
             ? StringRef(Info->RenamedFrom.front())
             : Check;
}

void setFingerprints(MutableArrayRef<Finding> Findings) {
  StringMap<unsigned> Seen;
  for (Finding &One : Findings) {
    std::string Looks = digest(
        {firstName(One.Check), One.MessageId, One.At.Function, One.Statement});
    unsigned Number = Seen[One.At.Path + '\0' + Looks]++;
    One.Fingerprint =
        Number == 0 ? Looks : digest({Looks, std::to_string(Number)});
  }
}

std::string inProject(StringRef Fingerprint, StringRef Path) {
  return digest({Path, Fingerprint});
}

} // namespace tidepool
