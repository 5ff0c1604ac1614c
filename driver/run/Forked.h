// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Small questions about many units, asked in a few processes: each may crash
// whoever asks it, and neighbours share what they have read.

#ifndef TIDEPOOL_DRIVER_RUN_FORKED_H
#define TIDEPOOL_DRIVER_RUN_FORKED_H

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tidepool {

/// Answers one question, as one line of text.
using Answerer = std::function<std::string(size_t)>;

/// The answers to questions 0 to \p Count; nothing where whoever was asked
/// died of it or took longer than \p Seconds (0: as long as it likes), and
/// after an interruption. Each process makes an Answerer of its own. To be
/// called while this one has one thread.
std::vector<std::optional<std::string>>
askInProcesses(size_t Count, unsigned Processes, unsigned Seconds,
               const std::function<Answerer()> &Make);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_RUN_FORKED_H
