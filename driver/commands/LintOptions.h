// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The options that all commands have which look at code.

#ifndef TIDEPOOL_DRIVER_COMMANDS_LINTOPTIONS_H
#define TIDEPOOL_DRIVER_COMMANDS_LINTOPTIONS_H

#include "Options.h"
#include "findings/Report.h"
#include "format/Format.h"
#include "run/Lint.h"

namespace tidepool {

struct LintOptions {
  LintRequest Request;
  std::string Color = "auto";

  void addTo(Options &Into);

  /// For what is written to stdout; \p ToTerminal: if it is one.
  TextStyle style(bool ToTerminal) const;
};

/// Says on stderr what is wrong in configuration files and which units could
/// not be analysed and why. The status that this alone asks for, or Clean.
int reportTrouble(const Report &Whole);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_COMMANDS_LINTOPTIONS_H
