// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Lint.h"
#include "Change.h"
#include "Paths.h"
#include "Touched.h"
#include "findings/Compare.h"
#include "vocabulary/Vocabulary.h"
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
    NewNames[projectPath(Old)] = projectPath(New);
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

  Configuration Files(Request.Configuration);
  std::vector<Job> Jobs;
  for (Unit &One : Loaded->Units) {
    Expected<clang::tidy::ClangTidyOptions> Options = Files.forFile(One.File);
    if (!Options)
      return Options.takeError();
    Jobs.push_back(
        {std::move(One), nullptr, std::move(*Options), Request.Profile});
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

  if (!Request.Quiet)
    for (const std::string &Hint : Loaded->Hints)
      Log << "tidepool: " << Hint << '\n';
  if (Request.Verbose) {
    for (const std::string &Detail : Loaded->Details)
      Log << "tidepool: " << Detail << '\n';
    for (const std::string &Detail : Files.details())
      Log << "tidepool: " << Detail << '\n';
  }

  // Read once, here, and not again in each process.
  Vocabulary::builtin();
  size_t Done = 0;
  std::vector<UnitResult> Results = runJobs(
      Jobs, Request.Within,
      [&](const UnitResult &Result, std::chrono::duration<double> Took) {
        ++Done;
        if (Request.Verbose)
          Log << format("tidepool: [%zu/%zu] %.1f s ", Done, Jobs.size(),
                        Took.count())
              << displayPath(Result.File) << '\n';
      });
  if (!Since)
    return collect(std::move(Results), *Headers);
  std::vector<UnitResult> Earlier(
      std::make_move_iterator(Results.begin() + Now),
      std::make_move_iterator(Results.end()));
  Results.resize(Now);
  for (const UnitResult &One : Earlier)
    if (!One.Failure.empty() && !Request.Quiet)
      Log << "tidepool: " << displayPath(One.File) << " as it was in "
          << Request.Since << " could not be analysed (" << One.Failure
          << "): what is found there now may count as new\n";
  Report Whole = collect(std::move(Results), *Headers);
  keepNew(Whole, collect(std::move(Earlier), *Headers), *Since, Request.Since);
  Whole.Untouched = Now == 0;
  return Whole;
}

} // namespace tidepool
