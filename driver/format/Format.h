// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// How a report is written. One file a format.

#ifndef TIDEPOOL_DRIVER_FORMAT_FORMAT_H
#define TIDEPOOL_DRIVER_FORMAT_FORMAT_H

#include "findings/Report.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace tidepool {

struct TextStyle {
  bool Color = false;
  /// The source line and a caret beneath each finding and note.
  bool Sources = true;
};

struct Shown {
  TextStyle Style;
  /// What was let go too, where the format has a place for it.
  bool LetGo = false;
  /// Patches hold the fixes of notes too.
  bool NoteFixes = false;
};

struct Format {
  llvm::StringRef Name;
  void (*Write)(llvm::raw_ostream &Out, const Report &Whole, const Shown &What);
  /// Lines that may stand among others; the rest fill their file.
  bool Mixes = false;
};

/// All there are.
llvm::ArrayRef<Format> formats();

/// "path:line:col: warning: message [check]", its source line, its notes; for a
/// candidate that was let go a remark, whose text begins with "excused: " or
/// "unknown: ".
void writeText(llvm::raw_ostream &Out, const Finding &One,
               const TextStyle &Style);

/// The findings, by path and line, and what was let go among them.
void writeText(llvm::raw_ostream &Out, const Report &Whole, const Shown &What);
void writeJson(llvm::raw_ostream &Out, const Report &Whole, const Shown &What);
void writeSarif(llvm::raw_ostream &Out, const Report &Whole, const Shown &What);
void writeRdjsonl(llvm::raw_ostream &Out, const Report &Whole,
                  const Shown &What);
void writeGithub(llvm::raw_ostream &Out, const Report &Whole,
                 const Shown &What);
void writeGitlab(llvm::raw_ostream &Out, const Report &Whole,
                 const Shown &What);
void writePatch(llvm::raw_ostream &Out, const Report &Whole, const Shown &What);

/// "3 findings in 2 files; 12 units and 34 headers checked, 1 unit not
/// analysed"
std::string summaryOf(const Report &Whole);

/// For each check: how many candidates it saw, and what became of them.
void writeStats(llvm::raw_ostream &Out, const Report &Whole);

} // namespace tidepool

#endif // TIDEPOOL_DRIVER_FORMAT_FORMAT_H
