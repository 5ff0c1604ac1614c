// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Loops within loops multiply: 40 x 25 threads.

#include "crawler.h"
#include <future>

double rank() {
  std::vector<std::future<double>> scores;
  for (int page = 0; page < 40; ++page)
    for (int section = 0; section < 25; ++section)
      // expect: unbounded-spawn-in-loop
      scores.push_back(std::async(std::launch::async, score, page, section));

  double sum = 0;
  for (std::future<double> &one : scores)
    sum += one.get();
  return sum;
}

// Bounded: no more than eight at a time.
double rankInBatches() {
  double sum = 0;
  std::vector<std::future<double>> batch;
  for (int page = 0; page < 40; ++page)
    for (int section = 0; section < 25; ++section) {
      batch.push_back(std::async(std::launch::async, score, page, section));
      if (batch.size() == 8) {
        for (std::future<double> &one : batch)
          sum += one.get();
        batch.clear();
      }
    }
  for (std::future<double> &one : batch)
    sum += one.get();
  return sum;
}
