// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Job.h"
#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace tidepool {

IntrusiveRefCntPtr<vfs::FileSystem> filesOf(const Job &Do) {
  IntrusiveRefCntPtr<vfs::FileSystem> Files(
      vfs::createPhysicalFileSystem().release());
  return Do.Before ? Do.Before->over(std::move(Files)) : Files;
}

std::vector<std::string> commandOf(const Job &Do) {
  const clang::tidy::ClangTidyOptions &Options = Do.Options;
  std::vector<std::string> Command = Do.What.Command;
  if (Options.ExtraArgs)
    Command.insert(llvm::find(Command, "--"), Options.ExtraArgs->begin(),
                   Options.ExtraArgs->end());
  if (Options.ExtraArgsBefore)
    Command.insert(Command.begin() + 1, Options.ExtraArgsBefore->begin(),
                   Options.ExtraArgsBefore->end());
  return Command;
}

} // namespace tidepool
