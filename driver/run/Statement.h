// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The words of a statement, free of layout and comments.

#ifndef TIDEPOOL_DRIVER_RUN_STATEMENT_H
#define TIDEPOOL_DRIVER_RUN_STATEMENT_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace tidepool {

/// The tokens of \p Text from \p Offset on, where one begins, with a blank
/// between them, up to the end of the statement or to a block in it: what a
/// lambda does may change without its start becoming another one.
std::string statementAt(llvm::StringRef Text, size_t Offset);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_STATEMENT_H
