// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Scheduler.h"
#include "Interrupt.h"
#include "Prefilter.h"
#include "Worker.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <numeric>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#ifdef __linux__
#include <sys/prctl.h>
#endif

using namespace llvm;
using Clock = std::chrono::steady_clock;

namespace tidepool {
namespace {

/// A job that runs: its process, and what it has written so far.
struct Running {
  size_t Index = 0;
  pid_t Process = -1;
  int Pipe = -1;
  Clock::time_point Started;
  bool TimedOut = false;
  bool Crashed = false;
  /// It is another try.
  bool Again = false;
  std::string Text;
};

/// The child's whole life.
[[noreturn]] void work(const Job &Do, const Cache &Known, int Pipe) {
  Interrupt::ignore();
#ifdef __linux__
  // Nobody would read the result of an orphan.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
  {
    raw_fd_ostream Out(Pipe, /*shouldClose=*/true);
    ReadFiles Asked;
    bool Keep = Known.takes(Do);
    UnitResult Result = analyse(Do, Keep ? &Asked : nullptr);
    if (Keep && Result.Failure.empty())
      Result.NotKept = Known.store(Do, Result, std::move(Asked));
    Out << toJSON(Result);
    Out.flush();
    Out.clear_error();
  }
  // Neither destructors nor buffers of the parent are this process's to run.
  _exit(0);
}

bool start(const Job &Do, const Cache &Known, Running &Slot) {
  int Ends[2];
  if (pipe(Ends))
    return false;
  pid_t Process = fork();
  if (Process == 0) {
    close(Ends[0]);
    work(Do, Known, Ends[1]);
  }
  close(Ends[1]);
  if (Process < 0) {
    close(Ends[0]);
    return false;
  }
  // Later children must not hold it open.
  fcntl(Ends[0], F_SETFD, FD_CLOEXEC);
  Slot.Process = Process;
  Slot.Pipe = Ends[0];
  Slot.Started = Clock::now();
  return true;
}

std::string seconds(std::chrono::seconds Time) {
  return std::to_string(Time.count()) +
         (Time.count() == 1 ? " second" : " seconds");
}

/// Waits for the child, whose pipe is closed or that was killed.
UnitResult finish(Running &Slot, const Job &Done, const Limits &Within) {
  close(Slot.Pipe);
  int Status = 0;
  while (waitpid(Slot.Process, &Status, 0) < 0 && errno == EINTR) {
  }
  UnitResult Result;
  Result.File = Done.What.File;
  if (Slot.TimedOut) {
    Result.Failure =
        "it took longer than " + seconds(Within.Timeout) + " (--timeout)";
    return Result;
  }
  if (WIFSIGNALED(Status)) {
    Slot.Crashed = true;
    int Signal = WTERMSIG(Status);
    Result.Failure = std::string("the analysis crashed: ") + strsignal(Signal) +
                     " (signal " + std::to_string(Signal) + ")";
    return Result;
  }
  Expected<json::Value> Read = json::parse(Slot.Text);
  if (!Read) {
    consumeError(Read.takeError());
    Result.Failure = "the analysis ended early, with status " +
                     std::to_string(WEXITSTATUS(Status));
    return Result;
  }
  json::Path::Root Root("result");
  UnitResult Told;
  if (!fromJSON(*Read, Told, Root)) {
    Result.Failure = toString(Root.getError());
    return Result;
  }
  return Told;
}

/// Another try for one that crashed, without what clang is seldom asked to do.
bool startPlainly(Job Do, const Cache &Known, Running &Slot) {
  if (!Do.LazyBodies || Slot.Again)
    return false;
  Do.LazyBodies = false;
  Running Other;
  Other.Index = Slot.Index;
  Other.Again = true;
  if (!start(Do, Known, Other))
    return false;
  Slot = std::move(Other);
  return true;
}

/// Longest first, so that no long one is left for the end: a big file is a fair
/// guess at a long one.
std::vector<size_t> order(ArrayRef<Job> Jobs) {
  std::vector<uint64_t> Sizes;
  for (const Job &One : Jobs) {
    uint64_t Size = 0;
    if (sys::fs::file_size(One.What.File, Size))
      Size = 0;
    Sizes.push_back(Size);
  }
  std::vector<size_t> Order(Jobs.size());
  std::iota(Order.begin(), Order.end(), 0);
  llvm::stable_sort(Order, [&](size_t Left, size_t Right) {
    return Sizes[Left] > Sizes[Right];
  });
  return Order;
}

/// Until the next unit's time is over; -1: for ever.
int waitTime(ArrayRef<Running> Slots, const Limits &Within) {
  if (Within.Timeout.count() == 0)
    return -1;
  Clock::time_point First = Clock::time_point::max();
  for (const Running &Slot : Slots)
    First = std::min(First, Slot.Started + Within.Timeout);
  auto Left = std::chrono::duration_cast<std::chrono::milliseconds>(
      First - Clock::now());
  return static_cast<int>(std::max<int64_t>(Left.count() + 1, 0));
}

/// Reads what there is. False at the end.
bool receive(Running &Slot) {
  char Buffer[65536];
  ssize_t Count = read(Slot.Pipe, Buffer, sizeof(Buffer));
  if (Count < 0)
    return errno == EINTR || errno == EAGAIN;
  Slot.Text.append(Buffer, Count);
  return Count > 0;
}

} // namespace

/// Answers what it can without parsing; the rest, in the order of \p Open.
static std::vector<size_t> answerEarly(ArrayRef<Job> Jobs,
                                       ArrayRef<size_t> Open,
                                       const Limits &Within, const Cache &Known,
                                       JobEnded Ended,
                                       std::vector<UnitResult> &Results) {
  auto End = [&](size_t Index, UnitResult Result) {
    Result.NotCached = std::move(Results[Index].NotCached);
    Results[Index] = std::move(Result);
    Ended(Results[Index], {});
  };
  std::vector<size_t> New;
  auto Now = askedOnce(vfs::createPhysicalFileSystem());
  for (size_t Index : Open) {
    if (Interrupt::signal())
      break;
    const Job &Of = Jobs[Index];
    if (Known.takes(Of))
      if (auto Found = Known.find(Of, Of.Before ? *filesOf(Of) : *Now,
                                  Results[Index].NotCached)) {
        Results[Index].NotCached.clear();
        Found->FromCache = true;
        End(Index, std::move(*Found));
        continue;
      }
    New.push_back(Index);
  }
  std::vector<const Job *> Asked;
  std::vector<size_t> Indices;
  for (size_t Index : New)
    if (Jobs[Index].MayBeSkipped) {
      Asked.push_back(&Jobs[Index]);
      Indices.push_back(Index);
    }
  std::vector<Screened> Answers =
      screen(Asked, Within.Processes, Within.Timeout.count(), Known);
  BitVector Skipped(Jobs.size());
  for (size_t I = 0; I < Answers.size(); ++I) {
    Results[Indices[I]].NotSkipped = Answers[I].Why;
    if (!Answers[I].Skip)
      continue;
    Skipped.set(Indices[I]);
    End(Indices[I], std::move(Answers[I].Result));
  }
  llvm::erase_if(New, [&](size_t Index) { return Skipped.test(Index); });
  return New;
}

std::vector<UnitResult> runJobs(ArrayRef<Job> Jobs, const Limits &Within,
                                const Cache &Known, JobEnded Ended) {
  std::vector<UnitResult> Results(Jobs.size());
  for (size_t I = 0; I < Jobs.size(); ++I) {
    Results[I].File = Jobs[I].What.File;
    Results[I].Interrupted = true;
  }
  Interrupt Noticed;
  const std::vector<size_t> Order =
      answerEarly(Jobs, order(Jobs), Within, Known, Ended, Results);
  std::vector<Running> Slots;
  size_t Next = 0;

  while ((Next < Order.size() || !Slots.empty()) && !Interrupt::signal()) {
    while (Next < Order.size() && Slots.size() < Within.Processes &&
           !Interrupt::signal()) {
      Running Slot;
      Slot.Index = Order[Next];
      const Job &Do = Jobs[Slot.Index];
      if (!start(Do, Known, Slot)) {
        // With others at work there is hope that one ends and makes room.
        if (!Slots.empty())
          break;
        UnitResult &Result = Results[Slot.Index];
        Result.Interrupted = false;
        Result.Failure = std::string("no process could be started for it: ") +
                         strerror(errno);
        Ended(Result, {});
      } else {
        Slots.push_back(std::move(Slot));
      }
      ++Next;
    }

    if (Slots.empty())
      continue;
    std::vector<pollfd> Watched;
    for (const Running &Slot : Slots)
      Watched.push_back({Slot.Pipe, POLLIN, 0});
    Watched.push_back({Interrupt::pipe(), POLLIN, 0});
    if (poll(Watched.data(), Watched.size(), waitTime(Slots, Within)) < 0)
      if (!Interrupt::signal())
        continue;
    if (Interrupt::signal())
      break;

    Clock::time_point Now = Clock::now();
    for (size_t I = Slots.size(); I-- > 0;) {
      Running &Slot = Slots[I];
      bool Over = Watched[I].revents && !receive(Slot);
      if (!Over && Within.Timeout.count() &&
          Now >= Slot.Started + Within.Timeout) {
        kill(Slot.Process, SIGKILL);
        Slot.TimedOut = Over = true;
      }
      if (!Over)
        continue;
      UnitResult Told = finish(Slot, Jobs[Slot.Index], Within);
      if (Slot.Crashed && startPlainly(Jobs[Slot.Index], Known, Slot))
        continue;
      UnitResult &Result = Results[Slot.Index];
      UnitResult Before = std::exchange(Result, std::move(Told));
      Result.NotCached = std::move(Before.NotCached);
      Result.NotSkipped = std::move(Before.NotSkipped);
      Ended(Result, Now - Slot.Started);
      Slots.erase(Slots.begin() + I);
    }
  }
  // There are some only after an interruption.
  for (Running &Slot : Slots) {
    kill(Slot.Process, SIGKILL);
    finish(Slot, Jobs[Slot.Index], Within);
  }
  return Results;
}

} // namespace tidepool
