// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Paths and messages come from sources in any encoding, and from people one
// need not trust.

#ifndef TIDEPOOL_DRIVER_PROJECT_UTF8_H
#define TIDEPOOL_DRIVER_PROJECT_UTF8_H

#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"
#include <string>

namespace tidepool {

/// \p Text as JSON can hold it.
inline std::string utf8(llvm::StringRef Text) {
  return llvm::json::isUTF8(Text) ? Text.str() : llvm::json::fixUTF8(Text);
}

/// \p Bytes in JSON, to be had back as they are: paths and texts of files.
inline std::string packed(llvm::StringRef Bytes) {
  return llvm::json::isUTF8(Bytes) ? ("=" + Bytes).str() : llvm::toHex(Bytes);
}

/// False where \p Text is not what packed() gives.
inline bool unpack(llvm::StringRef Text, std::string &Bytes) {
  if (!Text.consume_front("="))
    return llvm::tryGetFromHex(Text, Bytes);
  Bytes = Text.str();
  return true;
}

/// What controls a terminal: those below the blank, and their likes with the
/// eighth bit, which UTF-8 begins with 0xC2.
inline bool isControl(llvm::StringRef Text, size_t At) {
  unsigned char C = Text[At];
  return C < 0x20 || C == 0x7f ||
         (C == 0xc2 && At + 1 < Text.size() &&
          static_cast<unsigned char>(Text[At + 1]) < 0xa0);
}

/// \p Text as a terminal can show it on one line: nothing in it moves the
/// cursor, sets colours or begins a line.
inline std::string printable(llvm::StringRef Text) {
  std::string Whole = utf8(Text);
  std::string Result;
  for (size_t I = 0; I < Whole.size(); ++I) {
    if (!isControl(Whole, I)) {
      Result += Whole[I];
      continue;
    }
    Result += '?';
    I += static_cast<unsigned char>(Whole[I]) == 0xc2;
  }
  return Result;
}

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_PROJECT_UTF8_H
