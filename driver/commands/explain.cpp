// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Commands.h"
#include "Describe.h"
#include "Options.h"
#include "Registry.h"
#include "run/Configuration.h"

using namespace llvm;

namespace tidepool {
namespace {

/// What CheckInfo alone tells of a check that has no page.
void writeBrief(const CheckInfo &Info) {
  outs() << "# " << StringRef(Info.Name) << "\n\n"
         << StringRef(Info.Summary) << ".\n\n## Messages\n\n";
  for (const MessageInfo &Message : Info.Messages)
    outs() << "- " << StringRef(Message.Id) << " (" << nameOf(Message.Severity)
           << "): " << StringRef(Message.Text) << '\n';
  if (!Info.Options.empty())
    outs() << "\n## Options\n\n";
  for (const OptionInfo &Option : Info.Options) {
    outs() << "- " << StringRef(Info.Name) << '.' << StringRef(Option.Name)
           << " (" << nameOf(Option.Type);
    if (!Option.Choices.empty())
      outs() << ": " << StringRef(Option.Choices);
    outs() << ", default '" << StringRef(Option.Default)
           << "'): " << StringRef(Option.Help) << '\n';
  }
  if (!Info.Identifiers.empty())
    outs() << "\n## In other catalogues\n\n";
  for (const Identifier &Other : Info.Identifiers)
    outs() << "- " << StringRef(Other.Catalogue) << ' ' << StringRef(Other.Id)
           << ": " << StringRef(Other.Title)
           << (Other.Exact ? "" : " (related)") << '\n';
}

} // namespace

int explainCommand(ArrayRef<const char *> Arguments) {
  Options Known("tidepool explain CHECK",
                "Shows the check's page: what happens, what to do, messages, "
                "options. The prefix\n'tidepool-' may be left out.");
  Expected<std::vector<std::string>> Words = Known.parse(Arguments);
  if (!Words)
    return usageError(Words.takeError());
  if (Known.helpShown())
    return Clean;
  if (Words->size() != 1)
    return usageError(
        "'explain' wants one check; 'tidepool checks' lists them");
  const CheckInfo *Info = findCheck(Words->front());
  if (!Info)
    return usageError("there is no check '" + Words->front() + "'" +
                      didYouMean(Words->front()) +
                      "; 'tidepool checks' lists them");
  // The page has the tables of CheckInfo too; a test keeps them equal.
  if (StringRef Page = pageOf(*Info); !Page.empty())
    outs() << Page.rtrim() << '\n';
  else
    writeBrief(*Info);
  return Clean;
}

} // namespace tidepool
