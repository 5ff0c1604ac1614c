// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Severities as words of the command line, of configuration and of the output.

#ifndef TIDEPOOL_DRIVER_FINDINGS_SEVERITYNAME_H
#define TIDEPOOL_DRIVER_FINDINGS_SEVERITYNAME_H

#include "Finding.h"
#include "llvm/ADT/StringRef.h"

namespace tidepool {

inline llvm::StringRef nameOf(Severity Weight) {
  switch (Weight) {
  case Severity::Error:
    return "error";
  case Severity::Warning:
    return "warning";
  case Severity::Info:
    return "info";
  }
  return "";
}

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_FINDINGS_SEVERITYNAME_H
