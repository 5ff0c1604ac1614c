// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "SpawnAdvice.h"
#include "Forwarded.h"

using namespace clang;

namespace tidepool {

static std::string adviceFor(const Spawn &Started, const Magnitude &Many) {
  if (Many.Explicit)
    return "lower the bound: some tasks a core for work that waits, one a core "
           "for work that computes";
  if (Many.Useless.Is == Limiter::Kind::FreedEarly)
    return "let the task itself give the permit back, when it ends";
  if (Many.Useless.Is == Limiter::Kind::InsideTask)
    return "take the permit before the start, and let the task give it back";
  return Started.Api->Counterpart.empty()
             ? ""
             : "bound it with " + Started.Api->Counterpart;
}

Reasons reasonsFor(const Spawn &Started, const Magnitude &Many) {
  Reasons Notes;
  if (Many.Around)
    Notes.push_back({Many.Around->place(), "in this loop"});
  Notes.append(Many.Because.begin(), Many.Because.end());
  addForwarded(Notes, Started.Site->getBeginLoc(), Started.Api);
  Notes.append(Many.Useless.Because.begin(), Many.Useless.Because.end());
  if (std::string Advice = adviceFor(Started, Many); !Advice.empty())
    Notes.push_back({Many.Place->getBeginLoc(), Advice});
  return Notes;
}

} // namespace tidepool
