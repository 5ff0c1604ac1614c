// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The whole way from a request to a report; `lint` and `why` share it.

#ifndef TIDEPOOL_DRIVER_RUN_LINT_H
#define TIDEPOOL_DRIVER_RUN_LINT_H

#include "Configuration.h"
#include "Project.h"
#include "Scheduler.h"
#include "findings/Report.h"
#include "project/Patch.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>
#include <string>
#include <vector>

namespace tidepool {

struct LintRequest {
  ProjectRequest What;
  ConfigurationRequest Configuration;
  /// HeaderFilter's globs; none: every header that is not a system header.
  std::vector<std::string> Headers;
  /// A revision: only what is new since then is found. Empty: all is.
  std::string Since;
  /// Only what lies on lines that it changes is found.
  std::optional<Patch> Changed;
  /// Find NOLINT comments that silence nothing.
  bool UnusedNoLints = false;
  Limits Within;
  /// Where results are kept; empty: nowhere.
  std::string CacheFolder;
  bool NoCache = false;
  /// Parse units that cannot hold a candidate, too.
  bool NoPrefilter = false;
  /// Parse and instantiate all that system headers hold.
  bool NoLazyBodies = false;
  /// Measure what the checks cost.
  bool Profile = false;
  bool Verbose = false;
  /// Show how far the run is.
  bool Progress = false;
  bool Quiet = false;
};

/// Fails on whatever is a usage or configuration error. \p Log takes hints and,
/// where asked for, details.
llvm::Expected<Report> lint(const LintRequest &Request, llvm::raw_ostream &Log);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_LINT_H
