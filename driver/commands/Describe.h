// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// CheckInfo's enumerators as words of the command line.

#ifndef TIDEPOOL_DRIVER_COMMANDS_DESCRIBE_H
#define TIDEPOOL_DRIVER_COMMANDS_DESCRIBE_H

#include "CheckInfo.h"
#include "llvm/ADT/StringRef.h"

namespace tidepool {

inline llvm::StringRef nameOf(Level Value) {
  return Value == Level::Core ? "core" : "strict";
}

inline llvm::StringRef nameOf(MergeRule Value) {
  return Value == MergeRule::Any ? "any" : "all";
}

inline llvm::StringRef nameOf(OptionType Value) {
  switch (Value) {
  case OptionType::Unsigned:
    return "unsigned";
  case OptionType::Choice:
    return "choice";
  case OptionType::List:
    return "list";
  }
  return "";
}

inline llvm::StringRef nameOf(FixKind Value) {
  switch (Value) {
  case FixKind::None:
    return "none";
  case FixKind::Suggestion:
    return "suggestion";
  case FixKind::Safe:
    return "safe";
  }
  return "";
}

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_COMMANDS_DESCRIBE_H
