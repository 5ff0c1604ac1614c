// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The results of all units as one: each finding once, in an order that does not
// depend on which unit ended first.

#ifndef TIDEPOOL_DRIVER_FINDINGS_REPORT_H
#define TIDEPOOL_DRIVER_FINDINGS_REPORT_H

#include "Finding.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/GlobPattern.h"
#include <optional>
#include <string>
#include <vector>

namespace tidepool {

/// Which headers' findings are shown. Main files always are.
class HeaderFilter {
public:
  /// All headers that are not system headers.
  HeaderFilter() = default;

  /// Those whose canonical path one of \p Globs matches; a glob that begins
  /// neither with '/' nor with '*' is seen from the current folder. Fails on a
  /// malformed glob.
  static llvm::Expected<HeaderFilter>
  create(const std::vector<std::string> &Globs);

  bool matches(llvm::StringRef CanonicalPath) const;

private:
  std::vector<std::string> Texts;
  std::vector<llvm::GlobPattern> Patterns;
};

struct Report {
  /// By path, line, column, check, message.
  std::vector<Finding> Findings;
  /// Hushed findings, and if they were asked for excused and unknown
  /// candidates, in the same order.
  std::vector<Finding> LetGo;
  /// What is wrong in configuration files; each said once.
  std::vector<Finding> Configuration;
  /// The units that could not be analysed, by file, with their errors alone.
  std::vector<UnitResult> Failed;
  /// How many units were analysed.
  size_t Units = 0;
  /// How many headers they include that are not system headers and pass the
  /// filter.
  size_t Headers = 0;

  /// The sums of the units' profiles.
  double Seconds = 0;
  std::map<std::string, double> CheckSeconds;

  /// Which files were looked at whole: those of analysed units.
  llvm::StringSet<> Files;

  /// What the findings were compared with, of which Findings are what is new.
  struct Compared {
    /// "since main", "in baseline.jsonl"
    std::string With;
    size_t Unchanged = 0;
    size_t Gone = 0;
    /// What is gone is called so: "fixed", "stale".
    std::string GoneWord;
  };
  std::vector<Compared> Comparisons;
  /// The earlier side of a comparison was looked at too, with what is not code
  /// as it is now.
  bool LookedBack = false;
  /// Findings that lie on no line of a patch, where one was given.
  std::optional<size_t> LeftOut;
  /// There was a change, and it touches no unit.
  bool Untouched = false;
  /// It was interrupted, and this is what was found so far.
  bool Partial = false;

  /// How many of LetGo are hushed.
  size_t hushed() const;
  /// How many files \p Findings are in.
  size_t filesWithFindings() const;
};

/// Which NOLINT comments that silence nothing are findings.
enum class UnusedNoLints : uint8_t {
  None,
  /// Those of sources: all commands of these were looked at.
  InSources,
  /// Those of headers too: all that may include them was looked at.
  Everywhere,
};

Report collect(std::vector<UnitResult> Results, const HeaderFilter &Headers,
               UnusedNoLints Wanted = UnusedNoLints::None);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_FINDINGS_REPORT_H
