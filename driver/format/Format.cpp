// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Format.h"

namespace tidepool {

llvm::ArrayRef<Format> formats() {
  static constexpr Format All[] = {
      {"text", writeText, /*Mixes=*/true},
      {"json", writeJson},
      {"sarif", writeSarif},
      {"rdjsonl", writeRdjsonl},
      {"github", writeGithub, /*Mixes=*/true},
      {"gitlab", writeGitlab},
      {"patch", writePatch},
  };
  return All;
}

} // namespace tidepool
