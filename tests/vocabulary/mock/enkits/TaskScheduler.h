// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A mock of what the tests use of enkiTS, after dougbinks/enkiTS at commit
// 771a0876f7b1b26a9c9381f476b31b08798583cf: names and parameters are those of
// src/TaskScheduler.h. Nothing here runs.
// Every entry was found in those headers by `tidepool vocab --check --header`.

#ifndef TIDEPOOL_MOCK_ENKITS_TASKSCHEDULER_H
#define TIDEPOOL_MOCK_ENKITS_TASKSCHEDULER_H

#include <cstdint>
#include <functional>

namespace enki {

struct TaskSetPartition {
  uint32_t start;
  uint32_t end;
};
uint32_t GetNumHardwareThreads();
enum TaskPriority { TASK_PRIORITY_HIGH = 0, TASK_PRIORITY_NUM };

class ICompletable {
public:
  virtual ~ICompletable();
  bool GetIsComplete() const;
};
class ITaskSet : public ICompletable {
public:
  ITaskSet() = default;
  ITaskSet(uint32_t setSize_);
  ITaskSet(uint32_t setSize_, uint32_t minRange_);
  virtual void ExecuteRange(TaskSetPartition range_, uint32_t threadnum_) = 0;
  uint32_t m_SetSize = 1;
};
class IPinnedTask : public ICompletable {
public:
  IPinnedTask() = default;
  IPinnedTask(uint32_t threadNum_);
  virtual void Execute();
};
typedef std::function<void(TaskSetPartition range, uint32_t threadnum)>
    TaskSetFunction;
class TaskSet : public ITaskSet {
public:
  TaskSet() = default;
  TaskSet(TaskSetFunction func_);
  TaskSet(uint32_t setSize_, TaskSetFunction func_);
  void ExecuteRange(TaskSetPartition range_, uint32_t threadnum_) override;
};

struct TaskSchedulerConfig {
  uint32_t numTaskThreadsToCreate = GetNumHardwareThreads() - 1;
};

class TaskScheduler {
public:
  TaskScheduler();
  ~TaskScheduler();
  void Initialize();
  void Initialize(uint32_t numThreadsTotal_);
  void Initialize(TaskSchedulerConfig config_);
  void AddTaskSetToPipe(ITaskSet *pTaskSet_);
  void AddPinnedTask(IPinnedTask *pTask_);
  void WaitforTask(const ICompletable *pCompletable_,
                   enki::TaskPriority priorityOfLowestToRun_ =
                       TaskPriority(TASK_PRIORITY_NUM - 1));
  void WaitforAll();
  void WaitforAllAndShutdown();
  uint32_t GetNumTaskThreads() const;
};

} // namespace enki

#endif // TIDEPOOL_MOCK_ENKITS_TASKSCHEDULER_H
