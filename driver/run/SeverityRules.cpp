// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "SeverityRules.h"
#include "findings/Nearest.h"
#include "findings/SeverityName.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace tidepool {

static Error mistake(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

static Expected<std::optional<Severity>> severityFrom(StringRef Word) {
  if (Word == "off")
    return std::nullopt;
  SmallVector<StringRef, 4> Known = {"off"};
  for (Severity One : {Severity::Info, Severity::Warning, Severity::Error}) {
    if (Word == nameOf(One))
      return One;
    Known.push_back(nameOf(One));
  }
  return mistake("'" + Word + "' is none of error, warning, info and off" +
                 didYouMean(Word, Known));
}

Expected<SeverityRules> SeverityRules::parse(const CheckInfo &Check,
                                             StringRef Text) {
  SeverityRules Result;
  SmallVector<StringRef, 4> Ids;
  for (const MessageInfo &Message : Check.Messages)
    Ids.push_back(Message.Id);
  SmallVector<StringRef, 4> Rules;
  Text.split(Rules, ';', -1, /*KeepEmpty=*/false);
  for (StringRef Rule : Rules) {
    auto [Left, Right] = Rule.split('=');
    bool ForOne = Rule.contains('=');
    Expected<std::optional<Severity>> Weight =
        severityFrom((ForOne ? Right : Left).trim());
    if (!Weight)
      return Weight.takeError();
    StringRef Id = Left.trim();
    if (!ForOne)
      Result.All = *Weight;
    else if (!is_contained(Ids, Id))
      return mistake(StringRef(Check.Name) + " has no message '" + Id + "'" +
                     didYouMean(Id, Ids));
    else
      Result.Messages[Id.str()] = *Weight;
  }
  return Result;
}

std::optional<Severity> SeverityRules::of(StringRef MessageId) const {
  auto Known = Messages.find(MessageId.str());
  return Known == Messages.end() ? All : Known->second;
}

} // namespace tidepool
