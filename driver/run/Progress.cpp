// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Progress.h"
#include <string>

using namespace llvm;

namespace tidepool {

constexpr std::chrono::milliseconds BetweenDrawings{100};
constexpr size_t BarWidth = 24;
/// Back to the line's start, and wipe it.
constexpr char Wiped[] = "\r\x1b[K";

static std::string about(std::chrono::seconds Time) {
  int64_t Seconds = Time.count();
  if (Seconds < 60)
    return std::to_string(Seconds) + " s";
  if (Seconds < 3600)
    return std::to_string((Seconds + 30) / 60) + " min";
  return std::to_string(Seconds / 3600) + " h " +
         std::to_string(Seconds % 3600 / 60) + " min";
}

Progress::Progress(raw_ostream &Out, bool On, size_t Total)
    : Out(Out), On(On && Total > 1), Total(Total) {
  if (this->On)
    draw();
}

Progress::~Progress() {
  if (On) {
    Out << Wiped;
    Out.flush();
  }
}

void Progress::oneEnded() {
  ++Done;
  if (On && Clock::now() - Drawn >= BetweenDrawings)
    draw();
}

void Progress::draw() {
  Drawn = Clock::now();
  size_t Filled = Done * BarWidth / Total;
  Out << Wiped << '[' << std::string(Filled, '=')
      << std::string(BarWidth - Filled, ' ') << "] " << Done << '/' << Total
      << " units";
  // Units differ too much for a guess from the first.
  if (Done >= 2 && Done < Total) {
    auto Left = (Drawn - Started) * (Total - Done) / Done;
    Out << ", about "
        << about(std::chrono::duration_cast<std::chrono::seconds>(Left))
        << " left";
  }
  Out.flush();
}

} // namespace tidepool
