// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Includes.h"
#include "project/Paths.h"
#include "clang/Tooling/DependencyScanning/DependencyScanningService.h"
#include "clang/Tooling/DependencyScanning/DependencyScanningTool.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/raw_ostream.h"
#include <cerrno>
#include <sys/wait.h>
#include <unistd.h>

using namespace llvm;
using namespace clang::tooling::dependencies;

namespace tidepool {
namespace {

using Answers = std::vector<std::optional<std::vector<size_t>>>;

class Scanner {
public:
  explicit Scanner(ArrayRef<std::string> Files)
      : Service(ScanningMode::DependencyDirectivesScan,
                ScanningOutputFormat::Full),
        Tool(Service) {
    for (size_t I = 0; I < Files.size(); ++I)
      Wanted[Files[I]] = I;
  }

  std::optional<std::vector<size_t>> scan(const Unit &One) {
    Expected<TranslationUnitDeps> Found = Tool.getTranslationUnitDependencies(
        One.Command, One.Directory, /*AlreadySeen=*/{},
        [](const ModuleID &, ModuleOutputKind) { return std::string(); });
    if (!Found) {
      consumeError(Found.takeError());
      return std::nullopt;
    }
    std::vector<size_t> Result;
    for (const std::string &File : Found->FileDeps)
      if (auto Known = Wanted.find(canonicalPath(One.Directory, File));
          Known != Wanted.end())
        Result.push_back(Known->second);
    return Result;
  }

private:
  DependencyScanningService Service;
  DependencyScanningTool Tool;
  StringMap<size_t> Wanted;
};

/// A process that answers for every Step-th unit, a line each: its number, then
/// those of the files; "-" where it does not know.
struct Share {
  size_t Next = 0;
  pid_t Process = -1;
  int Pipe = -1;
};

bool start(Share &Of, size_t Step, ArrayRef<Unit> Units,
           ArrayRef<std::string> Files) {
  int Ends[2];
  if (pipe(Ends))
    return false;
  pid_t Process = fork();
  if (Process == 0) {
    close(Ends[0]);
    {
      raw_fd_ostream Out(Ends[1], /*shouldClose=*/true);
      Scanner Scan(Files);
      for (size_t I = Of.Next; I < Units.size(); I += Step) {
        Out << I;
        if (auto Reached = Scan.scan(Units[I]))
          for (size_t File : *Reached)
            Out << ' ' << File;
        else
          Out << " -";
        Out << '\n';
        Out.flush();
      }
      Out.clear_error();
    }
    _exit(0);
  }
  close(Ends[1]);
  Of.Process = Process;
  Of.Pipe = Ends[0];
  return Process >= 0;
}

std::string readAll(int Pipe) {
  std::string Text;
  char Buffer[65536];
  while (true) {
    ssize_t Count = read(Pipe, Buffer, sizeof(Buffer));
    if (Count > 0)
      Text.append(Buffer, Count);
    else if (Count == 0 || errno != EINTR)
      return Text;
  }
}

/// Where the share goes on if its process ended early: after the unit at which
/// it did.
void finish(Share &Of, size_t Step, size_t FileCount, Answers &Into) {
  std::string Text = readAll(Of.Pipe);
  close(Of.Pipe);
  while (waitpid(Of.Process, nullptr, 0) < 0 && errno == EINTR) {
  }
  StringRef Left = Text;
  while (Left.contains('\n')) {
    auto [Line, Rest] = Left.split('\n');
    Left = Rest;
    SmallVector<StringRef, 8> Words;
    Line.split(Words, ' ');
    size_t Unit = 0;
    if (Words[0].getAsInteger(10, Unit) || Unit >= Into.size())
      continue;
    Of.Next = Unit + Step;
    if (Words.back() == "-")
      continue;
    std::vector<size_t> Reached;
    for (StringRef Word : drop_begin(Words)) {
      size_t File = 0;
      if (!Word.getAsInteger(10, File) && File < FileCount)
        Reached.push_back(File);
    }
    Into[Unit] = std::move(Reached);
  }
}

} // namespace

Answers includesOf(ArrayRef<Unit> Units, ArrayRef<std::string> Files,
                   unsigned Processes) {
  Answers Result(Units.size());
  size_t Step = std::min<size_t>(std::max(1u, Processes), Units.size());
  std::vector<Share> Shares;
  for (size_t I = 0; I < Step; ++I)
    Shares.push_back({I});
  while (!Shares.empty()) {
    std::vector<Share> Running;
    for (Share &One : Shares)
      if (start(One, Step, Units, Files))
        Running.push_back(One);
    Shares.clear();
    for (Share &One : Running) {
      size_t Began = One.Next;
      finish(One, Step, Files.size(), Result);
      // The one it died of stays unknown.
      if (One.Next < Units.size())
        One.Next += Step;
      if (One.Next < Units.size() && One.Next > Began)
        Shares.push_back(One);
    }
  }
  return Result;
}

} // namespace tidepool
