// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Asks for every page at once and waits for all of them: the gather looks like
// one line, and is as many requests as there are URLs.

#include "crawler.h"
#define BOOST_THREAD_VERSION 4
#include <algorithm>
#include <boost/thread/future.hpp>

/// Begins to fetch a page.
boost::future<std::string> download(const std::string &url);

void collect(const std::vector<std::string> &urls) {
  std::vector<boost::future<std::string>> pages;
  for (const std::string &url : urls)
    pages.push_back(download(url));
  // expect: unlimited-gather
  boost::wait_for_all(pages.begin(), pages.end());
}

// Bounded: eight requests at a time.
void collectInBatches(const std::vector<std::string> &urls) {
  constexpr std::size_t Batch = 8;
  for (std::size_t first = 0; first < urls.size(); first += Batch) {
    std::vector<boost::future<std::string>> pages;
    const std::size_t last = std::min(first + Batch, urls.size());
    for (std::size_t i = first; i < last; ++i)
      pages.push_back(download(urls[i]));
    boost::wait_for_all(pages.begin(), pages.end());
  }
}
