// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Files compiled in by Embed.cmake, sorted by name.

#ifndef TIDEPOOL_CHECKS_SUPPORT_EMBEDDED_H
#define TIDEPOOL_CHECKS_SUPPORT_EMBEDDED_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace tidepool {

struct EmbeddedFile {
  /// The file's name without folder and extension.
  llvm::StringRef Name;
  llvm::StringRef Text;
};

/// checks/vocabulary/libraries/*.yaml
llvm::ArrayRef<EmbeddedFile> embeddedLibraries();

/// docs/checks/*.md
llvm::ArrayRef<EmbeddedFile> embeddedPages();

/// checks/editions/*.txt
llvm::ArrayRef<EmbeddedFile> embeddedEditions();

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_SUPPORT_EMBEDDED_H
