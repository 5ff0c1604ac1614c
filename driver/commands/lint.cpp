// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "BaselineFiles.h"
#include "Commands.h"
#include "LintOptions.h"
#include "Outputs.h"

using namespace llvm;

namespace tidepool {
int lintCommand(ArrayRef<const char *> Arguments) {
  LintOptions Lint;
  Outputs To;
  BaselineFiles Baseline;
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
      "output", "FORMAT[:FILE]", [&](StringRef Given) { return To.add(Given); },
      "text, json, sarif, rdjsonl, github or gitlab, and a file to write to "
      "instead of stdout; may be repeated (default: text)");
  Known.value("since", "REV", Lint.Request.Since,
              "show only what is new since that git revision; 'REV...' is "
              "where the current branch left REV");
  Known.value("baseline", "FILE", Baseline.Read,
              "findings that are known and not shown; what of them is found no "
              "more is said");
  Known.value("write-baseline", "FILE", Baseline.Write,
              "write what is found there, to be known from then on");
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

  Baseline.Quiet = Lint.Request.Quiet;
  if (Error Wrong = Baseline.check())
    return usageError("--baseline: " + toString(std::move(Wrong)));
  if (Error Wrong = To.open())
    return usageError("--output: " + toString(std::move(Wrong)));

  Expected<Report> Whole = lint(Lint.Request, errs());
  if (!Whole)
    return usageError(Whole.takeError());

  outs().flush();
  int Status = reportTrouble(*Whole);
  if (Error Wrong = Baseline.apply(*Whole, errs()))
    return usageError("--baseline: " + toString(std::move(Wrong)));
  Shown What{Lint.style(outs().is_displayed()), ShowExcused};
  if (Error Wrong = To.write(*Whole, What))
    return usageError("--output: " + toString(std::move(Wrong)));
  // What fills stdout is for a program to read.
  raw_ostream &Said = To.stdoutIsTaken() ? errs() : outs();
  if (Stats)
    writeStats(Said, *Whole);
  Said << summaryOf(*Whole) << '\n';
  if (Status == Clean && !Whole->Findings.empty())
    Status = Found;
  return Status;
}

} // namespace tidepool
