// RUN: %tidepool_test %s unlimited-gather %t
// FLAGS: -std=c++20 -pthread

#include <thread>

void work();

void flagme_plain() {
  // CHECK: [[#@LINE+1]]: unlimited-gather
  std::thread(work).detach();
}

template <typename T> void flagme_template(T) {
  // CHECK: [[#@LINE+1]]: unlimited-gather
  std::thread(work).detach();
}
template void flagme_template(int);
template void flagme_template(long);

void anotherName() { std::thread(work).detach(); }
