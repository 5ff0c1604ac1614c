// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "CheckSelection.h"
#include "Registry.h"
#include "llvm/ADT/SmallVector.h"

using llvm::StringRef;

namespace tidepool {

bool namesTidepool(StringRef FileChecks) {
  return FileChecks.contains("tidepool");
}

std::string selectChecks(StringRef FileChecks) {
  std::string Selected = coreChecks();
  // Held back until a glob of ours follows.
  bool OffPending = false;
  while (!FileChecks.empty()) {
    size_t End = FileChecks.find_first_of(",\n");
    StringRef Glob = FileChecks.substr(0, End).trim();
    FileChecks =
        End == StringRef::npos ? StringRef() : FileChecks.substr(End + 1);
    if (Glob == "-*") {
      OffPending = true;
      continue;
    }
    if (!namesTidepool(Glob))
      continue;
    if (OffPending)
      Selected += ",-*";
    OffPending = false;
    Selected += ',';
    Selected += Glob;
  }
  return Selected;
}

} // namespace tidepool
