// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Ctrl-C ends a run, and what was found so far is shown.

#ifndef TIDEPOOL_DRIVER_RUN_INTERRUPT_H
#define TIDEPOOL_DRIVER_RUN_INTERRUPT_H

namespace tidepool {

/// While it lives, SIGINT and SIGTERM are noted and end nothing. One at a time.
class Interrupt {
public:
  Interrupt();
  Interrupt(const Interrupt &) = delete;
  Interrupt &operator=(const Interrupt &) = delete;
  ~Interrupt();

  /// Can be read from once a signal has come; -1 if there is no such thing.
  static int pipe();
  /// The signal that has come in this process; 0: none.
  static int signal();
  /// To be called in a child: it leaves the signals to its parent.
  static void ignore();
};

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_INTERRUPT_H
