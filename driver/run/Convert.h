// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// clang-tidy's diagnostics -> findings.

#ifndef TIDEPOOL_DRIVER_RUN_CONVERT_H
#define TIDEPOOL_DRIVER_RUN_CONVERT_H

#include "Functions.h"
#include "NoLints.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "findings/Finding.h"
#include "clang/Basic/FileManager.h"
#include "llvm/ADT/StringMap.h"
#include <optional>

namespace tidepool {

class Converter {
public:
  /// Reads the sources through \p Files, whose folder is the unit's.
  Converter(clang::FileManager &Files, const Functions &Around)
      : Files(Files), Around(Around) {}

  Finding convert(const clang::tidy::ClangTidyError &Error);

  Finding convert(const NoLintName &Name);

  std::string canonical(llvm::StringRef Path);

private:
  Place place(llvm::StringRef Path, uint64_t Offset);
  Edit edit(llvm::StringRef Path, uint64_t Offset, uint64_t Length,
            llvm::StringRef Replacement);
  std::vector<Edit> edits(const clang::tooling::DiagnosticMessage &Message);

  /// The text of a file, which ends with a zero; empty if it cannot be read.
  llvm::StringRef textOf(llvm::StringRef Path);

  clang::FileManager &Files;
  const Functions &Around;
  llvm::StringMap<std::unique_ptr<llvm::MemoryBuffer>> Texts;
  llvm::StringMap<std::string> Canonical;
};

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_CONVERT_H
