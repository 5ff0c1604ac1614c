// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Commands.h"
#include "Describe.h"
#include "Options.h"
#include "Registry.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace tidepool {
namespace {

json::Array words(std::span<const std::string_view> Words) {
  json::Array Result;
  for (std::string_view Word : Words)
    Result.push_back(StringRef(Word));
  return Result;
}

json::Value describe(const CheckInfo &Info) {
  json::Array Options;
  for (const OptionInfo &Option : Info.Options) {
    json::Object Described{{"name", StringRef(Option.Name)},
                           {"type", nameOf(Option.Type)},
                           {"default", StringRef(Option.Default)},
                           {"help", StringRef(Option.Help)}};
    if (!Option.Choices.empty()) {
      SmallVector<StringRef, 4> Choices;
      StringRef(Option.Choices).split(Choices, '|');
      Described["choices"] = json::Array(Choices);
    }
    Options.push_back(std::move(Described));
  }
  json::Array Messages;
  for (const MessageInfo &Message : Info.Messages)
    Messages.push_back(json::Object{{"id", StringRef(Message.Id)},
                                    {"level", nameOf(Message.Severity)},
                                    {"text", StringRef(Message.Text)}});
  json::Array Identifiers;
  for (const Identifier &Other : Info.Identifiers)
    Identifiers.push_back(
        json::Object{{"catalogue", StringRef(Other.Catalogue)},
                     {"id", StringRef(Other.Id)},
                     {"title", StringRef(Other.Title)},
                     {"exact", Other.Exact}});
  return json::Object{
      {"name", StringRef(Info.Name)},
      {"summary", StringRef(Info.Summary)},
      {"level", nameOf(Info.isCore() ? Level::Core : Level::Strict)},
      {"on-by-default", Info.isCore()},
      {"roles", words(Info.Roles)},
      {"options", std::move(Options)},
      {"messages", std::move(Messages)},
      {"fix", nameOf(Info.Fix)},
      {"merge", nameOf(Info.Merge)},
      {"since", StringRef(Info.Since)},
      {"renamed-from", words(Info.RenamedFrom)},
      {"identifiers", std::move(Identifiers)}};
}

} // namespace

int checksCommand(ArrayRef<const char *> Arguments) {
  std::string Format = "text";
  Options Known("tidepool checks [--format text|json]",
                "Lists the checks. 'core' ones are on by default; 'strict' "
                "ones have no core message and\nare off until they are named "
                "in Checks.");
  Known.choice("format", "text|json", Format,
               "json tells all that is known of each check");
  Expected<std::vector<std::string>> Words = Known.parse(Arguments);
  if (!Words)
    return usageError(Words.takeError());
  if (Known.helpShown())
    return Clean;
  if (!Words->empty())
    return usageError("'checks' takes no '" + Words->front() + "'");

  if (Format == "json") {
    json::Array All;
    for (const RegisteredCheck &Check : registeredChecks())
      All.push_back(describe(*Check.Info));
    json::OStream(outs(), /*IndentSize=*/2)
        .value(json::Object{{"version", 1}, {"checks", std::move(All)}});
    outs() << '\n';
    return Clean;
  }
  size_t Widest = 0;
  for (const RegisteredCheck &Check : registeredChecks())
    Widest = std::max(Widest, Check.Info->Name.size());
  for (const RegisteredCheck &Check : registeredChecks()) {
    const CheckInfo &Info = *Check.Info;
    outs() << StringRef(Info.Name);
    outs().indent(Widest - Info.Name.size() + 2)
        << (Info.isCore() ? "core    " : "strict  ") << StringRef(Info.Summary)
        << (Info.isCore() ? "" : " (off by default)") << '\n';
  }
  return Clean;
}

} // namespace tidepool
