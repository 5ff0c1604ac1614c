// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Commands.h"
#include "Options.h"
#include "run/TidyFile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace tidepool {
namespace {

Error write(StringRef Path, StringRef Text) {
  std::error_code Failed;
  raw_fd_ostream Out(Path, Failed);
  if (!Failed) {
    Out << Text;
    Out.close();
    Failed = Out.error();
    Out.clear_error();
  }
  if (Failed)
    return createStringError(inconvertibleErrorCode(),
                             Path + ": " + Failed.message());
  return Error::success();
}

int create(StringRef Path) {
  std::string Text = "# Tidepool's core checks; 'tidepool checks' lists all, "
                     "and clang-tidy's own may\n# be named here too.\n"
                     "Checks: '-*," +
                     defaultGlobs() + "'\n";
  if (Error Failed = write(Path, Text))
    return usageError(std::move(Failed));
  outs() << "wrote " << Path << ": Checks is '-*," << defaultGlobs() << "'\n";
  return Clean;
}

} // namespace

int initCommand(ArrayRef<const char *> Arguments) {
  Options Known("tidepool init [FOLDER]",
                "Names Tidepool's checks in FOLDER/.clang-tidy (default: the "
                "current folder's), so that\nclang-tidy runs them too; makes "
                "the file if there is none. Doing it twice changes\nnothing.");
  Expected<std::vector<std::string>> Words = Known.parse(Arguments);
  if (!Words)
    return usageError(Words.takeError());
  if (Known.helpShown())
    return Clean;
  if (Words->size() > 1)
    return usageError("'init' wants one folder");
  SmallString<256> Path(Words->empty() ? "" : Words->front());
  if (!Path.empty() && !sys::fs::is_directory(Path))
    return usageError("there is no folder '" + Path + "'");
  sys::path::append(Path, ".clang-tidy");
  if (!sys::fs::exists(Path))
    return create(Path);

  auto Buffer = MemoryBuffer::getFile(Path);
  if (!Buffer)
    return usageError(Path + ": " + Buffer.getError().message());
  Expected<TidyFileEdit> Edit = nameChecks((*Buffer)->getMemBufferRef());
  if (!Edit)
    return usageError(Edit.takeError());
  if (Edit->Text == (*Buffer)->getBuffer()) {
    outs() << Path << " is left as it is: " << Edit->What << '\n';
    return Clean;
  }
  if (Error Failed = write(Path, Edit->Text))
    return usageError(std::move(Failed));
  outs() << Path << ": " << Edit->What << '\n';
  return Clean;
}

} // namespace tidepool
