// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "CheckInfo.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"

using llvm::StringRef;

namespace tidepool {

bool isValueOf(const OptionInfo &Option, std::string_view Text) {
  switch (Option.Type) {
  case OptionType::Unsigned: {
    unsigned Number = 0;
    return !StringRef(Text).getAsInteger(10, Number);
  }
  case OptionType::Choice: {
    llvm::SmallVector<StringRef, 4> Choices;
    StringRef(Option.Choices).split(Choices, '|');
    return llvm::is_contained(Choices, StringRef(Text));
  }
  case OptionType::List:
    return true;
  }
  return true;
}

} // namespace tidepool
