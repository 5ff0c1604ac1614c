// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Options.h"
#include "Commands.h"
#include "findings/Nearest.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace tidepool {

static Error mistake(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

/// As it is written: "-j", "--level".
static std::string dashed(StringRef Name) {
  return ((Name.size() == 1 ? "-" : "--") + Name).str();
}

void Options::flag(StringRef Name, bool &Value, StringRef Help) {
  value(
      Name, "",
      [&Value](StringRef) -> Error {
        Value = true;
        return Error::success();
      },
      Help);
}

void Options::value(StringRef Name, StringRef ValueName,
                    std::function<Error(StringRef)> Set, StringRef Help) {
  All.push_back({Name.str(), ValueName.str(), std::move(Set), Help.str()});
}

void Options::value(StringRef Name, StringRef ValueName, std::string &Value,
                    StringRef Help) {
  value(
      Name, ValueName,
      [&Value](StringRef Given) -> Error {
        Value = Given.str();
        return Error::success();
      },
      Help);
}

void Options::number(StringRef Name, StringRef ValueName, unsigned &Value,
                     unsigned Least, StringRef Help) {
  value(
      Name, ValueName,
      [&Value, Least](StringRef Given) -> Error {
        if (Given.getAsInteger(10, Value) || Value < Least)
          return mistake("'" + Given + "' is no number from " + Twine(Least) +
                         " on");
        return Error::success();
      },
      Help);
}

void Options::choice(StringRef Name, StringRef Choices, std::string &Value,
                     StringRef Help) {
  value(
      Name, Choices,
      [&Value, Choices](StringRef Given) -> Error {
        SmallVector<StringRef, 4> Words;
        Choices.split(Words, '|');
        if (!is_contained(Words, Given))
          return mistake("'" + Given + "' is none of " + Choices +
                         didYouMean(Given, Words));
        Value = Given.str();
        return Error::success();
      },
      Help);
}

Options::Option *Options::find(StringRef Name) {
  for (Option &One : All)
    if (One.Name == Name)
      return &One;
  return nullptr;
}

std::string Options::nearest(StringRef Name) const {
  for (const Option &One : All)
    if (One.Name.size() > 1 && StringRef(One.Name).edit_distance(Name) <= 2)
      return "; did you mean '" + dashed(One.Name) + "'?";
  return {};
}

Expected<std::vector<std::string>>
Options::parse(ArrayRef<const char *> Arguments) {
  std::vector<std::string> Words;
  for (size_t I = 0; I < Arguments.size(); ++I) {
    StringRef Argument = Arguments[I];
    if (Argument == "--" && Rest) {
      Rest->emplace(Arguments.begin() + I + 1, Arguments.end());
      break;
    }
    if (!Argument.starts_with("-") || Argument == "-") {
      Words.push_back(Argument.str());
      continue;
    }
    bool Long = Argument.starts_with("--");
    auto [Name, Value] = Argument.drop_front(Long ? 2 : 1).split('=');
    bool HasValue = Argument.contains('=');
    if (Name == "help" || Name == "h") {
      writeHelp(outs());
      HelpShown = true;
      return Words;
    }
    Option *Known = find(Name);
    if (!Known && !Long && (Known = find(Argument.substr(1, 1))) &&
        !Known->ValueName.empty()) {
      Value = Argument.drop_front(2);
      HasValue = true;
    } else if (!Known || (!Long && Known->Name != Name)) {
      return mistake("unknown option '" + Argument + "'" + nearest(Name));
    }
    std::string Spelled = dashed(Known->Name);
    if (Known->ValueName.empty()) {
      if (HasValue)
        return mistake(Spelled + " takes no value");
    } else if (!HasValue) {
      if (++I == Arguments.size())
        return mistake(Spelled + " needs a value: " + Known->ValueName);
      Value = Arguments[I];
    }
    if (Error Wrong = Known->Set(Value))
      return mistake(Spelled + ": " + toString(std::move(Wrong)));
  }
  return Words;
}

void Options::writeHelp(raw_ostream &Out) const {
  Out << "usage: " << Usage << "\n\n" << Overview << "\n";
  if (All.empty())
    return;
  Out << '\n';
  for (const Option &One : All) {
    std::string Left = "  " + dashed(One.Name);
    if (!One.ValueName.empty())
      Left += " " + One.ValueName;
    Out << Left;
    if (Left.size() < 26)
      Out.indent(26 - Left.size());
    else
      (Out << '\n').indent(26);
    Out << One.Help << '\n';
  }
}

int usageError(const Twine &Message) {
  errs() << "tidepool: error: " << Message << '\n';
  return Usage;
}

int usageError(Error Wrong) { return usageError(toString(std::move(Wrong))); }

} // namespace tidepool
