// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "BaselineFiles.h"
#include "Commands.h"
#include "LintOptions.h"
#include "Outputs.h"
#include "findings/Fixes.h"
#include "findings/SeverityName.h"
#include "run/Interrupt.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace tidepool {
namespace {

/// Says what it did on stderr.
Error applyFixes(const Report &Whole, bool NotesToo) {
  FixedFiles Fixed = applyFixes(Whole.Findings, NotesToo);
  if (Error Failed = write(Fixed))
    return Failed;
  errs() << "tidepool: " << Fixed.Applied
         << (Fixed.Applied == 1 ? " finding" : " findings") << " fixed in "
         << Fixed.Files.size()
         << (Fixed.Files.size() == 1 ? " file" : " files");
  if (Fixed.Skipped)
    errs() << ", " << Fixed.Skipped
           << " not: the fix overlaps another one, or its file has changed or "
              "is not the project's";
  size_t OnNotes = count_if(Whole.Findings, [](const Finding &One) {
    return One.Fix.empty() && any_of(One.Notes, [](const Note &Said) {
             return !Said.Fix.empty();
           });
  });
  if (OnNotes && !NotesToo)
    errs() << "; " << OnNotes
           << (OnNotes == 1 ? " more has a fix that changes"
                            : " more have fixes that change")
           << " what the code does, which --fix-notes applies";
  errs() << '\n';
  return Error::success();
}

Error loadPatch(StringRef Name, unsigned Strip, std::optional<Patch> &Into) {
  if (Name.empty())
    return Error::success();
  auto Text = MemoryBuffer::getFileOrSTDIN(Name);
  if (!Text)
    return createStringError(Text.getError(),
                             Name + ": " + Text.getError().message());
  Expected<Patch> Read = readPatch((*Text)->getBuffer(), Strip);
  if (!Read)
    return Read.takeError();
  Into = std::move(*Read);
  return Error::success();
}

/// Where to read on; for people who look at it.
void writeHint(const Report &Whole) {
  auto First = llvm::find_if(Whole.Findings, [](const Finding &One) {
    return One.Check != UnusedNoLint;
  });
  if (First == Whole.Findings.end())
    return;
  StringRef Check = First->Check;
  Check.consume_front("tidepool-");
  errs() << "tidepool: 'tidepool explain " << Check
         << "' says what that is and what to do; 'tidepool why FILE:LINE' what "
            "was considered on a line\n";
}

/// True where a finding is at least as severe as \p FailOn says.
bool fails(const Report &Whole, StringRef FailOn) {
  return any_of(Whole.Findings, [&](const Finding &One) {
    for (Severity Least : {Severity::Info, Severity::Warning, Severity::Error})
      if (nameOf(Least) == FailOn)
        return One.Weight >= Least;
    return false;
  });
}

} // namespace

int lintCommand(ArrayRef<const char *> Arguments) {
  LintOptions Lint;
  Outputs To;
  BaselineFiles Baseline;
  std::string PatchName;
  unsigned Strip = 1;
  bool ShowExcused = false;
  bool Stats = false;
  bool Fix = false;
  bool FixNotes = false;
  std::string FailOn = "info";
  Options Known("tidepool [lint] [PATHS] [options] [-- FLAGS]",
                "Checks the units that PATHS name: files, folders, or all that "
                "the compilation\ndatabase lists. FLAGS are the compiler's, in "
                "place of a database.\nExit status: 0 clean, 1 findings, 2 "
                "usage or configuration error, 3 a unit\ncould not be "
                "analysed, 130 interrupted.");
  Lint.addTo(Known);
  Known.value(
      "output", "FORMAT[:FILE]", [&](StringRef Given) { return To.add(Given); },
      "text, json, sarif, rdjsonl, github, gitlab or patch, and a file to "
      "write to instead of stdout; may be repeated (default: text)");
  Known.value("since", "REV", Lint.Request.Since,
              "show only what is new since that git revision; 'REV...' is "
              "where the current branch left REV");
  Known.value("patch", "FILE", PatchName,
              "show only what is on the lines that a patch of git's changes; "
              "'-' is stdin, as in 'git diff -U0 | tidepool --patch -'");
  Known.number("strip", "N", Strip, 1,
               "how many leading folders of the patch's paths are not the "
               "project's (default: 1, git's own a/ and b/)");
  Known.value("baseline", "FILE", Baseline.Read,
              "findings that are known and not shown; what of them is found no "
              "more is said");
  Known.value("write-baseline", "FILE", Baseline.Write,
              "write what is found there, to be known from then on");
  Known.flag("report-unused-nolint", Lint.Request.UnusedNoLints,
             "show NOLINT comments that name a check of Tidepool's and silence "
             "nothing");
  Known.choice("fail-on", "error|warning|info|never", FailOn,
               "the least severity that ends with status 1 (default: info, "
               "so any finding)");
  Known.flag("fix", Fix, "apply the fixes that keep what the code does");
  Known.flag("fix-notes", FixNotes,
             "apply those of notes too, which may change what the code does; "
             "with a patch as output and no --fix, into that");
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
  Lint.Request.Configuration.ShowExcused =
      ShowExcused || Stats || Lint.Request.UnusedNoLints;
  Lint.Request.Profile = Stats;
  Lint.Request.Progress =
      errs().is_displayed() && !Lint.Request.Quiet && !Lint.Request.Verbose;

  if (!PatchName.empty() && !Lint.Request.Since.empty())
    return usageError("--patch: it goes without --since, which finds what is "
                      "new on all lines");
  if (Error Wrong = loadPatch(PatchName, Strip, Lint.Request.Changed))
    return usageError("--patch: " + toString(std::move(Wrong)));

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
  Shown What{Lint.style(outs().is_displayed()), ShowExcused, FixNotes};
  if (Error Wrong = To.write(*Whole, What))
    return usageError("--output: " + toString(std::move(Wrong)));
  // What fills stdout is for a program to read.
  raw_ostream &Said = To.stdoutIsTaken() ? errs() : outs();
  if (Stats)
    writeStats(Said, *Whole);
  Said << summaryOf(*Whole) << '\n';
  Said.flush();
  if (errs().is_displayed() && !Lint.Request.Quiet && !Interrupt::signal())
    writeHint(*Whole);
  if (Fix || (FixNotes && !To.has("patch")))
    if (Error Wrong = applyFixes(*Whole, FixNotes))
      return usageError("--fix: " + toString(std::move(Wrong)));
  if (int Signal = Interrupt::signal())
    return Interrupted + Signal;
  if (Status == Clean && fails(*Whole, FailOn))
    Status = Found;
  return Status;
}

} // namespace tidepool
