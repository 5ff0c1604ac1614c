// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// libuv: work that its pool does, callbacks that its loop runs, processes.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --notes
// OPTIONS: Level=strict
// CUTS: 2

#include <queue>
#include <string>
#include <uv.h>
#include <vector>

struct Job {
  uv_work_t request;
  std::string url;
};
void work(uv_work_t *request);
void worked(uv_work_t *request, int status);
std::vector<Job *> &jobs();

void perItem(uv_loop_t *loop) {
  for (Job *job : jobs())
    uv_queue_work(loop, &job->request, work, worked);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element
  // CHECK: note[bound it with a count of the requests under way, checked before each uv_queue_work
}

void onEachTick(uv_timer_t *timer) {
  for (Job *job : jobs())
    uv_queue_work(timer->loop, &job->request, work, worked);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
  // CHECK: note[bound it with
}

void ticks(uv_timer_t *timer) { uv_timer_start(timer, onEachTick, 0, 1000); }

// The next one starts when one has ended.
std::queue<Job *> waiting;

void startsTheNext(uv_work_t *request, int) {
  if (waiting.empty())
    return;
  Job *next = waiting.front();
  waiting.pop();
  uv_queue_work(request->loop, &next->request, work, startsTheNext);
}

void fourAtOnce(uv_loop_t *loop) {
  for (int i = 0; i < 4; ++i) {
    Job *first = waiting.front();
    waiting.pop();
    uv_queue_work(loop, &first->request, work, startsTheNext);
  }
}

// Whatever is above the count stays where it is.
int underWay = 0;

void counted(uv_timer_t *timer) {
  for (Job *job : jobs()) {
    if (underWay >= 8)
      break;
    ++underWay;
    uv_queue_work(timer->loop, &job->request, work,
                  [](uv_work_t *, int) { --underWay; });
  }
}

void ticksCounted(uv_timer_t *timer) {
  uv_timer_start(timer, counted, 0, 1000);
}

void aProcessPerItem(uv_loop_t *loop, std::vector<uv_process_t> &processes,
                     const uv_process_options_t &options) {
  for (uv_process_t &process : processes)
    uv_spawn(loop, &process, &options);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  // CHECK: note[bound it with a count of the processes that run
}
