// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "commands/Commands.h"
#include "commands/Options.h"
#include "findings/Nearest.h"
#include "clang/Basic/Version.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/StringSaver.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;
using namespace tidepool;

namespace {

struct Command {
  StringLiteral Name;
  int (*Run)(ArrayRef<const char *>);
  StringLiteral Summary;
};

constexpr Command Commands[] = {
    {"lint", lintCommand, "check code; what is done where no command is named"},
    {"why", whyCommand, "say what was considered on a line, and let go"},
    {"checks", checksCommand, "list the checks"},
    {"explain", explainCommand, "show a check's page"},
    {"vocab", vocabCommand, "list the library functions that are known"},
    {"init", initCommand, "name Tidepool's checks in .clang-tidy"},
};

int help() {
  outs() << "Tidepool finds over-parallelization in C++.\n\n"
            "usage: tidepool [COMMAND] [options]\n\n";
  for (const Command &One : Commands) {
    outs() << "  " << One.Name;
    outs().indent(10 - One.Name.size()) << One.Summary << '\n';
  }
  outs() << "\n'tidepool COMMAND --help' shows a command's options.\n";
  return Clean;
}

int version() {
  outs() << "tidepool " TIDEPOOL_VERSION " on " << clang::getClangFullVersion()
         << '\n';
  return Clean;
}

/// With what the files hold whose names follow a "@". The compiler's flags are
/// left as they are.
SmallVector<const char *, 16> expanded(ArrayRef<const char *> Given,
                                       StringSaver &Saver) {
  auto *Flags =
      llvm::find_if(Given, [](StringRef Argument) { return Argument == "--"; });
  SmallVector<const char *, 16> Ours(Given.begin(), Flags);
  cl::ExpandResponseFiles(Saver, cl::TokenizeGNUCommandLine, Ours);
  Ours.append(Flags, Given.end());
  return Ours;
}

} // namespace

int main(int Count, const char **Values) {
  // Compilers named after their target, as in "arm-linux-gnueabi-g++".
  InitializeAllTargetInfos();
  BumpPtrAllocator Memory;
  StringSaver Saver(Memory);
  SmallVector<const char *, 16> Arguments =
      expanded({Values + 1, Values + Count}, Saver);
  StringRef First = Arguments.empty() ? "" : Arguments.front();
  if (First == "--help" || First == "-h" || First == "help")
    return help();
  if (First == "--version")
    return version();
  for (const Command &One : Commands)
    if (First == One.Name)
      return One.Run(ArrayRef(Arguments).drop_front());
  // A misspelled command reads like a path.
  if (!First.empty() && !First.starts_with("-") && !sys::fs::exists(First)) {
    SmallVector<StringRef, 8> Names;
    for (const Command &One : Commands)
      Names.push_back(One.Name);
    if (std::string Meant = didYouMean(First, Names); !Meant.empty())
      return usageError("there is no file or folder '" + First + "'" + Meant);
  }
  return lintCommand(Arguments);
}
