// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "CheckSelection.h"
#include "Registry.h"

using llvm::StringRef;

namespace tidepool {

bool namesTidepool(StringRef FileChecks) {
  return FileChecks.contains("tidepool");
}

std::string selectChecks(StringRef FileChecks) {
  std::string Selected = coreChecks();
  // Held back until a glob of ours follows.
  bool OffPending = false;
  for (StringRef Glob : splitGlobs(FileChecks)) {
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
