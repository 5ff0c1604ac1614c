// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// enkiTS: a set of tasks for each item.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t --notes
// FLAGS: -std=c++20 -isystem %S/../vocabulary/mock/enkits
// OPTIONS: Level=strict
// CUTS: 4

#include <TaskScheduler.h>
#include <memory>
#include <string>
#include <vector>

using Urls = std::vector<std::string>;
struct Fetch : enki::ITaskSet {
  explicit Fetch(const std::string &url) : url(url) {}
  void ExecuteRange(enki::TaskSetPartition, uint32_t) override;
  std::string url;
};

void perItem(enki::TaskScheduler &scheduler, const Urls &urls) {
  std::vector<std::unique_ptr<Fetch>> sets;
  for (const std::string &url : urls) {
    sets.push_back(std::make_unique<Fetch>(url));
    scheduler.AddTaskSetToPipe(sets.back().get());
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element of 'urls'
    // CHECK: note[in this loop
    // CHECK: note[bound it with one enki::TaskSet whose m_SetSize is the number of items
  }
  scheduler.WaitforAll();
}

void oneAfterTheOther(enki::TaskScheduler &scheduler, const Urls &urls) {
  for (const std::string &url : urls) {
    Fetch set(url);
    scheduler.AddTaskSetToPipe(&set);
    scheduler.WaitforTask(&set);
  }
}

void oneSet(enki::TaskScheduler &scheduler, Fetch &set, const Urls &urls) {
  set.m_SetSize = urls.size();
  scheduler.AddTaskSetToPipe(&set);
  scheduler.WaitforTask(&set);
}
