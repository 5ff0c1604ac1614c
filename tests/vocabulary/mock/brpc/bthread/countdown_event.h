// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// After src/bthread/countdown_event.h of the commit that bthread.h names.

#ifndef TIDEPOOL_MOCK_BTHREAD_COUNTDOWN_EVENT_H
#define TIDEPOOL_MOCK_BTHREAD_COUNTDOWN_EVENT_H

#include <ctime>

namespace bthread {
class CountdownEvent {
public:
  CountdownEvent(int initial_count = 1);
  void signal(int sig = 1, bool flush = false);
  int wait();
  int timed_wait(const timespec &duetime);
};
} // namespace bthread

#endif // TIDEPOOL_MOCK_BTHREAD_COUNTDOWN_EVENT_H
