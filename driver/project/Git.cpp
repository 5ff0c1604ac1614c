// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Git.h"
#include "Paths.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>

using namespace llvm;

namespace tidepool {
namespace {

/// A file that ends with it.
class Scratch {
public:
  Scratch() {
    if (sys::fs::createTemporaryFile("tidepool-git", "", Path))
      Path.clear();
  }
  Scratch(const Scratch &) = delete;
  Scratch &operator=(const Scratch &) = delete;
  ~Scratch() {
    if (!Path.empty())
      (void)sys::fs::remove(Path);
  }

  StringRef path() const { return Path; }

  std::string text() const {
    auto Buffer = MemoryBuffer::getFile(Path, /*IsText=*/false,
                                        /*RequiresNullTerminator=*/false);
    return Buffer ? (*Buffer)->getBuffer().str() : std::string();
  }

private:
  SmallString<128> Path;
};

} // namespace

Expected<Git> Git::in(StringRef Folder) {
  ErrorOr<std::string> Program = sys::findProgramByName("git");
  if (!Program)
    return createStringError(Program.getError(), "git is not installed");
  Git Result;
  Result.Program = *Program;
  Result.Top = Folder.str();
  return Result;
}

Expected<Git> Git::here() { return around("."); }

Expected<Git> Git::around(StringRef Folder) {
  Expected<Git> Result = in(canonicalPath(Folder));
  if (!Result)
    return Result;
  Expected<std::string> Top = Result->ask({"rev-parse", "--show-toplevel"});
  if (!Top)
    return Top.takeError();
  Result->Top = canonicalPath(StringRef(*Top).rtrim('\n'));
  return Result;
}

Expected<std::string> Git::diffFolders(StringRef Folder, StringRef Before,
                                       StringRef After) {
  Expected<Git> Asked = in(Folder);
  if (!Asked)
    return Asked.takeError();
  // 1: they differ.
  return Asked->run({"diff", "--no-index", "--no-prefix", "--no-color",
                     "--no-ext-diff", "--no-textconv", "--", Before, After},
                    "", /*Fine=*/1);
}

Expected<std::string> Git::ask(ArrayRef<StringRef> Arguments,
                               StringRef Input) const {
  return run(Arguments, Input, /*Fine=*/0);
}

Expected<std::string> Git::run(ArrayRef<StringRef> Arguments, StringRef Input,
                               int Fine) const {
  Scratch In;
  Scratch Out;
  Scratch Err;
  if (In.path().empty() || Out.path().empty() || Err.path().empty())
    return createStringError(inconvertibleErrorCode(),
                             "no temporary file can be made");
  std::error_code Failed;
  {
    raw_fd_ostream To(In.path(), Failed);
    To << Input;
  }
  // A monitor of the file system is a program of the repository's choice.
  SmallVector<StringRef, 16> All = {Program, "--no-optional-locks", "-C", Top,
                                    "-c",    "core.fsmonitor=false"};
  All.append(Arguments.begin(), Arguments.end());
  std::optional<StringRef> Redirects[] = {In.path(), Out.path(), Err.path()};
  std::string Message;
  int Status = sys::ExecuteAndWait(Program, All, /*Env=*/std::nullopt,
                                   Redirects, /*SecondsToWait=*/0,
                                   /*MemoryLimit=*/0, &Message);
  if (Status >= 0 && Status <= Fine)
    return Out.text();
  std::string Said = StringRef(Err.text()).trim().str();
  if (Said.empty())
    Said = Message.empty() ? "git failed" : Message;
  return createStringError(inconvertibleErrorCode(), Said);
}

} // namespace tidepool
