// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "MessageId.h"
#include "Registry.h"
#include "llvm/Support/Regex.h"
#include <map>

using namespace llvm;

namespace tidepool {
namespace {

struct Pattern {
  Regex Expression;
  size_t OwnLetters = 0;
};

/// clang's diagnostic format -> what its instances match: "%0" and
/// "%select{...}0" stand for anything.
Pattern patternOf(StringRef Format) {
  std::string Text = "^";
  size_t Own = 0;
  while (!Format.empty()) {
    size_t Plain = Format.find('%');
    StringRef Words = Format.take_front(Plain);
    Text += Regex::escape(Words);
    Own += Words.size();
    if (Plain == StringRef::npos)
      break;
    Format = Format.drop_front(Plain + 1);
    if (Format.consume_front("%")) {
      Text += '%';
      continue;
    }
    Text += ".*";
    Format = Format.drop_while([](char C) { return isAlpha(C); });
    if (Format.starts_with("{")) {
      unsigned Depth = 0;
      Format = Format.drop_while([&](char C) {
        Depth += C == '{';
        Depth -= C == '}';
        return Depth > 0;
      });
      Format = Format.drop_front(Format.empty() ? 0 : 1);
    }
    // The number of the argument has one digit.
    Format = Format.drop_front(Format.empty() ? 0 : 1);
  }
  return {Regex(Text + "$"), Own};
}

} // namespace

const MessageInfo *messageOf(StringRef Check, StringRef Text) {
  static std::map<const MessageInfo *, Pattern> Patterns;
  const CheckInfo *Info = findCheck(Check);
  if (!Info)
    return nullptr;
  const MessageInfo *Best = nullptr;
  size_t Most = 0;
  for (const MessageInfo &One : Info->Messages) {
    auto Known = Patterns.find(&One);
    if (Known == Patterns.end())
      Known = Patterns.emplace(&One, patternOf(One.Text)).first;
    const Pattern &Like = Known->second;
    if ((!Best || Like.OwnLetters > Most) && Like.Expression.match(Text)) {
      Best = &One;
      Most = Like.OwnLetters;
    }
  }
  return Best;
}

} // namespace tidepool
