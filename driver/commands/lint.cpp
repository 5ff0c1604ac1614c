// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Commands.h"
#include "LintOptions.h"
#include "llvm/Support/FileSystem.h"
#include <algorithm>
#include <memory>

using namespace llvm;

namespace tidepool {
namespace {

/// --output FORMAT[:FILE]
struct Output {
  std::string File;

  Error set(StringRef Given) {
    auto [Format, Name] = Given.split(':');
    if (Format != "text")
      return createStringError(inconvertibleErrorCode(),
                               "unknown format '" + Format +
                                   "'; there is: text");
    if (Given.contains(':') && Name.empty())
      return createStringError(inconvertibleErrorCode(),
                               "a file's name is missing after ':'");
    File = Name.str();
    return Error::success();
  }
};

/// Findings and, where wanted, what was let go, in one order.
void writeFindings(raw_ostream &Out, const Report &Whole, bool LetGoToo,
                   const TextStyle &Style) {
  std::vector<const Finding *> All;
  for (const Finding &One : Whole.Findings)
    All.push_back(&One);
  if (LetGoToo)
    for (const Finding &One : Whole.LetGo)
      All.push_back(&One);
  std::stable_sort(
      All.begin(), All.end(), [](const Finding *Left, const Finding *Right) {
        return std::tie(Left->At.Path, Left->At.Line, Left->At.Column) <
               std::tie(Right->At.Path, Right->At.Line, Right->At.Column);
      });
  for (const Finding *One : All)
    writeText(Out, *One, Style);
}

} // namespace

int lintCommand(ArrayRef<const char *> Arguments) {
  LintOptions Lint;
  Output To;
  bool ShowExcused = false;
  bool Stats = false;
  Options Known("tidepool [lint] [PATHS] [options] [-- FLAGS]",
                "Checks the units that PATHS name: files, folders, or all that "
                "the compilation\ndatabase lists. FLAGS are the compiler's, in "
                "place of a database.\nExit status: 0 clean, 1 findings, 2 "
                "usage or configuration error, 3 a unit\ncould not be "
                "analysed.");
  Lint.addTo(Known);
  Known.value(
      "output", "FORMAT[:FILE]", [&](StringRef Given) { return To.set(Given); },
      "the format, and a file to write to instead of stdout (default: text)");
  Known.flag("show-excused", ShowExcused,
             "show the candidates that were let go too, and why");
  Known.flag(
      "stats", Stats,
      "count what became of each check's candidates, and what the checks "
      "cost");

  Expected<std::vector<std::string>> Paths = Known.parse(Arguments);
  if (!Paths)
    return usageError(Paths.takeError());
  if (Known.helpShown())
    return Clean;
  Lint.Request.What.Paths = std::move(*Paths);
  Lint.Request.Configuration.ShowExcused = ShowExcused || Stats;
  Lint.Request.Profile = Stats;

  // Opened first: nobody wants to wait for a run whose result has no place.
  std::unique_ptr<raw_fd_ostream> File;
  if (!To.File.empty()) {
    std::error_code Failed;
    File = std::make_unique<raw_fd_ostream>(To.File, Failed);
    if (Failed)
      return usageError("--output: " + To.File + ": " + Failed.message());
  }

  Expected<Report> Whole = lint(Lint.Request, errs());
  if (!Whole)
    return usageError(Whole.takeError());

  outs().flush();
  int Status = reportTrouble(*Whole);
  raw_ostream &Out = File ? *File : outs();
  writeFindings(Out, *Whole, ShowExcused,
                Lint.style(!File && outs().is_displayed()));
  if (Stats)
    writeStats(outs(), *Whole);
  outs() << summaryOf(*Whole) << '\n';
  if (File) {
    File->close();
    if (File->has_error()) {
      File->clear_error();
      return usageError("--output: " + To.File + " could not be written");
    }
  }
  if (Status == Clean && !Whole->Findings.empty())
    Status = Found;
  return Status;
}

} // namespace tidepool
