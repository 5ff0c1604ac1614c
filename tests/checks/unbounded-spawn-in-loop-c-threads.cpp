// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Threads and semaphores of C libraries, each through the header that says how
// they are written there.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-uv --notes --library=libuv --prefix=CHECK,UV
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t-brpc --notes --library=brpc --prefix=CHECK,BRPC
// CUTS: 2

#include <string>
#include <vector>

struct Job {
  std::string url;
  Semaphore *permits;
};
void fetch(const std::string &url);

Result run(void *data) {
  fetch(static_cast<Job *>(data)->url);
  return Result();
}

Result runAndRelease(void *data) {
  auto *job = static_cast<Job *>(data);
  fetch(job->url);
  RELEASE(job->permits);
  return Result();
}

void perItem(std::vector<Job> &jobs) {
  std::vector<Thread> threads;
  for (Job &job : jobs) {
    threads.emplace_back();
    START(&threads.back(), run, &job);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] {{.*}} is started once per element of 'jobs', with nothing bounding how many run at once
    // UV: note[bound it with a uv_sem_t waited for before each start
    // BRPC: note[bound it with a bthread_sem_t waited for before each start
  }
  for (Thread &thread : threads)
    JOIN(thread);
}

void behindASemaphore(std::vector<Job> &jobs) {
  Semaphore permits;
  INIT(&permits, 8);
  std::vector<Thread> threads;
  for (Job &job : jobs) {
    job.permits = &permits;
    threads.emplace_back();
    ACQUIRE(&permits);
    START(&threads.back(), runAndRelease, &job);
  }
  for (Thread &thread : threads)
    JOIN(thread);
}

void behindAWideSemaphore(std::vector<Job> &jobs) {
  Semaphore permits;
  INIT(&permits, 5000);
  for (Job &job : jobs) {
    job.permits = &permits;
    Thread thread;
    ACQUIRE(&permits);
    START(&thread, runAndRelease, &job);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[above-budget] the bound lets 5000 run at once
  }
}

void waitsInEachTurn(std::vector<Job> &jobs) {
  for (Job &job : jobs) {
    Thread thread;
    START(&thread, run, &job);
    JOIN(thread);
  }
}

void fourWorkers(std::vector<Job> &jobs) {
  Thread workers[4];
  for (Thread &worker : workers)
    START(&worker, run, &jobs);
  for (Thread &worker : workers)
    JOIN(worker);
}
