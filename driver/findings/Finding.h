// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What the checks said of one unit, free of any source manager: it crosses from
// the process that parsed the unit to the one that reports.

#ifndef TIDEPOOL_DRIVER_FINDINGS_FINDING_H
#define TIDEPOOL_DRIVER_FINDINGS_FINDING_H

#include "llvm/Support/JSON.h"
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace tidepool {

/// Lines and columns count from 1 on.
struct Spot {
  uint64_t Line = 0;
  /// As clang counts: in bytes.
  uint64_t Column = 0;
  /// In UTF-16 code units.
  uint64_t Column16 = 0;
};

struct Place : Spot {
  /// Absolute and with symbolic links resolved; empty where there is no place.
  std::string Path;
  uint64_t Offset = 0;
  /// The function around it, with its namespaces and classes; empty outside of
  /// functions.
  std::string Function;
  /// The whole line, without its end, as it was when the unit was parsed.
  std::string SourceLine;
};

/// One edit of a fix.
struct Edit {
  std::string Path;
  uint64_t Offset = 0;
  uint64_t Length = 0;
  std::string Text;
  Spot Start;
  Spot End;
};

struct Note {
  Place At;
  std::string Message;
  std::vector<Edit> Fix;
};

enum class FindingKind : uint8_t {
  Finding,
  /// A candidate that was let go, and the reason is known.
  Excused,
  /// A candidate that was let go because a question had no answer.
  Unknown,
  /// A finding that test code is spared.
  Hushed,
  /// The compiler could not understand the unit.
  Error,
  /// Something in a .clang-tidy or .tidepool.yaml is wrong.
  Configuration,
};

enum class Severity : uint8_t { Info, Warning, Error };

struct Finding {
  FindingKind Kind = FindingKind::Finding;
  /// "tidepool-unbounded-spawn-in-loop", "clang-diagnostic-error".
  std::string Check;
  Place At;
  /// Without the "excused: " or "unknown: " that Kind stands for.
  std::string Message;
  std::vector<Edit> Fix;
  std::vector<Note> Notes;
  /// The tokens at the place, up to where a block or the statement ends: the
  /// same however the code is laid out.
  std::string Statement;

  // What collect() adds.

  /// The id of the check's message; empty where it has none like this.
  std::string MessageId;
  Severity Weight = Severity::Warning;
  /// The same for as long as the check says the same of the same statement of
  /// the same function, wherever that stands; unique in its file.
  std::string Fingerprint;
};

/// Stands where a check's name would, for a NoLint: no check says it.
constexpr llvm::StringLiteral UnusedNoLint = "tidepool-unused-nolint";

/// A name of ours in a NOLINT comment.
struct NoLint {
  /// What is reported where it silences nothing.
  Finding Unused;
  /// It silences something, or may.
  bool Used = false;
};

/// All that is known of a unit when it has been looked at.
struct UnitResult {
  /// The unit's main file, as Place::Path.
  std::string File;
  std::vector<Finding> Findings;
  /// Files that the unit includes and that are not system headers.
  std::vector<std::string> Headers;
  /// Those of its files that it could judge.
  std::vector<NoLint> NoLints;
  /// Why the unit could not be analysed; empty where it could.
  std::string Failure;
  /// It comes from the cache; else why it did not, and why it is not kept
  /// there: each may be empty.
  bool FromCache = false;
  std::string NotCached;
  std::string NotKept;
  /// The run was interrupted before this unit was done.
  bool Interrupted = false;
  /// It was not parsed, since it spells nothing that a candidate would; else
  /// why it was, where that was asked.
  bool Skipped = false;
  std::string NotSkipped;
  /// CPU seconds, user and system, of the whole unit and of each check; only
  /// where a profile was asked for.
  double Seconds = 0;
  std::map<std::string, double> CheckSeconds;
};

llvm::json::Value toJSON(const UnitResult &Result);
bool fromJSON(const llvm::json::Value &Value, UnitResult &Result,
              llvm::json::Path Where);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_FINDINGS_FINDING_H
