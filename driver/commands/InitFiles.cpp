// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "InitFiles.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace tidepool {

std::string workflowFor(StringRef System, const BuildSystem &Build) {
  StringRef Template;
  for (const EmbeddedFile &File : embeddedWorkflows())
    if (File.Name == System)
      Template = File.Text;
  std::string Text;
  for (StringRef Line : split(Template, '\n')) {
    // The example's build is CMake's, in two lines.
    size_t Command = Line.find("cmake -S . ");
    if (Command != StringRef::npos)
      for (const std::string &Own : Build.Commands)
        Text += (Line.take_front(Command) + Own + "\n").str();
    if (Command != StringRef::npos || Line.contains("cmake --build "))
      continue;
    auto [Before, After] = Line.split("-p build ");
    Text += Before;
    if (Before.size() != Line.size())
      Text += ("-p " + Build.DatabaseFolder + " " + After).str();
    Text += '\n';
  }
  // The last line's end is the file's.
  return StringRef(Text).rtrim('\n').str() + "\n";
}

std::string clangdFile(const BuildSystem &Build) {
  return "# For clangd and tidepool-clangd: where the compile commands are.\n"
         "CompileFlags:\n"
         "  CompilationDatabase: " +
         Build.DatabaseFolder + "\n";
}

std::string hookFile(const BuildSystem &Build) {
  return "#!/bin/sh\n"
         "# Refuses a commit that adds findings of Tidepool's; 'git commit "
         "--no-verify' lets\n# one pass.\n"
         "git rev-parse --quiet --verify HEAD >/dev/null || exit 0\n"
         "tidepool -p " +
         Build.DatabaseFolder + " --since HEAD --quiet\n";
}

std::string vocabularyFile() {
  return "# What Tidepool is to know of this project's own framework: which "
         "calls start\n# tasks, which wait, what bounds them. 'tidepool vocab "
         "FILE' shows what it knows.\n"
         "version: 1\n"
         "library: our framework\n"
         "entries: []\n"
         "  # executor.post(work) queues a task on a pool that exists "
         "already:\n"
         "  # - class: house::Executor\n"
         "  #   member: post\n"
         "  #   spawn: {starts: pooled, callable: 0, handle: result}\n";
}

} // namespace tidepool
