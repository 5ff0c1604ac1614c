// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "CheckSelection.h"
#include "Registry.h"

using llvm::StringRef;

namespace tidepool {

std::vector<StringRef> splitGlobs(StringRef Checks) {
  std::vector<StringRef> Globs;
  while (!Checks.empty()) {
    size_t End = Checks.find_first_of(",\n");
    StringRef Glob = Checks.substr(0, End).trim();
    if (!Glob.empty())
      Globs.push_back(Glob);
    Checks = End == StringRef::npos ? StringRef() : Checks.substr(End + 1);
  }
  return Globs;
}

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
