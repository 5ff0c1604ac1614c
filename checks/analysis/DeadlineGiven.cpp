// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "DeadlineGiven.h"
#include "Spawn.h"
#include "WaitTime.h"
#include <vector>

using namespace clang;

namespace tidepool {

Deadline deadlineGiven(Facts &F, const Expr *Wait) {
  const Entry *Api = F.entry(Wait);
  if (!Api->Deadline ||
      (Api->Deadline->On && Api->Deadline->Does != DeadlineRole::What::Ready &&
       Api->Deadline->Keys.empty() && Api->Deadline->LaterKeys.empty()))
    return deadlineIs(Deadline::Kind::NotSet, "");
  const DeadlineRole &Role = *Api->Deadline;
  if (Role.Does == DeadlineRole::What::Perhaps)
    return unknownDeadline("its arguments may say that it does not wait");
  if (!Role.Keys.empty() || !Role.LaterKeys.empty()) {
    const Expr *Text =
        objectOf(Wait, {ObjectPlace::Kind::Argument, *Role.Time});
    std::vector<std::string> All = Role.Keys;
    // A text that sets a deadline for what follows waits for little itself.
    All.insert(All.end(), Role.LaterKeys.begin(), Role.LaterKeys.end());
    KeyInText Found = keyIn(F, Text, Role.Keys.empty() ? All : Role.Keys);
    if (Found == KeyInText::Present)
      return deadlineIs(Deadline::Kind::Set, "its text says how long", Text);
    if (Found == KeyInText::Unknown && !Role.Keys.empty())
      return unknownDeadline("the text that may name a timeout is not seen",
                             Text);
    return deadlineIs(Deadline::Kind::NotSet, "");
  }
  WaitTime Time = timeGiven(F, Wait, Role);
  switch (Time.Is) {
  case WaitTime::Kind::Forever:
    return deadlineIs(
        Deadline::Kind::Infinite, "",
        objectOf(Wait, {ObjectPlace::Kind::Argument, *Role.Time}));
  case WaitTime::Kind::Given: {
    Deadline Found =
        deadlineIs(Deadline::Kind::Set, "it is given a time", Wait);
    Found.Seconds = Time.Seconds;
    return Found;
  }
  case WaitTime::Kind::Unknown:
    return unknownDeadline("its time is not seen");
  }
  return {};
}

} // namespace tidepool
