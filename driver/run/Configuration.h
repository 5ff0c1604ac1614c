// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the .clang-tidy files and the command line say of one unit.

#ifndef TIDEPOOL_DRIVER_RUN_CONFIGURATION_H
#define TIDEPOOL_DRIVER_RUN_CONFIGURATION_H

#include "SeverityRules.h"
#include "clang-tidy/ClangTidyOptions.h"
#include "findings/Finding.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tidepool {

struct ConfigurationRequest {
  /// Replaces the choice that the files make.
  std::optional<std::string> Checks;
  /// "core" or "strict"; empty: as the files say.
  std::string Level;
  bool ShowExcused = false;
};

class Configuration {
public:
  explicit Configuration(ConfigurationRequest Request);
  ~Configuration();

  /// The options to run \p File with. Fails where a .clang-tidy file is broken
  /// or no check is left.
  llvm::Expected<clang::tidy::ClangTidyOptions> forFile(llvm::StringRef File);

  /// How grave a finding of ours is by the files around it; nothing: it is
  /// switched off. Fails where they say what makes no sense.
  llvm::Expected<std::optional<Severity>> severityOf(const Finding &One);

  /// Which files decided, for --verbose; each said once.
  const std::vector<std::string> &details() const { return Details; }

  /// Names of before that the files or the command line use; each said once.
  const std::vector<std::string> &notices() const { return Notices; }

private:
  /// Puts the names of today in place of those of before.
  void renameIn(clang::tidy::ClangTidyOptions &Options);
  /// Fails where a .clang-tidy from \p Folder upward cannot be read.
  llvm::Error checkReadable(llvm::StringRef Folder);
  void describe(llvm::StringRef Source, llvm::StringRef Checks);

  ConfigurationRequest Request;
  std::string BrokenFile;
  /// The folders that have no .clang-tidy, or one that can be read.
  llvm::StringSet<> Readable;
  /// The files whose names of ours are all known.
  llvm::StringSet<> Validated;
  std::unique_ptr<clang::tidy::FileOptionsProvider> Files;
  std::vector<std::string> Details, Notices;
};

/// Fails where a glob of \p Globs that is not a plain `-*` names no check.
llvm::Error validateChecks(llvm::StringRef Globs);

/// "; did you mean 'x'?" with the check nearest to \p Name, or nothing.
std::string didYouMean(llvm::StringRef Name);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_CONFIGURATION_H
