// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How grave a team takes a check's messages, by the option Severity of
// .clang-tidy files: "error", or "per-item=error; pooled=off".

#ifndef TIDEPOOL_DRIVER_RUN_SEVERITYRULES_H
#define TIDEPOOL_DRIVER_RUN_SEVERITYRULES_H

#include "CheckInfo.h"
#include "findings/Finding.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include <map>
#include <optional>
#include <string>

namespace tidepool {

class SeverityRules {
public:
  /// Fails on words that name neither a severity nor a message of the check.
  static llvm::Expected<SeverityRules> parse(const CheckInfo &Check,
                                             llvm::StringRef Text);

  /// Nothing: it is switched off.
  std::optional<Severity> of(llvm::StringRef MessageId) const;

private:
  std::optional<Severity> All = Severity::Warning;
  std::map<std::string, std::optional<Severity>> Messages;
};

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_SEVERITYRULES_H
