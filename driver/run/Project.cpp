// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Project.h"
#include "Database.h"
#include "Flags.h"
#include "findings/Nearest.h"
#include "project/Paths.h"
#include "clang/Driver/Types.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include <map>
#include <set>
#include <tuple>

using namespace llvm;
using clang::tooling::CompileCommand;

namespace tidepool {
namespace {

/// False for assembly, resources and the like, which builds list too.
bool isLanguageOfClang(StringRef File) {
  StringRef Extension = sys::path::extension(File);
  Extension.consume_front(".");
  namespace types = clang::driver::types;
  types::ID Type = types::lookupTypeForExtension(Extension);
  return Type == types::TY_INVALID || types::isDerivedFromC(Type);
}

bool isSource(StringRef File) {
  StringRef Extension = sys::path::extension(File);
  Extension.consume_front(".");
  namespace types = clang::driver::types;
  types::ID Type = types::lookupTypeForExtension(Extension);
  return Type != types::TY_INVALID && types::isDerivedFromC(Type) &&
         !types::onlyPrecompileType(Type);
}

/// The sources below \p Folder; hidden folders and build folders are not ours.
std::vector<std::string> sourcesBelow(StringRef Folder) {
  std::vector<std::string> Found;
  std::error_code Failed;
  for (sys::fs::recursive_directory_iterator It(Folder, Failed), End;
       It != End && !Failed; It.increment(Failed)) {
    StringRef Path = It->path();
    if (It->type() == sys::fs::file_type::directory_file) {
      SmallString<256> Cache(Path);
      sys::path::append(Cache, "CMakeCache.txt");
      if (sys::path::filename(Path).starts_with(".") || sys::fs::exists(Cache))
        It.no_push();
    } else if (isSource(Path)) {
      Found.push_back(canonicalPath(Path));
    }
  }
  llvm::sort(Found);
  return Found;
}

/// clang takes "x.h" for C, unless the command says what it is.
void makeHeaderCxx(CompileCommand &Command) {
  if (sys::path::extension(Command.Filename) != ".h" ||
      any_of(Command.CommandLine, [](StringRef Flag) {
        return Flag.starts_with("-x") || Flag.starts_with("-std=c9") ||
               Flag.starts_with("-std=c1") || Flag.starts_with("-std=c2") ||
               Flag.starts_with("-std=gnu1") || Flag.starts_with("-std=gnu2");
      }))
    return;
  Command.CommandLine.insert(Command.CommandLine.begin() + 1,
                             {"-x", "c++-header"});
}

/// What stands beside where \p Path would be and is called much like it.
std::string nearestTo(StringRef Path) {
  StringRef Folder = sys::path::parent_path(Path);
  std::vector<std::string> Names;
  std::error_code Failed;
  for (sys::fs::directory_iterator At(Folder.empty() ? "." : Folder, Failed),
       End;
       At != End && !Failed; At.increment(Failed))
    Names.push_back(sys::path::filename(At->path()).str());
  // Folders list their files in no order.
  llvm::sort(Names);
  SmallVector<StringRef, 0> Known(Names.begin(), Names.end());
  return didYouMean(sys::path::filename(Path), Known);
}

class Selection {
public:
  Selection(const Database &Commands, Project &Into)
      : Commands(Commands), Into(Into) {
    if (Commands.KnowsFiles)
      for (CompileCommand &Command :
           Commands.Compilations->getAllCompileCommands())
        All.push_back(unit(std::move(Command)));
    // The database's order decides among the commands of one file.
    llvm::stable_sort(All, [](const Unit &Left, const Unit &Right) {
      return Left.File < Right.File;
    });
  }

  void addAll() {
    for (const Unit &One : All)
      add(One);
  }

  void addFolder(StringRef Folder) {
    if (!Commands.KnowsFiles) {
      for (const std::string &File : sourcesBelow(Folder))
        addFile(File);
      return;
    }
    for (const Unit &One : All)
      if (isBelow(One.File, Folder))
        add(One);
  }

  /// \p File is canonical.
  void addFile(StringRef File) {
    bool Known = false;
    for (const Unit &One : All)
      if (One.File == File) {
        add(One);
        Known = true;
      }
    if (Known)
      return;
    for (CompileCommand &Command :
         Commands.Compilations->getCompileCommands(File)) {
      if (!Command.Heuristic.empty())
        Into.Hints.push_back(
            displayPath(File) +
            " is not in the compilation database; it is checked by itself, "
            "with a command " +
            Command.Heuristic);
      add(unit(std::move(Command)));
      // A guess is as good as the next.
      break;
    }
  }

private:
  Unit unit(CompileCommand Command) const {
    if (!Commands.KnowsFiles)
      makeHeaderCxx(Command);
    // Seen from the database, wherever the user stands.
    if (!sys::path::is_absolute(Command.Directory))
      Command.Directory = canonicalPath(sys::path::parent_path(Commands.File),
                                        Command.Directory);
    AdjustedCommand Adjusted = adjustCommand(Command.CommandLine);
    return {canonicalPath(Command.Directory, Command.Filename),
            std::move(Command.Directory), std::move(Adjusted.Arguments),
            std::move(Adjusted.Dropped)};
  }

  void add(const Unit &One) {
    if (!isLanguageOfClang(One.File)) {
      Into.Details.push_back(displayPath(One.File) +
                             " is not C or C++: left out");
      return;
    }
    Into.Units.push_back(One);
  }

  const Database &Commands;
  Project &Into;
  std::vector<Unit> All;
};

} // namespace

Expected<Project> loadProject(const ProjectRequest &Request) {
  std::vector<std::string> Paths;
  for (const std::string &Path : Request.Paths) {
    if (!sys::fs::exists(Path))
      return createStringError(inconvertibleErrorCode(),
                               "there is no file or folder '" + Path + "'" +
                                   nearestTo(Path));
    Paths.push_back(canonicalPath(Path));
  }

  Expected<Database> Commands =
      Request.Flags ? Database::ofFlags(*Request.Flags)
                    : Database::find(Request.DatabaseFolder, Paths);
  if (!Commands)
    return Commands.takeError();

  Project Result;
  if (!Commands->File.empty())
    Result.Details.push_back("commands are those of " + Commands->File);
  Selection Selected(*Commands, Result);
  for (const std::string &Path : Paths) {
    size_t Before = Result.Units.size();
    if (sys::fs::is_directory(Path))
      Selected.addFolder(Path);
    else
      Selected.addFile(Path);
    if (Result.Units.size() == Before)
      return createStringError(
          inconvertibleErrorCode(),
          Twine("nothing to check in '") + displayPath(Path) + "': " +
              (Commands->KnowsFiles
                   ? Commands->File + " lists no C or C++ file there"
                   : std::string("there is no C or C++ file")));
  }
  if (Paths.empty()) {
    if (Commands->KnowsFiles)
      Selected.addAll();
    else if (!Request.Flags)
      Selected.addFolder(sys::path::parent_path(Commands->File));
    else
      return createStringError(inconvertibleErrorCode(),
                               "name the files that the flags after '--' "
                               "are for");
    if (Result.Units.empty())
      return createStringError(inconvertibleErrorCode(),
                               "nothing to check: " + Commands->File +
                                   " lists no C or C++ file");
  }

  // Paths may overlap.
  llvm::stable_sort(Result.Units, [](const Unit &Left, const Unit &Right) {
    return Left.File < Right.File;
  });
  std::set<std::tuple<std::string, std::string, std::vector<std::string>>> Seen;
  llvm::erase_if(Result.Units, [&](const Unit &One) {
    return !Seen.emplace(One.File, One.Directory, One.Command).second;
  });
  std::map<std::string, unsigned> Dropped;
  for (const Unit &One : Result.Units)
    for (const std::string &Flag : One.Dropped)
      ++Dropped[Flag];
  for (const auto &[Flag, Times] : Dropped)
    Result.Details.push_back("dropped '" + Flag + "' from " +
                             std::to_string(Times) +
                             (Times == 1 ? " command" : " commands"));
  return Result;
}

} // namespace tidepool
