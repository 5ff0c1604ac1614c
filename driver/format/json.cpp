// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The project's own: docs/guide/findings.schema.json describes it. What stands
// there stays; more may come.

#include "llvm/Support/JSON.h"
#include "Format.h"
#include "findings/SeverityName.h"
#include "project/Paths.h"
#include "project/Utf8.h"

using namespace llvm;

namespace tidepool {
namespace {

constexpr int64_t FormatVersion = 1;

void writePlace(json::OStream &Out, const Place &At) {
  if (At.Path.empty())
    return;
  Out.attribute("path", utf8(projectPath(At.Path)));
  Out.attribute("line", int64_t(At.Line));
  Out.attribute("column", int64_t(At.Column));
  if (!At.Function.empty())
    Out.attribute("function", utf8(At.Function));
}

void writeSpot(json::OStream &Out, StringRef Name, const Spot &At) {
  Out.attributeObject(Name, [&] {
    Out.attribute("line", int64_t(At.Line));
    Out.attribute("column", int64_t(At.Column));
  });
}

void writeFix(json::OStream &Out, const std::vector<Edit> &Fix) {
  if (Fix.empty())
    return;
  Out.attributeArray("fix", [&] {
    for (const Edit &One : Fix)
      Out.object([&] {
        Out.attribute("path", utf8(projectPath(One.Path)));
        Out.attribute("offset", int64_t(One.Offset));
        Out.attribute("length", int64_t(One.Length));
        writeSpot(Out, "start", One.Start);
        writeSpot(Out, "end", One.End);
        Out.attribute("text", utf8(One.Text));
      });
  });
}

StringRef kindOf(FindingKind Kind) {
  switch (Kind) {
  case FindingKind::Excused:
    return "excused";
  case FindingKind::Unknown:
    return "unknown";
  case FindingKind::Hushed:
    return "hushed";
  default:
    return "finding";
  }
}

void writeFinding(json::OStream &Out, const Finding &One) {
  Out.object([&] {
    Out.attribute("check", One.Check);
    if (!One.MessageId.empty())
      Out.attribute("messageId", One.MessageId);
    if (One.Kind == FindingKind::Finding) {
      Out.attribute("severity", nameOf(One.Weight));
      Out.attribute("fingerprint", One.Fingerprint);
    } else {
      Out.attribute("kind", kindOf(One.Kind));
    }
    Out.attribute("message", utf8(One.Message));
    writePlace(Out, One.At);
    writeFix(Out, One.Fix);
    Out.attributeArray("notes", [&] {
      for (const Note &Said : One.Notes)
        Out.object([&] {
          Out.attribute("message", utf8(Said.Message));
          writePlace(Out, Said.At);
          writeFix(Out, Said.Fix);
        });
    });
  });
}

} // namespace

void writeJson(raw_ostream &To, const Report &Whole, const Shown &What) {
  json::OStream Out(To, /*IndentSize=*/2);
  Out.object([&] {
    Out.attribute("version", FormatVersion);
    Out.attributeObject("tool", [&] {
      Out.attribute("name", "tidepool");
      Out.attribute("version", TIDEPOOL_VERSION);
    });
    Out.attributeObject("summary", [&] {
      Out.attribute("findings", int64_t(Whole.Findings.size()));
      Out.attribute("hushed", int64_t(Whole.hushed()));
      Out.attribute("units", int64_t(Whole.Units));
      Out.attribute("headers", int64_t(Whole.Headers));
      Out.attribute("notAnalysed", int64_t(Whole.Failed.size()));
      Out.attribute("partial", Whole.Partial);
      if (Whole.LeftOut)
        Out.attribute("leftOut", int64_t(*Whole.LeftOut));
    });
    if (!Whole.Comparisons.empty())
      Out.attributeArray("comparisons", [&] {
        for (const Report::Compared &One : Whole.Comparisons)
          Out.object([&] {
            Out.attribute("with", utf8(One.With));
            Out.attribute("unchanged", int64_t(One.Unchanged));
            Out.attribute("gone", int64_t(One.Gone));
          });
      });
    Out.attributeArray("findings", [&] {
      for (const Finding &One : Whole.Findings)
        writeFinding(Out, One);
    });
    if (What.LetGo)
      Out.attributeArray("letGo", [&] {
        for (const Finding &One : Whole.LetGo)
          writeFinding(Out, One);
      });
    Out.attributeArray("notAnalysed", [&] {
      for (const UnitResult &Unit : Whole.Failed)
        Out.object([&] {
          Out.attribute("path", utf8(projectPath(Unit.File)));
          Out.attribute("reason", utf8(Unit.Failure));
        });
    });
  });
  To << '\n';
}

} // namespace tidepool
