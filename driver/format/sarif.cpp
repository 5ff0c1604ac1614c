// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// SARIF 2.1.0, within the limits that GitHub sets to what it takes.

#include "Format.h"
#include "Registry.h"
#include "project/Paths.h"
#include "project/Utf8.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/JSON.h"
#include <map>

using namespace llvm;

namespace tidepool {
namespace {

// GitHub refuses the whole run beyond the first, and drops what is beyond the
// others.
constexpr size_t MaxResults = 25000;
constexpr size_t MaxRelated = 1000;
constexpr size_t MaxTags = 10;

StringRef levelOf(Severity Weight) {
  switch (Weight) {
  case Severity::Error:
    return "error";
  case Severity::Warning:
    return "warning";
  case Severity::Info:
    return "note";
  }
  return "";
}

json::Object message(StringRef Text) {
  return json::Object{{"text", utf8(Text)}};
}

std::string encoded(StringRef Path) {
  std::string Uri;
  for (char C : Path)
    if (isAlnum(C) || StringRef("-._~/+@").contains(C))
      Uri += C;
    else
      Uri += "%" + toHex(StringRef(&C, 1));
  return Uri;
}

json::Object artifact(StringRef Path) {
  std::string Known = projectPath(Path);
  if (StringRef(Known).starts_with("/"))
    return json::Object{{"uri", "file://" + encoded(Known)}};
  return json::Object{{"uri", encoded(Known)}, {"uriBaseId", "PROJECT"}};
}

json::Object region(const Spot &Start) {
  return json::Object{{"startLine", int64_t(Start.Line)},
                      {"startColumn", int64_t(Start.Column16)}};
}

json::Object region(const Spot &Start, const Spot &End) {
  json::Object Result = region(Start);
  Result["endLine"] = int64_t(End.Line);
  Result["endColumn"] = int64_t(End.Column16);
  return Result;
}

json::Object location(const Place &At) {
  json::Object Result{
      {"physicalLocation", json::Object{{"artifactLocation", artifact(At.Path)},
                                        {"region", region(At)}}}};
  if (!At.Function.empty())
    Result["logicalLocations"] = json::Array{json::Object{
        {"fullyQualifiedName", utf8(At.Function)}, {"kind", "function"}}};
  return Result;
}

/// Square brackets make links in messages.
std::string plain(StringRef Text) {
  std::string Result;
  for (char C : Text) {
    if (C == '\\' || C == '[' || C == ']')
      Result += '\\';
    Result += C;
  }
  return Result;
}

json::Object fix(const std::vector<Edit> &Edits, StringRef Says) {
  std::map<std::string, json::Array> Files;
  for (const Edit &One : Edits)
    Files[One.Path].push_back(
        json::Object{{"deletedRegion", region(One.Start, One.End)},
                     {"insertedContent", message(One.Text)}});
  json::Array Changes;
  for (auto &[Path, Replacements] : Files)
    Changes.push_back(json::Object{{"artifactLocation", artifact(Path)},
                                   {"replacements", std::move(Replacements)}});
  return json::Object{{"description", message(Says)},
                      {"artifactChanges", std::move(Changes)}};
}

/// Where the notes lead out of the finding's function there is a path to
/// follow.
bool hasPath(const Finding &One) {
  return any_of(One.Notes, [&](const Note &Said) {
    return !Said.At.Function.empty() && Said.At.Function != One.At.Function;
  });
}

json::Array codeFlow(const Finding &One) {
  json::Array Steps;
  auto Add = [&](const Place &At, StringRef Says) {
    json::Object Where = location(At);
    Where["message"] = message(Says);
    Steps.push_back(json::Object{{"location", std::move(Where)}});
  };
  Add(One.At, One.Message);
  for (const Note &Said : One.Notes)
    if (!Said.At.Path.empty() && Steps.size() < MaxRelated)
      Add(Said.At, Said.Message);
  return json::Array{json::Object{
      {"threadFlows",
       json::Array{json::Object{{"locations", std::move(Steps)}}}}}};
}

json::Object result(const Finding &One, const StringMap<int64_t> &Rules,
                    bool IsNew) {
  std::string Text = plain(One.Message);
  json::Array Related;
  json::Array Fixes;
  if (!One.Fix.empty())
    Fixes.push_back(fix(One.Fix, One.Message));
  for (const Note &Said : One.Notes) {
    Text += '\n';
    if (!Said.At.Path.empty() && Related.size() < MaxRelated) {
      int64_t Id = Related.size() + 1;
      json::Object Where = location(Said.At);
      Where["id"] = Id;
      Where["message"] = message(Said.Message);
      Related.push_back(std::move(Where));
      Text += "[" + plain(Said.Message) + "](" + std::to_string(Id) + ")";
    } else {
      Text += plain(Said.Message);
    }
    if (!Said.Fix.empty())
      Fixes.push_back(fix(Said.Fix, Said.Message));
  }
  json::Object Result{
      {"ruleId", One.Check},
      {"level", levelOf(One.Weight)},
      {"message", message(Text)},
      {"locations", json::Array{location(One.At)}},
      // Not under GitHub's name for its own, which it would warn about.
      {"partialFingerprints", json::Object{{"tidepool/v1", One.Fingerprint}}}};
  if (IsNew)
    Result["baselineState"] = "new";
  if (auto Known = Rules.find(One.Check); Known != Rules.end())
    Result["ruleIndex"] = Known->second;
  if (!One.MessageId.empty())
    Result["properties"] = json::Object{{"messageId", One.MessageId}};
  if (!Related.empty())
    Result["relatedLocations"] = std::move(Related);
  if (hasPath(One))
    Result["codeFlows"] = codeFlow(One);
  if (!Fixes.empty())
    Result["fixes"] = std::move(Fixes);
  return Result;
}

/// "C++ Core Guidelines" -> "c++-core-guidelines"
std::string tagOf(const Identifier &Other) {
  std::string Tag =
      "external/" +
      (StringRef(Other.Catalogue) + "/" + StringRef(Other.Id)).str();
  if (Other.Catalogue == "CWE")
    // As GitHub spells it.
    Tag = "external/cwe/cwe-" + std::string(Other.Id);
  for (char &C : Tag)
    C = C == ' ' ? '-' : toLower(C);
  return Tag;
}

json::Object rule(const CheckInfo &Info, ArrayRef<StringRef> Catalogues) {
  json::Array Tags{"concurrency", "performance"};
  json::Array Relations;
  for (const Identifier &Other : Info.Identifiers) {
    if (Tags.size() < MaxTags)
      Tags.push_back(tagOf(Other));
    int64_t Index =
        llvm::find(Catalogues, StringRef(Other.Catalogue)) - Catalogues.begin();
    Relations.push_back(json::Object{
        {"target",
         json::Object{{"id", StringRef(Other.Id)},
                      {"toolComponent",
                       json::Object{{"name", StringRef(Other.Catalogue)},
                                    {"index", Index}}}}},
        {"kinds", json::Array{Other.Exact ? "superset" : "relevant"}}});
  }
  std::string Page = pageOf(Info).rtrim().str();
  if (Page.empty())
    Page = Info.Summary;
  json::Object Result{
      {"id", StringRef(Info.Name)},
      {"name", StringRef(Info.Name)},
      {"shortDescription", message(Info.Summary)},
      {"fullDescription", message((StringRef(Info.Summary) + ".").str())},
      {"help", json::Object{{"text", Page}, {"markdown", Page}}},
      {"defaultConfiguration", json::Object{{"level", "warning"}}},
      {"properties",
       json::Object{{"tags", std::move(Tags)},
                    {"problem.severity", "warning"},
                    {"precision", Info.isCore() ? "high" : "medium"}}}};
  if (!Relations.empty())
    Result["relationships"] = std::move(Relations);
  return Result;
}

/// What --report-unused-nolint finds is no check's.
json::Object unusedNoLint() {
  constexpr StringLiteral Says =
      "A NOLINT comment names a check of Tidepool's and silences nothing";
  constexpr StringLiteral Help =
      "What it silenced is fixed, or the check's name is misspelled, or the "
      "comment is not on the finding's own line: remove or correct it.";
  return json::Object{
      {"id", UnusedNoLint},
      {"name", UnusedNoLint},
      {"shortDescription", message(Says)},
      {"fullDescription", message((Says + ".").str())},
      {"help", json::Object{{"text", Help}, {"markdown", Help}}},
      {"defaultConfiguration", json::Object{{"level", "note"}}},
      {"properties", json::Object{{"tags", json::Array{"maintainability"}},
                                  {"problem.severity", "recommendation"},
                                  {"precision", "high"}}}};
}

json::Array taxonomies(ArrayRef<StringRef> Catalogues) {
  json::Array Result;
  for (StringRef Catalogue : Catalogues) {
    std::map<std::string_view, std::string_view> Taxa;
    for (const RegisteredCheck &Check : registeredChecks())
      for (const Identifier &Other : Check.Info->Identifiers)
        if (StringRef(Other.Catalogue) == Catalogue)
          Taxa.emplace(Other.Id, Other.Title);
    json::Array Listed;
    for (const auto &[Id, Title] : Taxa)
      Listed.push_back(json::Object{{"id", StringRef(Id)},
                                    {"shortDescription", message(Title)}});
    Result.push_back(
        json::Object{{"name", Catalogue}, {"taxa", std::move(Listed)}});
  }
  return Result;
}

/// What could not be looked at: a run that saw half is no clean one.
json::Object invocation(const Report &Whole, size_t Dropped) {
  json::Array Notices;
  for (const UnitResult &Unit : Whole.Failed)
    Notices.push_back(json::Object{
        {"level", "error"},
        {"message", message(projectPath(Unit.File) +
                            " could not be analysed: " + Unit.Failure)},
        {"locations",
         json::Array{json::Object{
             {"physicalLocation",
              json::Object{{"artifactLocation", artifact(Unit.File)}}}}}}});
  if (Dropped)
    Notices.push_back(json::Object{
        {"level", "warning"},
        {"message", message(std::to_string(Dropped) +
                            " more findings are beyond what one run may "
                            "hold")}});
  json::Object Result{
      {"executionSuccessful", Whole.Failed.empty() && !Whole.Partial}};
  if (!Notices.empty())
    Result["toolExecutionNotifications"] = std::move(Notices);
  return Result;
}

/// The gravest first, where not all have room.
std::vector<const Finding *> fitting(ArrayRef<Finding> Findings) {
  std::vector<const Finding *> All;
  for (const Finding &One : Findings)
    All.push_back(&One);
  if (All.size() > MaxResults) {
    llvm::stable_sort(All, [](const Finding *Left, const Finding *Right) {
      return Left->Weight > Right->Weight;
    });
    All.resize(MaxResults);
  }
  return All;
}

} // namespace

void writeSarif(raw_ostream &To, const Report &Whole, const Shown &) {
  SmallVector<StringRef, 4> Catalogues;
  for (const RegisteredCheck &Check : registeredChecks())
    for (const Identifier &Other : Check.Info->Identifiers)
      if (!is_contained(Catalogues, StringRef(Other.Catalogue)))
        Catalogues.push_back(Other.Catalogue);
  StringMap<int64_t> Rules;
  json::Array RuleList;
  json::Array Supported;
  for (const RegisteredCheck &Check : registeredChecks()) {
    Rules[Check.Info->Name] = RuleList.size();
    RuleList.push_back(rule(*Check.Info, Catalogues));
  }
  if (any_of(Whole.Findings,
             [](const Finding &One) { return One.Check == UnusedNoLint; })) {
    Rules[UnusedNoLint] = RuleList.size();
    RuleList.push_back(unusedNoLint());
  }
  for (size_t I = 0; I < Catalogues.size(); ++I)
    Supported.push_back(
        json::Object{{"name", Catalogues[I]}, {"index", int64_t(I)}});

  std::vector<const Finding *> Findings = fitting(Whole.Findings);
  json::OStream Out(To, /*IndentSize=*/2);
  Out.object([&] {
    Out.attribute("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/"
                             "errata01/os/schemas/sarif-schema-2.1.0.json");
    Out.attribute("version", "2.1.0");
    Out.attributeArray("runs", [&] {
      Out.object([&] {
        Out.attribute(
            "tool",
            json::Object{
                {"driver",
                 json::Object{{"name", "tidepool"},
                              {"version", TIDEPOOL_VERSION},
                              {"semanticVersion", TIDEPOOL_VERSION},
                              {"supportedTaxonomies", std::move(Supported)},
                              {"rules", std::move(RuleList)}}}});
        Out.attribute("columnKind", "utf16CodeUnits");
        Out.attribute(
            "originalUriBaseIds",
            json::Object{
                {"PROJECT",
                 json::Object{
                     {"uri", "file://" + encoded(projectFolder()) + "/"}}}});
        Out.attribute("automationDetails", json::Object{{"id", "tidepool/"}});
        Out.attribute("taxonomies", taxonomies(Catalogues));
        Out.attributeArray("invocations", [&] {
          Out.value(invocation(Whole, Whole.Findings.size() - Findings.size()));
        });
        Out.attributeArray("results", [&] {
          for (const Finding *One : Findings)
            Out.value(result(*One, Rules, !Whole.Comparisons.empty()));
        });
      });
    });
  });
  To << '\n';
}

} // namespace tidepool
