// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Lint.h"
#include "Paths.h"
#include "vocabulary/Vocabulary.h"
#include "llvm/Support/Format.h"

using namespace llvm;

namespace tidepool {

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

  Configuration Files(Request.Configuration);
  std::vector<Job> Jobs;
  for (Unit &One : Loaded->Units) {
    Expected<clang::tidy::ClangTidyOptions> Options = Files.forFile(One.File);
    if (!Options)
      return Options.takeError();
    Jobs.push_back({std::move(One), std::move(*Options), Request.Profile});
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
  return collect(std::move(Results), *Headers);
}

} // namespace tidepool
