// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// POCO: threads that run an object, and pools that refuse above their capacity.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
// OPTIONS: Level=strict
// CUTS: 6

#include <Poco/ActiveMethod.h>
#include <Poco/Activity.h>
#include <Poco/Environment.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Net/TCPServerConnection.h>
#include <Poco/Process.h>
#include <Poco/Runnable.h>
#include <Poco/Semaphore.h>
#include <Poco/Task.h>
#include <Poco/TaskManager.h>
#include <Poco/Thread.h>
#include <Poco/ThreadPool.h>
#include <memory>
#include <string>
#include <vector>

using Urls = std::vector<std::string>;
void fetch(const std::string &url);

class Job : public Poco::Runnable {
public:
  explicit Job(const std::string &url = "") : url(url) {}
  void run() override { fetch(url); }

private:
  std::string url;
};

// Threads

void threadPerUrl(const Urls &urls) {
  for (const std::string &url : urls) {
    auto *thread = new Poco::Thread;
    thread->start(*new Job(url));
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
  }
}

void functionPerUrl(const Urls &urls) {
  std::vector<std::unique_ptr<Poco::Thread>> threads;
  for (const std::string &url : urls) {
    threads.push_back(std::make_unique<Poco::Thread>());
    threads.back()->startFunc([url] { fetch(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
  }
  for (auto &thread : threads)
    thread->join();
}

void threadPerConnection(Poco::Net::ServerSocket &listener) {
  while (true) {
    Poco::Net::StreamSocket client = listener.acceptConnection();
    auto *thread = new Poco::Thread;
    thread->startFunc([client]() mutable { client.close(); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
  }
}

void joinedInTheSameTurn(const Urls &urls) {
  for (const std::string &url : urls) {
    Job job(url);
    Poco::Thread thread;
    thread.start(job);
    thread.join();
  }
}

void inBatches(const Urls &urls) {
  std::vector<std::unique_ptr<Poco::Thread>> threads;
  for (const std::string &url : urls) {
    threads.push_back(std::make_unique<Poco::Thread>());
    threads.back()->startFunc([url] { fetch(url); });
    if (threads.size() == 8) {
      for (auto &thread : threads)
        thread->join();
      threads.clear();
    }
  }
}

void inBatchesTooLarge(const Urls &urls) {
  std::vector<std::unique_ptr<Poco::Thread>> threads;
  for (const std::string &url : urls) {
    threads.push_back(std::make_unique<Poco::Thread>());
    threads.back()->startFunc([url] { fetch(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[above-budget] the bound lets 1000 run at once
    if (threads.size() == 1000) {
      for (auto &thread : threads)
        thread->join();
      threads.clear();
    }
  }
}

void oneAProcessor(Job &job) {
  std::vector<Poco::Thread> threads(Poco::Environment::processorCount());
  for (Poco::Thread &thread : threads)
    thread.start(job);
  for (Poco::Thread &thread : threads)
    thread.join();
}

void sameThreadAgain(Poco::Thread &thread, std::vector<Job> &jobs) {
  for (Job &job : jobs) {
    thread.start(job);
    thread.join();
  }
}

Poco::Semaphore Permits(8);

class Permitted : public Poco::Runnable {
public:
  void run() override {
    fetch("");
    Permits.set();
  }
};

void permitBeforeEachStart(std::vector<Permitted> &jobs) {
  for (Permitted &job : jobs) {
    Permits.wait();
    (new Poco::Thread)->start(job);
  }
}

void refusedWithoutAPermit(std::vector<Permitted> &jobs) {
  for (Permitted &job : jobs) {
    if (!Permits.tryWait(100))
      continue;
    (new Poco::Thread)->start(job);
  }
}

void thrownOutWithoutAPermit(std::vector<Permitted> &jobs) {
  for (Permitted &job : jobs) {
    Permits.wait(100);
    (new Poco::Thread)->start(job);
  }
}

void refusalIgnored(std::vector<Permitted> &jobs) {
  for (Permitted &job : jobs) {
    Permits.tryWait(100);
    (new Poco::Thread)->start(job);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }
}

void permitGivenBackAtOnce(std::vector<Job> &jobs) {
  for (Job &job : jobs) {
    Permits.wait();
    (new Poco::Thread)->start(job);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-freed-early]
    Permits.set();
  }
}

class Late : public Poco::Runnable {
public:
  void run() override {
    Permits.wait();
    fetch("");
    Permits.set();
  }
};

void permitInsideTheThread(std::vector<Late> &jobs) {
  for (Late &job : jobs)
    (new Poco::Thread)->start(job);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[permit-inside-task]
}

// Pools throw NoThreadAvailableException where no thread is free.

void poolPerUrl(std::vector<Job> &jobs) {
  for (Job &job : jobs)
    Poco::ThreadPool::defaultPool().start(job);
}

void poolWithPriorityPerUrl(std::vector<Job> &jobs, Poco::ThreadPool &pool) {
  for (Job &job : jobs)
    pool.startWithPriority(Poco::Thread::PRIO_LOW, job);
}

class Step : public Poco::Task {
public:
  explicit Step(const std::string &url) : Task(url) {}
  // One that starts a thread for each page that it finds.
  void runTask() override {
    for (const std::string &page : pages)
      (new Poco::Thread)->startFunc([page] { fetch(page); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'pages'
  }

private:
  Urls pages;
};

void taskPerUrl(const Urls &urls, Poco::TaskManager &tasks) {
  for (const std::string &url : urls)
    tasks.start(new Step(url));
}

class Active {
public:
  void get(const std::string &url) { fetch(url); }
  void loop() {
    while (!activity.isStopped())
      fetch("");
  }
  Poco::ActiveMethod<void, std::string, Active> method{this, &Active::get};
  Poco::Activity<Active> activity{this, &Active::loop};
};

void methodPerUrl(const Urls &urls, Active &active) {
  for (const std::string &url : urls)
    active.method(url);
}

void activityPerObject(std::vector<Active> &actives) {
  for (Active &active : actives)
    active.activity.start();
}

// What servers run once per connection or request

class Connection : public Poco::Net::TCPServerConnection {
public:
  using TCPServerConnection::TCPServerConnection;
  void run() override {
    for (const std::string &url : urls)
      (new Poco::Thread)->startFunc([url] { fetch(url); });
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
  }

private:
  Urls urls;
};

// Processes

void processPerFile(const Urls &files) {
  for (const std::string &file : files)
    Poco::Process::launch("convert", {file});
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] an operation is started once per element of 'files'
}

void oneProcessAfterTheOther(const Urls &files) {
  for (const std::string &file : files) {
    Poco::ProcessHandle handle = Poco::Process::launch("convert", {file});
    handle.wait();
  }
}
