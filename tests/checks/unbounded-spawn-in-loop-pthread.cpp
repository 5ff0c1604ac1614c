// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// pthread and POSIX semaphores, whose objects are arguments.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t

#include <pthread.h>
#include <semaphore.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

#define NTHREADS 16
void *run(void *);
struct Request {
  std::string url;
};

void threadPerRequest(std::vector<Request> &requests) {
  for (Request &request : requests) {
    pthread_t thread;
    pthread_create(&thread, nullptr, run, &request);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'requests'
    pthread_detach(thread);
  }
}

void joinedInTheSameTurn(std::vector<Request> &requests) {
  for (Request &request : requests) {
    pthread_t thread;
    pthread_create(&thread, nullptr, run, &request);
    pthread_join(thread, nullptr);
  }
}

void joinedAfterTheLoop(std::vector<Request> &requests) {
  std::vector<pthread_t> threads(requests.size());
  for (std::size_t i = 0; i < requests.size(); ++i)
    pthread_create(&threads[i], nullptr, run, &requests[i]);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  for (pthread_t thread : threads)
    pthread_join(thread, nullptr);
}

void fixedNumberOfWorkers() {
  pthread_t threads[NTHREADS];
  Request own[NTHREADS];
  for (int i = 0; i < NTHREADS; ++i)
    pthread_create(&threads[i], nullptr, run, &own[i]);
  for (int i = 0; i < NTHREADS; ++i)
    pthread_join(threads[i], nullptr);
}

void asManyAsProcessors() {
  for (long i = 0; i < sysconf(_SC_NPROCESSORS_ONLN); ++i) {
    pthread_t thread;
    pthread_create(&thread, nullptr, run, nullptr);
  }
}

void threadPerConnection(int listener) {
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    if (client < 0)
      continue;
    pthread_t thread;
    pthread_create(&thread, nullptr, run, new int(client));
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
    pthread_detach(thread);
  }
}

sem_t Gate;
void makeGate() { sem_init(&Gate, 0, 20); }

void waitsForAPermit(std::vector<Request> &requests) {
  for (Request &request : requests) {
    sem_wait(&Gate);
    pthread_t thread;
    pthread_create(&thread, nullptr, run, &request);
  }
}

void refusedWithoutAPermit(std::vector<Request> &requests) {
  for (Request &request : requests) {
    if (sem_trywait(&Gate) != 0)
      continue;
    pthread_t thread;
    pthread_create(&thread, nullptr, run, &request);
  }
}

void refusalTurnedRound(std::vector<Request> &requests) {
  for (Request &request : requests) {
    if (sem_trywait(&Gate) == 0)
      continue;
    pthread_t thread;
    pthread_create(&thread, nullptr, run, &request);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }
}

sem_t Wide;
void makeWide() { sem_init(&Wide, 0, 1000); }
void permitsAboveBudget(std::vector<Request> &requests) {
  for (Request &request : requests) {
    sem_wait(&Wide);
    pthread_t thread;
    pthread_create(&thread, nullptr, run, &request);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[above-budget] the bound lets 1000 run at once
  }
}

// Tried again until it works: one is started.
void triesUntilOneStarts(Request &request) {
  pthread_t thread;
  while (true) {
    if (pthread_create(&thread, nullptr, run, &request) == 0)
      break;
    sleep(1);
  }
  for (;;) {
    int error = pthread_create(&thread, nullptr, run, &request);
    if (!error)
      return;
    sleep(1);
  }
}

void leavesOnlyWhereOneFails(std::vector<Request> &requests) {
  for (Request &request : requests) {
    pthread_t thread;
    if (pthread_create(&thread, nullptr, run, &request) != 0)
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
      break;
  }
}

// The flag that ends it is its own; clients still decide.
void stopsItselfAfterAnError(int listener) {
  bool stop = false;
  while (!stop) {
    int client = accept(listener, nullptr, nullptr);
    if (client < 0) {
      stop = true;
      continue;
    }
    pthread_t thread;
    pthread_create(&thread, nullptr, run, nullptr);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
  }
}

// The inner loop only repeats a start that failed; the outer one starts many.
void triesForEachConnection(int listener) {
  for (;;) {
    int client = accept(listener, nullptr, nullptr);
    pthread_t thread;
    while (pthread_create(&thread, nullptr, run, &client))
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
      sleep(1);
  }
}

// What is compared with a constant came from a call: it counts nothing.
int nextClient();
void endsWhereACallFails() {
  for (int i = 1;; ++i) {
    int client;
    client = nextClient();
    if (client == -1)
      break;
    pthread_t thread;
    pthread_create(&thread, nullptr, run, &client);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per turn of a loop without end
  }
}

void readsInTheCondition() {
  int client = nextClient();
  while (client != -1) {
    pthread_t thread;
    pthread_create(&thread, nullptr, run, &client);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per item read by this loop
    client = nextClient();
  }
}

// A free slot is looked for; without one nothing is started.
static pthread_t slots[NTHREADS];
static bool taken[NTHREADS];
int freeSlot();

void refusedWithoutAFreeSlot(int listener) {
  while (true) {
    int slot;
    if ((slot = freeSlot()) == NTHREADS)
      _exit(1);
    int client = accept(listener, nullptr, nullptr);
    pthread_create(&slots[slot], nullptr, run, &client);
  }
}

void refusedBelowTheFirst(int listener) {
  while (true) {
    int client = accept(listener, nullptr, nullptr);
    const int slot = freeSlot();
    if (slot < 0) {
      close(client);
      continue;
    }
    pthread_create(&slots[slot], nullptr, run, &client);
  }
}

void searchedByALoop(int listener) {
  int slot;
  while (true) {
    int client = accept(listener, nullptr, nullptr);
    for (slot = 0; slot < NTHREADS; slot++)
      if (!taken[slot])
        break;
    if (slot >= NTHREADS) {
      close(client);
      continue;
    }
    pthread_create(&slots[slot], nullptr, run, &client);
  }
}

void noFreeSlotIsOnlySaid(int listener) {
  while (true) {
    int client = accept(listener, nullptr, nullptr);
    int slot = freeSlot();
    if (slot < 0)
      slot = 0;
    pthread_create(&slots[slot], nullptr, run, &client);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
  }
}

void oneSlotIsSpecial(int listener) {
  while (true) {
    int client = accept(listener, nullptr, nullptr);
    int slot = freeSlot();
    if (slot == 3)
      continue;
    pthread_create(&slots[slot], nullptr, run, &client);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
  }
}

void slotsInTurn(int listener) {
  int slot = 0;
  while (true) {
    int client = accept(listener, nullptr, nullptr);
    pthread_create(&slots[slot], nullptr, run, &client);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
    slot = (slot + 1) % NTHREADS;
  }
}
