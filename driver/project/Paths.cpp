// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Paths.h"
#include "Utf8.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace tidepool {

std::string canonicalPath(StringRef Path) {
  SmallString<256> Real;
  if (!sys::fs::real_path(Path, Real))
    return Real.str().str();
  Real = Path;
  (void)sys::fs::make_absolute(Real);
  sys::path::remove_dots(Real, /*remove_dot_dot=*/true);
  return Real.str().str();
}

std::string canonicalPath(StringRef Directory, StringRef Path) {
  if (sys::path::is_absolute(Path))
    return canonicalPath(Path);
  SmallString<256> Whole(Directory);
  sys::path::append(Whole, Path);
  return canonicalPath(Whole);
}

bool isBelow(StringRef Path, StringRef Folder) {
  if (!Path.consume_front(Folder))
    return false;
  return Path.empty() || Folder.ends_with("/") || Path.starts_with("/");
}

static std::string relativeTo(StringRef Path, StringRef Folder) {
  if (Path != Folder && isBelow(Path, Folder))
    Path = Path.drop_front(Folder.size()).ltrim('/');
  return Path.str();
}

std::string displayPath(StringRef Path) {
  static const std::string Current = canonicalPath(".");
  std::string Shown = printable(relativeTo(Path, Current));
  // A line must not begin with what a CI system takes for a command.
  bool Command = !Shown.empty() && (Shown[0] == ':' || Shown[0] == '#');
  return Command ? "./" + Shown : Shown;
}

static std::string findProjectFolder() {
  std::string Current = canonicalPath(".");
  for (StringRef Folder = Current; !Folder.empty();
       Folder = sys::path::parent_path(Folder)) {
    // A folder; in work trees and submodules a file.
    SmallString<256> Git(Folder);
    sys::path::append(Git, ".git");
    if (sys::fs::exists(Git))
      return Folder.str();
  }
  return Current;
}

std::string projectFolder() {
  static const std::string Folder = findProjectFolder();
  return Folder;
}

std::string projectPath(StringRef Path) {
  return relativeTo(Path, projectFolder());
}

} // namespace tidepool
