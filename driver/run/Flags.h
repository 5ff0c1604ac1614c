// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A build's command line as clang will take it. Compilation databases come from
// elsewhere: from other compilers, and from people one need not trust.

#ifndef TIDEPOOL_DRIVER_RUN_FLAGS_H
#define TIDEPOOL_DRIVER_RUN_FLAGS_H

#include <string>
#include <vector>

namespace tidepool {

struct AdjustedCommand {
  std::vector<std::string> Arguments;
  /// What was taken out and could matter, for --verbose.
  std::vector<std::string> Dropped;
};

/// Takes out what loads code, writes files, needs another compiler's output or
/// is unknown to this clang; warnings are silenced, for they are not ours.
/// \p Command begins with the compiler and names the source.
AdjustedCommand adjustCommand(const std::vector<std::string> &Command);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_FLAGS_H
