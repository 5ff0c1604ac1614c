// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Finding.h"

using namespace llvm;

namespace tidepool {

// Sources, and so messages and paths, need not be UTF-8; JSON must be.
static json::Value text(StringRef Text) {
  return json::isUTF8(Text) ? Text.str() : json::fixUTF8(Text);
}

static json::Value toJSON(const Place &At) {
  return json::Object{{"path", text(At.Path)},
                      {"offset", int64_t(At.Offset)},
                      {"line", int64_t(At.Line)},
                      {"column", int64_t(At.Column)},
                      {"source", text(At.SourceLine)}};
}

static bool fromJSON(const json::Value &Value, Place &At, json::Path Where) {
  json::ObjectMapper Map(Value, Where);
  return Map && Map.map("path", At.Path) && Map.map("offset", At.Offset) &&
         Map.map("line", At.Line) && Map.map("column", At.Column) &&
         Map.map("source", At.SourceLine);
}

static json::Value toJSON(const Edit &One) {
  return json::Object{{"path", text(One.Path)},
                      {"offset", int64_t(One.Offset)},
                      {"length", int64_t(One.Length)},
                      {"text", text(One.Text)}};
}

static bool fromJSON(const json::Value &Value, Edit &One, json::Path Where) {
  json::ObjectMapper Map(Value, Where);
  return Map && Map.map("path", One.Path) && Map.map("offset", One.Offset) &&
         Map.map("length", One.Length) && Map.map("text", One.Text);
}

static json::Value toJSON(const Note &One) {
  return json::Object{{"at", toJSON(One.At)},
                      {"message", text(One.Message)},
                      {"fix", json::Array(One.Fix)}};
}

static bool fromJSON(const json::Value &Value, Note &One, json::Path Where) {
  json::ObjectMapper Map(Value, Where);
  return Map && Map.map("at", One.At) && Map.map("message", One.Message) &&
         Map.map("fix", One.Fix);
}

static json::Value toJSON(const Finding &One) {
  return json::Object{
      {"kind", int64_t(One.Kind)},   {"check", text(One.Check)},
      {"at", toJSON(One.At)},        {"message", text(One.Message)},
      {"fix", json::Array(One.Fix)}, {"notes", json::Array(One.Notes)}};
}

static bool fromJSON(const json::Value &Value, Finding &One, json::Path Where) {
  json::ObjectMapper Map(Value, Where);
  int64_t Kind = 0;
  if (!Map || !Map.map("kind", Kind) || !Map.map("check", One.Check) ||
      !Map.map("at", One.At) || !Map.map("message", One.Message) ||
      !Map.map("fix", One.Fix) || !Map.map("notes", One.Notes))
    return false;
  One.Kind = static_cast<FindingKind>(Kind);
  return true;
}

json::Value toJSON(const UnitResult &Result) {
  json::Array Headers;
  for (const std::string &Header : Result.Headers)
    Headers.push_back(text(Header));
  json::Object Costs;
  for (const auto &[Check, Seconds] : Result.CheckSeconds)
    Costs[Check] = Seconds;
  return json::Object{{"file", text(Result.File)},
                      {"findings", json::Array(Result.Findings)},
                      {"headers", std::move(Headers)},
                      {"failure", text(Result.Failure)},
                      {"seconds", Result.Seconds},
                      {"checkSeconds", std::move(Costs)}};
}

bool fromJSON(const json::Value &Value, UnitResult &Result, json::Path Where) {
  json::ObjectMapper Map(Value, Where);
  return Map && Map.map("file", Result.File) &&
         Map.map("findings", Result.Findings) &&
         Map.map("headers", Result.Headers) &&
         Map.map("failure", Result.Failure) &&
         Map.map("seconds", Result.Seconds) &&
         Map.map("checkSeconds", Result.CheckSeconds);
}

} // namespace tidepool
