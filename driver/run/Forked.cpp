// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Forked.h"
#include "Interrupt.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

using namespace llvm;

namespace tidepool {
namespace {

/// A process that answers every Step-th question, a line each: its number, and
/// the answer.
struct Share {
  explicit Share(size_t First) : Next(First) {}
  size_t Next;
  pid_t Process = -1;
  int Pipe = -1;
  std::string Text;
};

bool start(Share &Of, size_t Step, size_t Count, unsigned Seconds,
           const std::function<Answerer()> &Make) {
  int Ends[2];
  if (pipe(Ends))
    return false;
  pid_t Process = fork();
  if (Process == 0) {
    close(Ends[0]);
    Interrupt::ignore();
#ifdef __linux__
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    {
      raw_fd_ostream Out(Ends[1], /*shouldClose=*/true);
      Answerer Ask = Make();
      for (size_t I = Of.Next; I < Count; I += Step) {
        alarm(Seconds);
        Out << I << ' ' << Ask(I) << '\n';
        Out.flush();
      }
      alarm(0);
      Out.clear_error();
    }
    _exit(0);
  }
  close(Ends[1]);
  if (Process < 0) {
    close(Ends[0]);
    return false;
  }
  Of.Process = Process;
  Of.Pipe = Ends[0];
  return true;
}

/// Reads all pipes to their ends: a full one would hold its process. An
/// interruption is the end of all.
void readAll(std::vector<Share> &Running) {
  size_t Open = Running.size();
  while (Open) {
    std::vector<pollfd> Watched;
    for (const Share &One : Running)
      Watched.push_back({One.Pipe, POLLIN, 0});
    Watched.push_back({Interrupt::pipe(), POLLIN, 0});
    if (poll(Watched.data(), Watched.size(), -1) < 0 && !Interrupt::signal())
      continue;
    if (Interrupt::signal()) {
      for (Share &One : Running) {
        kill(One.Process, SIGKILL);
        if (One.Pipe >= 0)
          close(One.Pipe);
      }
      return;
    }
    for (size_t I = 0; I < Running.size(); ++I) {
      if (!Watched[I].revents)
        continue;
      char Buffer[65536];
      ssize_t Got = read(Running[I].Pipe, Buffer, sizeof(Buffer));
      if (Got > 0) {
        Running[I].Text.append(Buffer, Got);
      } else if (Got == 0 || errno != EINTR) {
        close(Running[I].Pipe);
        Running[I].Pipe = -1;
        --Open;
      }
    }
  }
}

/// Where the share goes on if its process ended early: after the question at
/// which it did.
void finish(Share &Of, size_t Step,
            std::vector<std::optional<std::string>> &Into) {
  while (waitpid(Of.Process, nullptr, 0) < 0 && errno == EINTR) {
  }
  StringRef Left = Of.Text;
  while (Left.contains('\n')) {
    auto [Line, Rest] = Left.split('\n');
    Left = Rest;
    auto [Number, Answer] = Line.split(' ');
    size_t Question = 0;
    if (Number.getAsInteger(10, Question) || Question >= Into.size())
      continue;
    Of.Next = Question + Step;
    Into[Question] = Answer.str();
  }
}

} // namespace

std::vector<std::optional<std::string>>
askInProcesses(size_t Count, unsigned Processes, unsigned Seconds,
               const std::function<Answerer()> &Make) {
  std::vector<std::optional<std::string>> Result(Count);
  size_t Step = std::min<size_t>(std::max(1U, Processes), Count);
  std::vector<Share> Shares;
  for (size_t I = 0; I < Step; ++I)
    Shares.emplace_back(I);
  while (!Shares.empty() && !Interrupt::signal()) {
    std::vector<Share> Running;
    for (Share &One : Shares)
      if (start(One, Step, Count, Seconds, Make))
        Running.push_back(One);
    Shares.clear();
    readAll(Running);
    for (Share &One : Running) {
      finish(One, Step, Result);
      if (One.Next >= Count)
        continue;
      // The one it died of stays without an answer.
      if (One.Next + Step < Count)
        Shares.emplace_back(One.Next + Step);
    }
  }
  return Result;
}

} // namespace tidepool
