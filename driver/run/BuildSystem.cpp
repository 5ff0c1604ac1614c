// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "BuildSystem.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace tidepool {
namespace {

struct Known {
  StringLiteral Marker;
  StringLiteral Name;
  /// Separated by newlines.
  StringLiteral Commands;
  StringLiteral DatabaseFolder;
};

/// The first that fits counts: CMake and configure leave Makefiles behind.
constexpr Known Systems[] = {
    {"CMakeLists.txt", "CMake",
     "cmake -S . -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON\n"
     "cmake --build build",
     "build"},
    {"meson.build", "Meson", "meson setup build\nmeson compile -C build",
     "build"},
    {"MODULE.bazel", "Bazel",
     "bazel build //...\nbazel run @hedron_compile_commands//:refresh_all",
     "."},
    {"WORKSPACE", "Bazel",
     "bazel build //...\nbazel run @hedron_compile_commands//:refresh_all",
     "."},
    {"xmake.lua", "xmake", "xmake\nxmake project -k compile_commands", "."},
    {"SConstruct", "SCons", "bear -- scons", "."},
    {"configure", "configure", "./configure\nbear -- make", "."},
    {"configure.ac", "Autotools",
     "autoreconf --install\n./configure\nbear -- make", "."},
    {"build.ninja", "Ninja", "ninja\nninja -t compdb > compile_commands.json",
     "."},
    {"Makefile", "Make", "bear -- make", "."},
    {"GNUmakefile", "Make", "bear -- make", "."},
};

bool holds(StringRef Folder, StringRef Name) {
  SmallString<256> Path(Folder);
  sys::path::append(Path, Name);
  return sys::fs::exists(Path);
}

} // namespace

std::optional<BuildSystem> buildSystemOf(StringRef Folder) {
  for (const Known &One : Systems) {
    if (!holds(Folder, One.Marker))
      continue;
    BuildSystem Result = {One.Name.str(), {}, One.DatabaseFolder.str()};
    SmallVector<StringRef, 3> Commands;
    One.Commands.split(Commands, '\n');
    for (StringRef Command : Commands)
      Result.Commands.push_back(Command.str());
    return Result;
  }
  return std::nullopt;
}

std::optional<std::string> databaseFolderIn(StringRef Folder) {
  std::vector<std::string> Names = {"build", "."};
  std::vector<std::string> Others;
  std::error_code Failed;
  for (sys::fs::directory_iterator It(Folder, Failed), End;
       It != End && !Failed; It.increment(Failed))
    Others.push_back(sys::path::filename(It->path()).str());
  llvm::sort(Others);
  Names.insert(Names.end(), Others.begin(), Others.end());
  for (const std::string &Name : Names) {
    SmallString<256> Path(Folder);
    sys::path::append(Path, Name);
    if (holds(Path, "compile_commands.json"))
      return Name;
  }
  return std::nullopt;
}

} // namespace tidepool
