// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A year's core messages and defaults, which a project's .tidepool.yaml can
// hold on to: `edition: 2026`. An upgrade of Tidepool then adds no finding that
// the edition had not. checks/editions/ has the table of each.

#ifndef TIDEPOOL_CHECKS_EDITION_H
#define TIDEPOOL_CHECKS_EDITION_H

#include "CheckInfo.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace clang::tidy {
class ClangTidyContext;
} // namespace clang::tidy

namespace tidepool {

class Edition {
public:
  /// The one that holds for the file that \p Context is about; null where none
  /// was asked for. One that there is not is told of by who loads the file.
  static const Edition *of(const clang::tidy::ClangTidyContext &Context);

  static const Edition *named(llvm::StringRef Name);

  /// \p Text as it stands in checks/editions/.
  explicit Edition(llvm::StringRef Text);

  /// Its level then; nothing for a message that there was not yet.
  std::optional<Level> levelOf(llvm::StringRef Check,
                               llvm::StringRef Message) const;
  /// The default then; nothing for an option that there was not yet. Without
  /// \p Check, that of an option which all checks share.
  std::optional<llvm::StringRef> defaultOf(llvm::StringRef Check,
                                           llvm::StringRef Option) const;
  bool hasCheck(llvm::StringRef Check) const;

private:
  llvm::StringMap<Level> Levels;
  llvm::StringMap<llvm::StringRef> Defaults;
};

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_EDITION_H
