// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Lint.h"
#include "Change.h"
#include "Interrupt.h"
#include "Progress.h"
#include "Touched.h"
#include "findings/Compare.h"
#include "project/Paths.h"
#include "project/Utf8.h"
#include "vocabulary/Vocabulary.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Format.h"
#include <iterator>
#include <map>
#include <optional>

using namespace llvm;

namespace tidepool {

namespace {

/// The unit as it was before its file was renamed.
Unit renamed(Unit One, const Change &Since) {
  auto Known = Since.Renamed.find(One.File);
  if (Known == Since.Renamed.end())
    return One;
  for (std::string &Argument : One.Command)
    if (canonicalPath(One.Directory, Argument) == One.File)
      Argument = Known->second;
  One.File = Known->second;
  return One;
}

/// A line for --verbose.
void describe(raw_ostream &Log, const UnitResult &Result,
              std::chrono::duration<double> Took, size_t Done, size_t Total) {
  Log << format("tidepool: [%zu/%zu] %.1f s ", Done, Total, Took.count())
      << displayPath(Result.File);
  if (Result.FromCache)
    Log << ", from the cache";
  if (Result.Skipped)
    Log << ", not parsed";
  if (!Result.NotSkipped.empty())
    Log << ", parsed: " << Result.NotSkipped;
  if (!Result.NotCached.empty())
    Log << ", not from the cache: " << Result.NotCached;
  if (!Result.NotKept.empty())
    Log << "; not kept: " << Result.NotKept;
  Log << '\n';
}

void describeSkipped(raw_ostream &Log, ArrayRef<UnitResult> Results) {
  size_t Skipped =
      count_if(Results, [](const UnitResult &One) { return One.Skipped; });
  Log << "tidepool: " << Skipped << " of " << Results.size()
      << (Results.size() == 1 ? " unit" : " units")
      << " not parsed: nothing there is what a check asks for\n";
}

/// Leaves in \p Loaded the units that the change touches, and says what it
/// leaves out.
void keepTouched(Project &Loaded, const Change &Since, unsigned Processes) {
  TouchedUnits Touched = touchedBy(Since, Loaded.Units, Processes);
  std::vector<Unit> Kept;
  for (size_t Index : Touched.Units)
    Kept.push_back(std::move(Loaded.Units[Index]));
  Loaded.Units = std::move(Kept);
  for (const std::string &Header : Touched.Uncovered)
    Loaded.Hints.push_back(displayPath(Header) +
                           " has changed, and no unit is known to include it: "
                           "it is not checked");
}

/// Fails where configuration makes no sense.
Error setSeverities(Report &Whole, Configuration &Files) {
  std::vector<Finding> Kept;
  for (Finding &One : Whole.Findings) {
    Expected<std::optional<Severity>> Weight = Files.severityOf(One);
    if (!Weight)
      return Weight.takeError();
    if (!*Weight)
      continue;
    One.Weight = **Weight;
    Kept.push_back(std::move(One));
  }
  Whole.Findings = std::move(Kept);
  return Error::success();
}

/// Takes out of \p Now what was found \p Before already.
void keepNew(Report &Now, const Report &Before, const Change &Since,
             StringRef Revision) {
  std::vector<KnownFinding> Earlier;
  for (const Finding &One : Before.Findings)
    Earlier.push_back(knownBy(One));
  std::vector<KnownFinding> Later;
  for (const Finding &One : Now.Findings)
    Later.push_back(knownBy(One));
  std::map<std::string, std::string> NewNames;
  for (const auto &[New, Old] : Since.Renamed)
    NewNames[utf8(projectPath(Old))] = utf8(projectPath(New));
  Comparison Result = compare(Earlier, Later, [&](StringRef Path) {
    auto Known = NewNames.find(Path.str());
    return Known == NewNames.end() ? Path.str() : Known->second;
  });
  std::vector<Finding> New;
  for (size_t Index : Result.New)
    New.push_back(std::move(Now.Findings[Index]));
  Now.Findings = std::move(New);
  Now.Comparisons.push_back({("since " + Revision).str(), Result.Unchanged,
                             Result.Gone.size(), "fixed"});
}

/// A finding whose note lies on a changed line hangs on that line.
bool isOn(const Patch &Changed, const Finding &One) {
  return Changed.changes(One.At.Path, One.At.Line) ||
         any_of(One.Notes, [&](const Note &Said) {
           return Changed.changes(Said.At.Path, Said.At.Line);
         });
}

void keepChanged(Report &Whole, const Patch &Changed) {
  size_t All = Whole.Findings.size();
  auto IsElsewhere = [&](const Finding &One) { return !isOn(Changed, One); };
  llvm::erase_if(Whole.Findings, IsElsewhere);
  llvm::erase_if(Whole.LetGo, IsElsewhere);
  Whole.LeftOut = All - Whole.Findings.size();
}

/// What of a change decides which units to look at.
Change filesOf(const Patch &Changed) {
  Change Result;
  for (const auto &[Path, Lines] : Changed.Lines)
    Result.Files.push_back(Path);
  return Result;
}

/// Of a header nothing is known unless all that may include it is looked at.
UnusedNoLints unusedNoLints(const LintRequest &Request) {
  if (!Request.UnusedNoLints || Interrupt::signal() != 0)
    return UnusedNoLints::None;
  bool All =
      Request.What.Paths.empty() && Request.Since.empty() && !Request.Changed;
  return All ? UnusedNoLints::Everywhere : UnusedNoLints::InSources;
}

} // namespace

Expected<Report> lint(const LintRequest &Request, raw_ostream &Log) {
  if (Request.Configuration.Checks)
    if (Error Wrong = validateChecks(*Request.Configuration.Checks))
      return Wrong;
  Expected<HeaderFilter> Headers = HeaderFilter::create(Request.Headers);
  if (!Headers)
    return Headers.takeError();
  Expected<Project> Loaded = loadProject(Request.What);
  if (!Loaded)
    return Loaded.takeError();

  std::optional<Change> Since;
  if (!Request.Since.empty()) {
    Expected<Change> Found = changeSince(Request.Since);
    if (!Found)
      return createStringError(inconvertibleErrorCode(),
                               "--since: " + toString(Found.takeError()));
    Since = std::move(*Found);
    keepTouched(*Loaded, *Since, Request.Within.Processes);
  }
  if (Request.Changed) {
    keepTouched(*Loaded, filesOf(*Request.Changed), Request.Within.Processes);
    for (const std::string &Path : Request.Changed->Differing)
      Loaded->Hints.push_back(displayPath(Path) +
                              " is not as the patch leaves it: which of its "
                              "lines are meant is a guess");
  }

  Configuration Files(Request.Configuration);
  StringSet<> Named;
  for (const std::string &Path : Request.What.Paths)
    Named.insert(canonicalPath(Path));
  std::vector<Job> Jobs;
  for (Unit &One : Loaded->Units) {
    Expected<clang::tidy::ClangTidyOptions> Options = Files.forFile(One.File);
    if (!Options)
      return Options.takeError();
    // Whoever names a file wants to hear what is wrong with it.
    const bool MayBeSkipped =
        !Request.NoPrefilter && !Request.Profile && !Named.contains(One.File);
    Jobs.push_back({std::move(One), nullptr, std::move(*Options),
                    Request.Profile, MayBeSkipped, Request.UnusedNoLints,
                    !Request.NoLazyBodies});
  }
  const size_t Now = Jobs.size();
  if (Since)
    for (size_t I = 0; I < Now; ++I)
      if (!Since->Added.contains(Jobs[I].What.File)) {
        Job Earlier = Jobs[I];
        Earlier.What = renamed(std::move(Earlier.What), *Since);
        Earlier.Before = Since->Before;
        Jobs.push_back(std::move(Earlier));
      }

  if (!Request.Quiet) {
    for (const std::string &Hint : Loaded->Hints)
      Log << "tidepool: " << Hint << '\n';
    for (const std::string &Notice : Files.notices())
      Log << "tidepool: " << Notice << '\n';
  }
  if (Request.Verbose) {
    for (const std::string &Detail : Loaded->Details)
      Log << "tidepool: " << Detail << '\n';
    for (const std::string &Detail : Files.details())
      Log << "tidepool: " << Detail << '\n';
  }

  // Read once, here, and not again in each process.
  Vocabulary::builtin();
  const Cache Known(Request.NoCache ? "" : Request.CacheFolder);
  size_t Done = 0;
  std::vector<UnitResult> Results;
  {
    Progress Bar(Log, Request.Progress, Jobs.size());
    Results = runJobs(
        Jobs, Request.Within, Known,
        [&](const UnitResult &Result, std::chrono::duration<double> Took) {
          ++Done;
          Bar.oneEnded();
          if (Request.Verbose)
            describe(Log, Result, Took, Done, Jobs.size());
        });
  }
  Known.prune();
  if (Request.Verbose)
    describeSkipped(Log, Results);
  const bool Partial = Interrupt::signal() != 0;
  const UnusedNoLints NoLints = unusedNoLints(Request);
  auto Unfinished = [](const UnitResult &One) { return One.Interrupted; };
  if (!Since) {
    llvm::erase_if(Results, Unfinished);
    Report Whole = collect(std::move(Results), *Headers, NoLints);
    if (Error Wrong = setSeverities(Whole, Files))
      return Wrong;
    Whole.Partial = Partial;
    if (Request.Changed) {
      keepChanged(Whole, *Request.Changed);
      Whole.Untouched = Now == 0;
    }
    return Whole;
  }
  std::vector<UnitResult> Earlier(
      std::make_move_iterator(Results.begin() + Now),
      std::make_move_iterator(Results.end()));
  Results.resize(Now);
  // Half of a comparison is none: what one side lacks is no news.
  StringSet<> Halves;
  for (const auto *Side : {&Earlier, &Results})
    for (const UnitResult &One : *Side)
      if (One.Interrupted)
        Halves.insert(One.File);
  auto IsHalf = [&](const UnitResult &One) {
    return Halves.contains(One.File);
  };
  llvm::erase_if(Results, IsHalf);
  llvm::erase_if(Earlier, IsHalf);
  for (const UnitResult &One : Earlier)
    if (!One.Failure.empty() && !Request.Quiet)
      Log << "tidepool: " << displayPath(One.File) << " as it was in "
          << Request.Since << " could not be analysed (" << One.Failure
          << "): what is found there now may count as new\n";
  Report Whole = collect(std::move(Results), *Headers, NoLints);
  Report Before = collect(std::move(Earlier), *Headers, NoLints);
  // What is switched off counts on neither side.
  for (Report *Side : {&Whole, &Before})
    if (Error Wrong = setSeverities(*Side, Files))
      return Wrong;
  keepNew(Whole, Before, *Since, Request.Since);
  Whole.LookedBack = true;
  Whole.Untouched = Now == 0;
  Whole.Partial = Partial;
  return Whole;
}

} // namespace tidepool
