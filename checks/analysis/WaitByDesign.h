// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Is it the purpose of this code to wait? Loops that take what comes until
// somebody ends them, and code that cleans up, where giving up early would
// leave something behind.

#ifndef TIDEPOOL_CHECKS_ANALYSIS_WAITBYDESIGN_H
#define TIDEPOOL_CHECKS_ANALYSIS_WAITBYDESIGN_H

#include "Facts.h"
#include "Loop.h"
#include <optional>
#include <string>

namespace tidepool {

/// Does \p Wait stand in a destructor, or in a function whose name says that it
/// ends something? The words say which.
std::optional<std::string> cleansUp(Facts &F, const clang::Expr *Wait);

/// Does \p Wait only send a few bytes that are written there, which the kernel
/// takes at once? Not where it does so again and again.
bool sendsLittle(Facts &F, const clang::Expr *Wait);

/// Does \p Wait accept what the same function connects, in a thread of its own
/// or before: both ends are this process's?
bool acceptsItself(Facts &F, const clang::Expr *Wait);

/// Does \p L only repeat \p Wait after an interruption: it has no body, or its
/// condition is about the result of the wait?
bool triesAgain(Facts &F, const Loop &L, const clang::Expr *Wait);

enum class ServerLoop {
  No,
  Yes,
  Perhaps, ///< what it waits for, or how the loop ends, allows both
};
/// Is \p Wait what a server's loop, an event loop or a worker turns around?
ServerLoop serverLoop(Facts &F, const clang::Expr *Wait);

} // namespace tidepool

#endif // TIDEPOOL_CHECKS_ANALYSIS_WAITBYDESIGN_H
