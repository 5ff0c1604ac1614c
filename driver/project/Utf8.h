// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Paths and messages come from sources in any encoding, and from people one
// need not trust.

#ifndef TIDEPOOL_DRIVER_PROJECT_UTF8_H
#define TIDEPOOL_DRIVER_PROJECT_UTF8_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"
#include <string>

namespace tidepool {

/// \p Text as JSON can hold it.
inline std::string utf8(llvm::StringRef Text) {
  return llvm::json::isUTF8(Text) ? Text.str() : llvm::json::fixUTF8(Text);
}

/// \p Text as a terminal can show it on one line: nothing in it moves the
/// cursor, sets colours or begins a line.
inline std::string printable(llvm::StringRef Text) {
  std::string Result = Text.str();
  for (char &C : Result)
    if (static_cast<unsigned char>(C) < 0x20 || C == 0x7f)
      C = '?';
  return Result;
}

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_PROJECT_UTF8_H
