// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "Interrupt.h"
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace tidepool {
namespace {

volatile sig_atomic_t Came = 0;
int Ends[2] = {-1, -1};
struct sigaction Before[2];
constexpr int Signals[] = {SIGINT, SIGTERM};

// Only what may be done in a handler.
void note(int Signal) {
  int Error = errno;
  Came = Signal;
  ssize_t Ignored = write(Ends[1], "", 1);
  (void)Ignored;
  errno = Error;
}

} // namespace

Interrupt::Interrupt() {
  if (::pipe(Ends))
    Ends[0] = Ends[1] = -1;
  for (int End : Ends) {
    if (End < 0)
      continue;
    fcntl(End, F_SETFD, FD_CLOEXEC);
    fcntl(End, F_SETFL, O_NONBLOCK);
  }
  struct sigaction Action = {};
  Action.sa_handler = note;
  sigemptyset(&Action.sa_mask);
  for (int I = 0; I < 2; ++I)
    sigaction(Signals[I], &Action, &Before[I]);
}

Interrupt::~Interrupt() {
  for (int I = 0; I < 2; ++I)
    sigaction(Signals[I], &Before[I], nullptr);
  for (int &End : Ends) {
    if (End >= 0)
      close(End);
    End = -1;
  }
}

int Interrupt::pipe() { return Ends[0]; }

int Interrupt::signal() { return Came; }

void Interrupt::ignore() {
  for (int Signal : Signals)
    ::signal(Signal, SIG_IGN);
}

} // namespace tidepool
