// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Finding.h"
#include "project/Utf8.h"

using namespace llvm;

namespace tidepool {

/// Files are opened by these, and written: no byte may be lost.
static bool mapPacked(json::ObjectMapper &Map, StringLiteral Name,
                      std::string &Bytes, json::Path Where) {
  std::string Text;
  if (!Map.map(Name, Text))
    return false;
  if (unpack(Text, Bytes))
    return true;
  Where.field(Name).report("these are no bytes");
  return false;
}

static json::Value toJSON(const Spot &At) {
  return json::Array{int64_t(At.Line), int64_t(At.Column),
                     int64_t(At.Column16)};
}

static bool fromJSON(const json::Value &Value, Spot &At, json::Path Where) {
  std::vector<uint64_t> Numbers;
  if (!fromJSON(Value, Numbers, Where) || Numbers.size() != 3)
    return false;
  At = {Numbers[0], Numbers[1], Numbers[2]};
  return true;
}

static json::Value toJSON(const Place &At) {
  return json::Object{{"path", packed(At.Path)},
                      {"offset", int64_t(At.Offset)},
                      {"spot", toJSON(static_cast<const Spot &>(At))},
                      {"function", utf8(At.Function)},
                      {"source", utf8(At.SourceLine)}};
}

static bool fromJSON(const json::Value &Value, Place &At, json::Path Where) {
  json::ObjectMapper Map(Value, Where);
  return Map && mapPacked(Map, "path", At.Path, Where) &&
         Map.map("offset", At.Offset) &&
         Map.map("spot", static_cast<Spot &>(At)) &&
         Map.map("function", At.Function) && Map.map("source", At.SourceLine);
}

static json::Value toJSON(const Edit &One) {
  return json::Object{
      {"path", packed(One.Path)},      {"offset", int64_t(One.Offset)},
      {"length", int64_t(One.Length)}, {"text", packed(One.Text)},
      {"start", toJSON(One.Start)},    {"end", toJSON(One.End)}};
}

static bool fromJSON(const json::Value &Value, Edit &One, json::Path Where) {
  json::ObjectMapper Map(Value, Where);
  return Map && mapPacked(Map, "path", One.Path, Where) &&
         Map.map("offset", One.Offset) && Map.map("length", One.Length) &&
         mapPacked(Map, "text", One.Text, Where) &&
         Map.map("start", One.Start) && Map.map("end", One.End);
}

static json::Value toJSON(const Note &One) {
  return json::Object{{"at", toJSON(One.At)},
                      {"message", utf8(One.Message)},
                      {"fix", json::Array(One.Fix)}};
}

static bool fromJSON(const json::Value &Value, Note &One, json::Path Where) {
  json::ObjectMapper Map(Value, Where);
  return Map && Map.map("at", One.At) && Map.map("message", One.Message) &&
         Map.map("fix", One.Fix);
}

static json::Value toJSON(const Finding &One) {
  return json::Object{{"kind", int64_t(One.Kind)},
                      {"check", utf8(One.Check)},
                      {"at", toJSON(One.At)},
                      {"message", utf8(One.Message)},
                      {"fix", json::Array(One.Fix)},
                      {"notes", json::Array(One.Notes)},
                      {"statement", utf8(One.Statement)}};
}

static bool fromJSON(const json::Value &Value, Finding &One, json::Path Where) {
  json::ObjectMapper Map(Value, Where);
  int64_t Kind = 0;
  if (!Map || !Map.map("kind", Kind) || !Map.map("check", One.Check) ||
      !Map.map("at", One.At) || !Map.map("message", One.Message) ||
      !Map.map("fix", One.Fix) || !Map.map("notes", One.Notes) ||
      !Map.map("statement", One.Statement))
    return false;
  if (Kind < 0 || Kind > int64_t(FindingKind::Configuration)) {
    Where.report("there is no such kind");
    return false;
  }
  One.Kind = static_cast<FindingKind>(Kind);
  return true;
}

static json::Value toJSON(const NoLint &One) {
  return json::Object{{"unused", toJSON(One.Unused)}, {"used", One.Used}};
}

static bool fromJSON(const json::Value &Value, NoLint &One, json::Path Where) {
  json::ObjectMapper Map(Value, Where);
  return Map && Map.map("unused", One.Unused) && Map.map("used", One.Used);
}

json::Value toJSON(const UnitResult &Result) {
  json::Array Headers;
  for (const std::string &Header : Result.Headers)
    Headers.push_back(packed(Header));
  json::Object Costs;
  for (const auto &[Check, Seconds] : Result.CheckSeconds)
    Costs[Check] = Seconds;
  return json::Object{{"file", packed(Result.File)},
                      {"findings", json::Array(Result.Findings)},
                      {"headers", std::move(Headers)},
                      {"nolints", json::Array(Result.NoLints)},
                      {"failure", utf8(Result.Failure)},
                      {"notKept", utf8(Result.NotKept)},
                      {"skipped", Result.Skipped},
                      {"seconds", Result.Seconds},
                      {"checkSeconds", std::move(Costs)}};
}

bool fromJSON(const json::Value &Value, UnitResult &Result, json::Path Where) {
  json::ObjectMapper Map(Value, Where);
  if (!Map || !mapPacked(Map, "file", Result.File, Where))
    return false;
  std::vector<std::string> Headers;
  if (!Map.map("headers", Headers))
    return false;
  for (const std::string &Header : Headers) {
    Result.Headers.emplace_back();
    if (!unpack(Header, Result.Headers.back()))
      return false;
  }
  return Map.map("findings", Result.Findings) &&
         Map.map("nolints", Result.NoLints) &&
         Map.map("failure", Result.Failure) &&
         Map.map("notKept", Result.NotKept) &&
         Map.map("skipped", Result.Skipped) &&
         Map.map("seconds", Result.Seconds) &&
         Map.map("checkSeconds", Result.CheckSeconds);
}

} // namespace tidepool
