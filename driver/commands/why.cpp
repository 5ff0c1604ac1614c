// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Commands.h"
#include "LintOptions.h"
#include "project/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace tidepool {
namespace {

struct Target {
  std::string File;
  unsigned Line = 0;
};

/// FILE:LINE, and FILE:LINE:COLUMN as it is copied from a finding.
Expected<Target> parseSpot(StringRef Text) {
  SmallVector<unsigned, 2> Numbers;
  StringRef File = Text;
  while (Numbers.size() < 2) {
    auto [Left, Right] = File.rsplit(':');
    unsigned Number = 0;
    if (Left.size() == File.size() || Right.getAsInteger(10, Number))
      break;
    Numbers.push_back(Number);
    File = Left;
  }
  if (Numbers.empty() || Numbers.back() == 0 || File.empty())
    return createStringError(inconvertibleErrorCode(),
                             "'" + Text + "' is not FILE:LINE");
  return Target{File.str(), Numbers.back()};
}

bool isAt(const Place &At, StringRef Path, unsigned Line) {
  return At.Line == Line && At.Path == Path;
}

/// What has a place or a note on the line.
bool concerns(const Finding &One, StringRef Path, unsigned Line) {
  return isAt(One.At, Path, Line) || any_of(One.Notes, [&](const Note &Said) {
           return isAt(Said.At, Path, Line);
         });
}

/// Lines whose findings clang-tidy's comments silence leave no trace.
bool hasNolint(StringRef Path) {
  auto Buffer = MemoryBuffer::getFile(Path);
  return Buffer && (*Buffer)->getBuffer().contains("NOLINT");
}

} // namespace

int whyCommand(ArrayRef<const char *> Arguments) {
  LintOptions Lint;
  Options Known("tidepool why FILE:LINE [options] [-- FLAGS]",
                "Says which candidates are on that line, and for each why it "
                "is a finding, or why it\nis none. Exit status: 0 answered, 2 "
                "usage or configuration error, 3 the file could\nnot be "
                "analysed.");
  Lint.addTo(Known);
  Expected<std::vector<std::string>> Words = Known.parse(Arguments);
  if (!Words)
    return usageError(Words.takeError());
  if (Known.helpShown())
    return Clean;
  if (Words->size() != 1)
    return usageError("'why' wants one FILE:LINE");
  Expected<Target> Where = parseSpot(Words->front());
  if (!Where)
    return usageError(Where.takeError());

  Lint.Request.What.Paths = {Where->File};
  Lint.Request.Configuration.ShowExcused = true;
  Expected<Report> Whole = lint(Lint.Request, errs());
  if (!Whole)
    return usageError(Whole.takeError());

  std::string Path = canonicalPath(Where->File);
  TextStyle Style = Lint.style(outs().is_displayed());
  bool Any = false;
  for (const std::vector<Finding> *Kind : {&Whole->Findings, &Whole->LetGo})
    for (const Finding &One : *Kind)
      if (concerns(One, Path, Where->Line)) {
        writeText(outs(), One, Style);
        Any = true;
      }
  if (!Any) {
    outs() << displayPath(Path) << ':' << Where->Line
           << ": nothing on this line is a candidate";
    if (hasNolint(Path))
      outs() << " (what a NOLINT comment silences is not seen)";
    outs() << '\n';
  }
  outs().flush();
  return reportTrouble(*Whole);
}

} // namespace tidepool
