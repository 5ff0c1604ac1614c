// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "LintOptions.h"
#include "Commands.h"
#include "project/Paths.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Threading.h"
#include <cstdlib>

using namespace llvm;

namespace tidepool {

/// The first errors of a unit tell; the rest follow from them.
constexpr size_t ErrorsShown = 5;
constexpr unsigned DefaultTimeout = 600;

void LintOptions::addTo(Options &Into) {
  Request.Within.Processes =
      std::max(1u, hardware_concurrency().compute_thread_count());
  Request.Within.Timeout = std::chrono::seconds(DefaultTimeout);

  Into.value("p", "DIR", Request.What.DatabaseFolder,
             "folder of compile_commands.json or compile_flags.txt (default: "
             "searched upward)");
  Into.value(
      "checks", "GLOBS",
      [this](StringRef Globs) -> Error {
        Request.Configuration.Checks = Globs.str();
        return Error::success();
      },
      "globs added to the core checks, whatever .clang-tidy files say; begin "
      "with '-*,' to run only those you name");
  Into.choice("level", "core|strict", Request.Configuration.Level,
              "strict shows opinions too (default: as .clang-tidy says, or "
              "core)");
  Into.value(
      "headers", "GLOB",
      [this](StringRef Glob) -> Error {
        Request.Headers.push_back(Glob.str());
        return Error::success();
      },
      "headers whose findings are shown; may be repeated (default: all but "
      "system headers)");
  Into.number("j", "N", Request.Within.Processes, 1,
              "how many units at once (default: one a core)");
  Into.value(
      "timeout", "SECONDS",
      [this](StringRef Given) -> Error {
        unsigned Seconds = 0;
        if (Given.getAsInteger(10, Seconds))
          return createStringError(inconvertibleErrorCode(),
                                   "'" + Given + "' is no number");
        Request.Within.Timeout = std::chrono::seconds(Seconds);
        return Error::success();
      },
      "how long one unit may take; 0: for ever (default: 600)");
  Request.CacheFolder = Cache::defaultFolder();
  Into.value("cache-dir", "DIR", Request.CacheFolder,
             "where results of unchanged units are kept (default: the user's "
             "cache folder)");
  Into.flag("no-cache", Request.NoCache, "neither read nor write them");
  Into.flag("no-prefilter", Request.NoPrefilter,
            "parse units that spell nothing a check asks for, too");
  Into.flag("no-lazy-bodies", Request.NoLazyBodies,
            "parse the bodies of system headers' templates that no check can "
            "look into, too");
  Into.choice("color", "auto|always|never", Color, "colours (default: auto)");
  Into.flag("verbose", Request.Verbose,
            "say on stderr what was chosen, dropped and how long it took");
  Into.flag("quiet", Request.Quiet, "no source lines, no hints");
  Into.rest(Request.What.Flags);
}

TextStyle LintOptions::style(bool ToTerminal) const {
  TextStyle Style;
  // https://no-color.org
  const char *NoColor = std::getenv("NO_COLOR");
  bool Wanted = ToTerminal && !(NoColor && *NoColor);
  Style.Color = Color == "always" || (Color == "auto" && Wanted);
  Style.Sources = !Request.Quiet;
  return Style;
}

int reportTrouble(const Report &Whole) {
  TextStyle Plain;
  Plain.Sources = false;
  for (const Finding &One : Whole.Configuration)
    writeText(errs(), One, Plain);
  for (const UnitResult &Unit : Whole.Failed) {
    errs() << "tidepool: error: " << displayPath(Unit.File)
           << " could not be analysed: " << Unit.Failure << '\n';
    ArrayRef<Finding> Errors = Unit.Findings;
    for (Finding One : Errors.take_front(ErrorsShown)) {
      One.Notes.clear();
      writeText(errs(), One, Plain);
    }
    if (Errors.size() > ErrorsShown)
      errs() << "tidepool: " << Errors.size() - ErrorsShown
             << " more errors there\n";
  }
  if (!Whole.Configuration.empty())
    return Usage;
  return Whole.Failed.empty() ? Clean : NotAnalysed;
}

} // namespace tidepool
