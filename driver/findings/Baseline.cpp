// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Baseline.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/LineIterator.h"
#include "llvm/Support/raw_ostream.h"
#include <tuple>

using namespace llvm;

namespace tidepool {

constexpr int64_t BaselineVersion = 1;
constexpr StringLiteral VersionKey = "tidepool-baseline";

static auto key(const KnownFinding &One) {
  return std::tie(One.Path, One.Function, One.Check, One.MessageId,
                  One.Fingerprint);
}

static bool fromJSON(const json::Value &Value, KnownFinding &One,
                     json::Path Where) {
  json::ObjectMapper Map(Value, Where);
  return Map && Map.map("path", One.Path) &&
         Map.mapOptional("function", One.Function) &&
         Map.map("check", One.Check) &&
         Map.mapOptional("messageId", One.MessageId) &&
         Map.mapOptional("message", One.Message) &&
         Map.map("fingerprint", One.Fingerprint);
}

static void sortUnique(std::vector<KnownFinding> &Findings) {
  llvm::stable_sort(Findings,
                    [](const KnownFinding &Left, const KnownFinding &Right) {
                      return key(Left) < key(Right);
                    });
  Findings.erase(
      llvm::unique(Findings,
                   [](const KnownFinding &Left, const KnownFinding &Right) {
                     return key(Left) == key(Right);
                   }),
      Findings.end());
}

Expected<std::vector<KnownFinding>> readBaseline(MemoryBufferRef Text) {
  std::vector<KnownFinding> Result;
  bool HasVersion = false;
  for (line_iterator Line(Text, /*SkipBlanks=*/true); !Line.is_at_end();
       ++Line) {
    auto Wrong = [&](const Twine &What) {
      return createStringError(inconvertibleErrorCode(),
                               Text.getBufferIdentifier() + ":" +
                                   Twine(Line.line_number()) + ": " + What);
    };
    if (Line->starts_with("<<<<<<<") || Line->starts_with("=======") ||
        Line->starts_with(">>>>>>>"))
      return Wrong("a merge left both sides here; keep the lines of both and "
                   "drop the marks");
    if (Line->trim().empty())
      continue;
    Expected<json::Value> Read = json::parse(*Line);
    if (!Read)
      return Wrong(toString(Read.takeError()));
    const json::Object *Object = Read->getAsObject();
    if (Object && Object->get(VersionKey)) {
      if (Object->getInteger(VersionKey) != BaselineVersion)
        return Wrong("this is a baseline of a version that this release does "
                     "not know; it knows " +
                     Twine(BaselineVersion));
      HasVersion = true;
      continue;
    }
    KnownFinding One;
    json::Path::Root Root("entry");
    if (!fromJSON(*Read, One, Root))
      return Wrong(toString(Root.getError()));
    Result.push_back(std::move(One));
  }
  if (!HasVersion)
    return createStringError(inconvertibleErrorCode(),
                             Text.getBufferIdentifier() +
                                 ": there is no line {\"" + VersionKey +
                                 "\":1}, so this is no baseline");
  sortUnique(Result);
  return Result;
}

std::string baselineOf(std::vector<KnownFinding> Findings) {
  sortUnique(Findings);
  std::string Text;
  raw_string_ostream To(Text);
  auto Line = [&](function_ref<void(json::OStream &)> Write) {
    {
      json::OStream Out(To);
      Out.object([&] { Write(Out); });
    }
    To << '\n';
  };
  Line([](json::OStream &Out) { Out.attribute(VersionKey, BaselineVersion); });
  for (const KnownFinding &One : Findings)
    Line([&](json::OStream &Out) {
      Out.attribute("path", One.Path);
      Out.attribute("function", One.Function);
      Out.attribute("check", One.Check);
      Out.attribute("messageId", One.MessageId);
      Out.attribute("message", One.Message);
      Out.attribute("fingerprint", One.Fingerprint);
    });
  return Text;
}

} // namespace tidepool
