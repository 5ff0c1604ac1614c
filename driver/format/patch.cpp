// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The fixes as a patch that `git apply` takes, from the repository's top.

#include "Format.h"
#include "findings/Fixes.h"
#include "project/Git.h"
#include "project/Paths.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace tidepool {

static bool put(StringRef Folder, StringRef Side, StringRef Path,
                StringRef Text) {
  SmallString<256> File(Folder);
  sys::path::append(File, Side, Path);
  if (sys::fs::create_directories(sys::path::parent_path(File)))
    return false;
  std::error_code Failed;
  raw_fd_ostream Out(File, Failed);
  if (Failed)
    return false;
  Out << Text;
  return true;
}

void writePatch(raw_ostream &Out, const Report &Whole, const Shown &What) {
  FixedFiles Fixed = applyFixes(Whole.Findings, What.NoteFixes);
  if (Fixed.Files.empty())
    return;
  SmallString<128> Folder;
  if (sys::fs::createUniqueDirectory("tidepool-patch", Folder)) {
    errs() << "tidepool: error: no temporary folder for the patch\n";
    return;
  }
  bool Written = true;
  for (const auto &[Path, Text] : Fixed.Files) {
    std::string Known = projectPath(Path);
    Written = Written && put(Folder, "a", Known, Text.Before) &&
              put(Folder, "b", Known, Text.After);
  }
  Expected<std::string> Diff =
      Written ? Git::diffFolders(Folder, "a", "b")
              : createStringError(inconvertibleErrorCode(),
                                  "the temporary files cannot be written");
  if (Diff)
    Out << *Diff;
  else
    errs() << "tidepool: error: no patch: " << toString(Diff.takeError())
           << '\n';
  // Nothing can be done about a folder that stays behind in /tmp.
  (void)sys::fs::remove_directories(Folder);
}

} // namespace tidepool
