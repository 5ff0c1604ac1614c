// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GitHub's workflow commands, which become annotations of a pull request.

#include "Format.h"
#include "project/Paths.h"
#include "project/Utf8.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace tidepool {
namespace {

/// GitHub shows so many of a kind for each step, and drops the rest unsaid.
constexpr size_t MaxOfKind = 10;

/// What ends a command, or begins another one, must not stand in it.
std::string escaped(StringRef Text, StringRef Special) {
  std::string Result;
  for (size_t I = 0; I < Text.size(); ++I) {
    // Of one that is two bytes long, the second one is no less a part.
    bool Second = I > 0 && Text[I - 1] == '\xc2' && isControl(Text, I - 1);
    if (isControl(Text, I) || Second || Special.contains(Text[I]))
      Result += "%" + toHex(Text.substr(I, 1));
    else
      Result += Text[I];
  }
  return Result;
}

std::string inData(StringRef Text) { return escaped(Text, "%"); }
std::string inProperty(StringRef Text) { return escaped(Text, "%:,"); }

StringRef commandOf(Severity Weight) {
  switch (Weight) {
  case Severity::Error:
    return "error";
  case Severity::Warning:
    return "warning";
  case Severity::Info:
    return "notice";
  }
  return "";
}

} // namespace

void writeGithub(raw_ostream &Out, const Report &Whole, const Shown &) {
  size_t Written[3] = {};
  size_t More = 0;
  for (const Finding &One : Whole.Findings) {
    if (Written[static_cast<size_t>(One.Weight)]++ >= MaxOfKind) {
      ++More;
      continue;
    }
    std::string Text = One.Message;
    for (const Note &Said : One.Notes) {
      Text += "\n";
      if (!Said.At.Path.empty())
        Text += projectPath(Said.At.Path) + ":" + std::to_string(Said.At.Line) +
                ": ";
      Text += Said.Message;
    }
    Out << "::" << commandOf(One.Weight)
        << " file=" << inProperty(utf8(projectPath(One.At.Path)))
        << ",line=" << One.At.Line << ",col=" << One.At.Column
        << ",title=" << inProperty(One.Check) << "::" << inData(utf8(Text))
        << '\n';
  }
  if (More)
    Out << "::notice title=tidepool::" << More
        << (More == 1 ? " more finding is" : " more findings are")
        << " in the log, beyond what GitHub shows as annotations\n";
}

} // namespace tidepool
