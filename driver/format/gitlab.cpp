// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GitLab's code quality report. Findings of one fingerprint are one to it, over
// all files.

#include "Format.h"
#include "findings/Fingerprint.h"
#include "project/Paths.h"
#include "project/Utf8.h"
#include "llvm/Support/JSON.h"

using namespace llvm;

namespace tidepool {

static StringRef severityOf(Severity Weight) {
  switch (Weight) {
  case Severity::Error:
    return "critical";
  case Severity::Warning:
    return "major";
  case Severity::Info:
    return "info";
  }
  return "";
}

void writeGitlab(raw_ostream &To, const Report &Whole, const Shown &) {
  json::OStream Out(To, /*IndentSize=*/2);
  Out.array([&] {
    for (const Finding &One : Whole.Findings)
      Out.object([&] {
        std::string Path = projectPath(One.At.Path);
        Out.attribute("description", utf8(One.Message));
        Out.attribute("check_name", One.Check);
        Out.attribute("fingerprint", inProject(One.Fingerprint, Path));
        Out.attribute("severity", severityOf(One.Weight));
        Out.attributeObject("location", [&] {
          Out.attribute("path", utf8(Path));
          Out.attributeObject(
              "lines", [&] { Out.attribute("begin", int64_t(One.At.Line)); });
        });
      });
  });
  To << '\n';
}

} // namespace tidepool
