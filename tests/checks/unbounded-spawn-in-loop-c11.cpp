// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The threads of C11, whose objects are arguments. There is no semaphore: a
// counter under a mutex limits.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
//
// OPTIONS: Level=strict

#include <cstddef>
#include <string>
#include <sys/socket.h>
#include <threads.h>
#include <unistd.h>
#include <vector>

#define WORKERS 16
int run(void *);
struct Request {
  std::string url;
};
Request *next();

void threadPerRequest(std::vector<Request> &requests) {
  for (Request &request : requests) {
    thrd_t thread;
    if (thrd_create(&thread, run, &request) == thrd_success)
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'requests'
      thrd_detach(thread);
  }
}

void joinedInTheSameTurn(std::vector<Request> &requests) {
  for (Request &request : requests) {
    thrd_t thread;
    thrd_create(&thread, run, &request);
    thrd_join(thread, nullptr);
  }
}

void joinedAfterTheLoop(std::vector<Request> &requests) {
  std::vector<thrd_t> threads(requests.size());
  for (std::size_t i = 0; i < requests.size(); ++i)
    thrd_create(&threads[i], run, &requests[i]);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  for (thrd_t thread : threads)
    thrd_join(thread, nullptr);
}

void joinedInBatches(std::vector<Request> &requests) {
  thrd_t batch[8];
  int running = 0;
  for (Request &request : requests) {
    thrd_create(&batch[running], run, &request);
    if (++running == 8) {
      for (int i = 0; i < running; ++i)
        thrd_join(batch[i], nullptr);
      running = 0;
    }
  }
}

void endless() {
  for (;;) {
    thrd_t thread;
    thrd_create(&thread, run, next());
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per turn of a loop without end
    thrd_detach(thread);
  }
}

void threadPerConnection(int listener) {
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    if (client < 0)
      continue;
    thrd_t thread;
    thrd_create(&thread, run, new int(client));
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
    thrd_detach(thread);
  }
}

void nested(std::vector<std::vector<Request>> &groups) {
  for (std::vector<Request> &requests : groups)
    for (Request &request : requests) {
      thrd_t thread;
      thrd_create(&thread, run, &request);
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'requests'
      thrd_detach(thread);
    }
}

static int serveAll(void *data) {
  auto *requests = static_cast<std::vector<Request> *>(data);
  for (Request &request : *requests) {
    thrd_t thread;
    thrd_create(&thread, run, &request);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    thrd_detach(thread);
  }
  return 0;
}

void threadThatStartsThreads(std::vector<Request> &requests) {
  thrd_t thread;
  thrd_create(&thread, serveAll, &requests);
  thrd_join(thread, nullptr);
}

template <typename Range> void threadPerElementOf(Range &range) {
  for (auto &request : range) {
    thrd_t thread;
    thrd_create(&thread, run, &request);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'range'
    thrd_detach(thread);
  }
}
template void threadPerElementOf(std::vector<Request> &);

#define START(DATA)                                                            \
  do {                                                                         \
    thrd_t thread;                                                             \
    thrd_create(&thread, run, DATA);                                           \
    thrd_detach(thread);                                                       \
  } while (0)

void inAMacro(std::vector<Request> &requests) {
  for (Request &request : requests)
    START(&request);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

void fixedNumberOfWorkers() {
  thrd_t threads[WORKERS];
  for (int i = 0; i < WORKERS; ++i)
    thrd_create(&threads[i], run, nullptr);
  for (int i = 0; i < WORKERS; ++i)
    thrd_join(threads[i], nullptr);
}

void asManyAsProcessors() {
  for (long i = 0; i < sysconf(_SC_NPROCESSORS_ONLN); ++i) {
    thrd_t thread;
    thrd_create(&thread, run, nullptr);
  }
}

static mtx_t Mutex;
static cnd_t Changed;
static int Active = 0;

static int runAndLeave(void *data) {
  run(data);
  mtx_lock(&Mutex);
  --Active;
  cnd_signal(&Changed);
  mtx_unlock(&Mutex);
  return 0;
}

void waitsUntilFewAreActive(std::vector<Request> &requests) {
  for (Request &request : requests) {
    mtx_lock(&Mutex);
    while (Active >= 16)
      cnd_wait(&Changed, &Mutex);
    ++Active;
    mtx_unlock(&Mutex);
    thrd_t thread;
    thrd_create(&thread, runAndLeave, &request);
    thrd_detach(thread);
  }
}

void waitsOnceOnly(std::vector<Request> &requests, bool patient) {
  for (Request &request : requests) {
    mtx_lock(&Mutex);
    while (patient && Active >= 16)
      cnd_wait(&Changed, &Mutex);
    ++Active;
    mtx_unlock(&Mutex);
    thrd_t thread;
    thrd_create(&thread, runAndLeave, &request);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
    thrd_detach(thread);
  }
}

void refusedAboveALimit(std::vector<Request> &requests) {
  for (Request &request : requests) {
    mtx_lock(&Mutex);
    bool full = Active >= 16;
    if (!full)
      ++Active;
    mtx_unlock(&Mutex);
    if (full) {
      run(&request);
      continue;
    }
    thrd_t thread;
    thrd_create(&thread, runAndLeave, &request);
    thrd_detach(thread);
  }
}

void aHelperJoinsItsOwn(std::vector<Request> &requests) {
  for (Request &request : requests) {
    thrd_t threads[2];
    for (thrd_t &thread : threads)
      thrd_create(&thread, run, &request);
    for (thrd_t thread : threads)
      thrd_join(thread, nullptr);
  }
}
