// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How far a run is, and how long the rest may take, on one line of a terminal.

#ifndef TIDEPOOL_DRIVER_RUN_PROGRESS_H
#define TIDEPOOL_DRIVER_RUN_PROGRESS_H

#include "llvm/Support/raw_ostream.h"
#include <chrono>

namespace tidepool {

class Progress {
public:
  /// Shows nothing unless \p On.
  Progress(llvm::raw_ostream &Out, bool On, size_t Total);
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;
  /// Leaves the line as it was.
  ~Progress();

  void oneEnded();

private:
  using Clock = std::chrono::steady_clock;
  void draw();

  llvm::raw_ostream &Out;
  bool On;
  size_t Total;
  size_t Done = 0;
  Clock::time_point Started = Clock::now();
  Clock::time_point Drawn;
};

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_PROGRESS_H
