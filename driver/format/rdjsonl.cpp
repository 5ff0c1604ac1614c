// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// reviewdog's diagnostic format, one finding a line. Columns are bytes, and the
// end of a range is exclusive.

#include "Format.h"
#include "project/Paths.h"
#include "project/Utf8.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace tidepool {
namespace {

json::Object position(const Spot &At) {
  return json::Object{{"line", int64_t(At.Line)},
                      {"column", int64_t(At.Column)}};
}

json::Object location(const Place &At) {
  return json::Object{{"path", utf8(projectPath(At.Path))},
                      {"range", json::Object{{"start", position(At)}}}};
}

StringRef severityOf(Severity Weight) {
  switch (Weight) {
  case Severity::Error:
    return "ERROR";
  case Severity::Warning:
    return "WARNING";
  case Severity::Info:
    return "INFO";
  }
  return "";
}

/// A suggestion is one edit of the finding's own file; what needs more would be
/// half applied.
json::Array suggestions(const Finding &One) {
  json::Array Result;
  auto Add = [&](const std::vector<Edit> &Fix) {
    if (Fix.size() == 1 && Fix.front().Path == One.At.Path)
      Result.push_back(json::Object{
          {"range", json::Object{{"start", position(Fix.front().Start)},
                                 {"end", position(Fix.front().End)}}},
          {"text", utf8(Fix.front().Text)}});
  };
  Add(One.Fix);
  for (const Note &Said : One.Notes)
    Add(Said.Fix);
  return Result;
}

} // namespace

void writeRdjsonl(raw_ostream &Out, const Report &Whole, const Shown &) {
  for (const Finding &One : Whole.Findings) {
    json::Array Related;
    std::string Message = One.Message;
    for (const Note &Said : One.Notes) {
      Message += "\n" + Said.Message;
      if (!Said.At.Path.empty())
        Related.push_back(json::Object{{"message", utf8(Said.Message)},
                                       {"location", location(Said.At)}});
    }
    json::Object Line{{"message", utf8(Message)},
                      {"location", location(One.At)},
                      {"severity", severityOf(One.Weight)},
                      {"source", json::Object{{"name", "tidepool"}}},
                      {"code", json::Object{{"value", One.Check}}}};
    if (!Related.empty())
      Line["related_locations"] = std::move(Related);
    if (json::Array Fixes = suggestions(One); !Fixes.empty())
      Line["suggestions"] = std::move(Fixes);
    Out << json::Value(std::move(Line)) << '\n';
  }
}

} // namespace tidepool
