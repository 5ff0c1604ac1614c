// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// NOLINT comments that name our checks, and whether they silence anything.
// clang-tidy keeps that to itself, so what the checks say is heard before it.

#ifndef TIDEPOOL_DRIVER_RUN_NOLINTS_H
#define TIDEPOOL_DRIVER_RUN_NOLINTS_H

#include "Functions.h"
#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/PPCallbacks.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>
#include <string>
#include <vector>

namespace tidepool {

/// One name in one comment.
struct NoLintName {
  std::string File;
  /// Of the word NOLINT.
  uint64_t Offset = 0;
  /// As it is written: "tidepool-unlimited-gather", "tidepool-*".
  std::string Name;
  bool Used = false;
  /// Why it silences nothing, in words.
  std::string Message;
  /// What to remove, where that is all that the comment says.
  uint64_t CutOffset = 0;
  uint64_t CutLength = 0;
};

class NoLints {
public:
  NoLints(clang::tidy::ClangTidyContext &Checks, const Functions &Defined)
      : Checks(Checks), Defined(Defined) {}

  /// Every diagnostic of the unit, silenced or not.
  void hear(clang::DiagnosticsEngine::Level Level,
            const clang::Diagnostic &Info);

  /// Takes down what the preprocessor passes over.
  std::unique_ptr<clang::PPCallbacks>
  callbacks(const clang::SourceManager &Sources);

  /// The names in \p File of which this unit can tell. Silent are those that
  /// find nothing here and may elsewhere: where the check is off, where code is
  /// not compiled, in macros and in templates.
  std::vector<NoLintName> judge(const clang::SourceManager &Sources,
                                const clang::LangOptions &Language,
                                clang::FileID File) const;

private:
  struct Heard {
    uint64_t Offset = 0;
    std::string Check;
  };
  struct Range {
    uint64_t Begin = 0;
    uint64_t End = 0;
  };
  class Watch;

  void keep(const clang::SourceManager &Sources, clang::SourceLocation At,
            const std::string &Check);

  clang::tidy::ClangTidyContext &Checks;
  const Functions &Defined;
  llvm::DenseMap<const clang::FileEntry *, std::vector<Heard>> Said;
  llvm::DenseMap<const clang::FileEntry *, std::vector<Range>> Skipped;
  /// Let go by the check, which may have kept a message back.
  std::string PendingCheck;
  clang::SourceLocation PendingAt;
};

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_NOLINTS_H
