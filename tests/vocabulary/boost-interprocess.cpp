// Every entry of boost-interprocess.yaml. Boost's date_time gives an enumeration
// values that clang no longer takes.
// REQUIRES: tidepool, boost-interprocess
// RUN: %tidepool vocab %s --cover boost-interprocess -- -std=c++20 -Wno-enum-constexpr-conversion > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <boost/interprocess/sync/interprocess_semaphore.hpp>
#include <boost/interprocess/sync/named_semaphore.hpp>

namespace interprocess = boost::interprocess;

template <typename Semaphore>
void use(Semaphore &semaphore, const boost::posix_time::ptime &soon) {
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::interprocess::interprocess_semaphore: limiter(type, capacity 0)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::interprocess::named_semaphore: limiter(type, capacity 2)
  semaphore.wait();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::interprocess::interprocess_semaphore::wait: limiter(acquire), wait(permit)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::interprocess::named_semaphore::wait: limiter(acquire), wait(permit)
  semaphore.timed_wait(soon);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::interprocess::interprocess_semaphore::timed_wait: limiter(timed), wait(permit, timed)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::interprocess::named_semaphore::timed_wait: limiter(timed), wait(permit, timed)
  if (semaphore.try_wait())
    // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::interprocess::interprocess_semaphore::try_wait: limiter(try)
    // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::interprocess::named_semaphore::try_wait: limiter(try)
    semaphore.post();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::interprocess::interprocess_semaphore::post: limiter(release)
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: boost::interprocess::named_semaphore::post: limiter(release)
}

void semaphores(const boost::posix_time::ptime &soon) {
  interprocess::interprocess_semaphore one(8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::interprocess::interprocess_semaphore: limiter(type, capacity 0)
  use(one, soon);
  interprocess::named_semaphore two(interprocess::create_only, "two", 8);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: boost::interprocess::named_semaphore: limiter(type, capacity 2)
  use(two, soon);
}
