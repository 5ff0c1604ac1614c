// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Commands.h"
#include "InitFiles.h"
#include "Options.h"
#include "project/Git.h"
#include "project/Paths.h"
#include "run/TidyFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace tidepool {
namespace {

struct Wishes {
  bool Clangd = false;
  bool Vocabulary = false;
  bool Hook = false;
  std::string Workflow;
  bool Replace = false;
};

Error failure(const Twine &Message) {
  return createStringError(inconvertibleErrorCode(), Message);
}

/// Fails where there is something already, unless \p Replace.
Error write(StringRef Path, StringRef Text, bool Replace) {
  std::error_code Failed;
  raw_fd_ostream Out(
      Path, Failed, Replace ? sys::fs::CD_CreateAlways : sys::fs::CD_CreateNew);
  if (!Failed) {
    Out << Text;
    Out.close();
    Failed = Out.error();
    Out.clear_error();
  }
  return Failed ? failure(Path + ": " + Failed.message()) : Error::success();
}

/// Makes a file that is wholly ours. One that is there is left alone, and that
/// is a failure if it is another one.
Error place(StringRef Path, StringRef Text, bool Replace) {
  StringRef Done = "wrote ";
  if (auto There = MemoryBuffer::getFile(Path)) {
    if ((*There)->getBuffer() == Text) {
      outs() << Path << " is left as it is: it says that already\n";
      return Error::success();
    }
    if (!Replace)
      return failure(Path + " is there already and is left as it is; "
                            "--replace writes it anew");
    Done = "replaced ";
  }
  StringRef Around = sys::path::parent_path(Path);
  if (!Around.empty())
    if (std::error_code Failed = sys::fs::create_directories(Around))
      return failure(Path + ": " + Failed.message());
  if (Error Failed = write(Path, Text, Replace))
    return Failed;
  outs() << Done << Path << '\n';
  return Error::success();
}

std::string in(StringRef Folder, const Twine &Name) {
  SmallString<256> Path(Folder);
  sys::path::append(Path, Name);
  return Path.str().str();
}

Error nameChecksIn(StringRef Path) {
  if (!sys::fs::exists(Path)) {
    std::string Text = "# Tidepool's core checks; 'tidepool checks' lists all, "
                       "and clang-tidy's own may\n# be named here too.\n"
                       "Checks: '-*," +
                       defaultGlobs() + "'\n";
    if (Error Failed = write(Path, Text, /*Replace=*/false))
      return Failed;
    outs() << "wrote " << Path << ": Checks is '-*," << defaultGlobs() << "'\n";
    return Error::success();
  }
  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return failure(Path + ": " + Buffer.getError().message());
  Expected<TidyFileEdit> Edit = nameChecks((*Buffer)->getMemBufferRef());
  if (!Edit)
    return Edit.takeError();
  if (Edit->Text == (*Buffer)->getBuffer()) {
    outs() << Path << " is left as it is: " << Edit->What << '\n';
    return Error::success();
  }
  if (Error Failed = write(Path, Edit->Text, /*Replace=*/true))
    return Failed;
  outs() << Path << ": " << Edit->What << '\n';
  return Error::success();
}

/// What scripts and YAML can hold without quotes.
bool isPlain(StringRef Folder) {
  return !Folder.empty() && Folder.front() != '-' && all_of(Folder, [](char C) {
    return isAlnum(C) || C == '.' || C == '_' || C == '-' || C == '/';
  });
}

/// What builds \p Folder. Says what there is, or how to make it.
BuildSystem describeBuild(StringRef Folder) {
  std::optional<BuildSystem> Known = buildSystemOf(Folder);
  BuildSystem Build = Known.value_or(
      BuildSystem{"", {"bear -- make # or what else builds it"}, "."});
  if (Known)
    outs() << "this is built with " << Known->Name << '\n';
  std::optional<std::string> Found = databaseFolderIn(Folder);
  if (Found && isPlain(*Found)) {
    Build.DatabaseFolder = *Found;
    outs() << "compile commands are those of "
           << in(*Found == "." ? "" : *Found, "compile_commands.json") << '\n';
    return Build;
  }
  outs() << "there is no compile_commands.json yet; make one"
         << (Known ? " with:\n" : ", for instance with:\n");
  for (const std::string &Command : Build.Commands)
    outs() << "  " << Command << '\n';
  return Build;
}

Error writeHook(StringRef Folder, const BuildSystem &Build, bool Replace) {
  Expected<Git> Asked = Git::around(Folder.empty() ? "." : Folder);
  if (!Asked)
    return failure("--hook: " + toString(Asked.takeError()));
  // Hooks run at the repository's top.
  if (Asked->top() != canonicalPath(Folder.empty() ? "." : Folder))
    return failure("--hook: a hook is of a whole repository; name its top, " +
                   Asked->top());
  Expected<std::string> Hooks =
      Asked->ask({"rev-parse", "--git-path", "hooks"});
  if (!Hooks)
    return failure("--hook: " + toString(Hooks.takeError()));
  std::string Path = in(
      canonicalPath(Asked->top(), StringRef(*Hooks).rtrim('\n')), "pre-commit");
  if (Error Failed = place(Path, hookFile(Build), Replace))
    return Failed;
  auto Rights = static_cast<sys::fs::perms>(0755);
  if (std::error_code Failed = sys::fs::setPermissions(Path, Rights))
    return failure(Path + ": " + Failed.message());
  return Error::success();
}

Error writeWorkflow(StringRef Folder, const BuildSystem &Build,
                    const Wishes &Wanted) {
  bool GitHub = Wanted.Workflow == "github";
  std::string Path = in(Folder, GitHub ? ".github/workflows/tidepool.yml"
                                       : ".gitlab/tidepool.yml");
  if (Error Failed =
          place(Path, workflowFor(Wanted.Workflow, Build), Wanted.Replace))
    return Failed;
  if (!GitHub)
    outs() << "include it in .gitlab-ci.yml:\n"
              "  include: {local: .gitlab/tidepool.yml}\n";
  return Error::success();
}

/// One that fails does not keep the others from being written.
Error writeAll(StringRef Folder, const Wishes &Wanted) {
  Error All = nameChecksIn(in(Folder, ".clang-tidy"));
  BuildSystem Build = describeBuild(Folder.empty() ? "." : Folder);
  auto Do = [&](Error One) {
    All = joinErrors(std::move(All), std::move(One));
  };
  if (Wanted.Clangd)
    Do(place(in(Folder, ".clangd"), clangdFile(Build), Wanted.Replace));
  if (Wanted.Vocabulary)
    Do(place(in(Folder, ".tidepool.yaml"), vocabularyFile(), Wanted.Replace));
  if (Wanted.Hook)
    Do(writeHook(Folder, Build, Wanted.Replace));
  if (!Wanted.Workflow.empty())
    Do(writeWorkflow(Folder, Build, Wanted));
  return All;
}

} // namespace

int initCommand(ArrayRef<const char *> Arguments) {
  Wishes Wanted;
  Options Known("tidepool init [FOLDER] [options]",
                "Names Tidepool's checks in FOLDER/.clang-tidy (default: the "
                "current folder's), so that\nclang-tidy runs them too; makes "
                "the file if there is none. Says where the compile\ncommands "
                "are, or how to make them. Makes other files when asked; doing "
                "it twice\nchanges nothing.");
  Known.flag(
      "clangd", Wanted.Clangd,
      "make .clangd, which tells editors where the compile commands are");
  Known.flag("vocabulary", Wanted.Vocabulary,
             "make .tidepool.yaml, for what the project's own framework does");
  Known.flag("hook", Wanted.Hook,
             "make git's pre-commit hook, which refuses what adds findings");
  Known.choice("ci", "github|gitlab", Wanted.Workflow,
               "make a workflow that gates pull or merge requests");
  Known.flag("replace", Wanted.Replace,
             "write these anew where they are there already");
  Expected<std::vector<std::string>> Words = Known.parse(Arguments);
  if (!Words)
    return usageError(Words.takeError());
  if (Known.helpShown())
    return Clean;
  if (Words->size() > 1)
    return usageError("'init' wants one folder");
  std::string Folder = Words->empty() ? "" : Words->front();
  if (!Folder.empty() && !sys::fs::is_directory(Folder))
    return usageError("there is no folder '" + Folder + "'");
  if (Error Failed = writeAll(Folder, Wanted)) {
    handleAllErrors(std::move(Failed), [](const ErrorInfoBase &One) {
      usageError(Twine(One.message()));
    });
    return Usage;
  }
  return Clean;
}

} // namespace tidepool
