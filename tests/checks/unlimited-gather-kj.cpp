// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// KJ: promises that are joined. What fills a builder is not followed.
//
// RUN: %tidepool_test %s unlimited-gather %t --notes
// FLAGS: -std=c++17
// OPTIONS: Level=strict
// CUTS: 4

#include <kj/async.h>
#include <kj/string.h>
#include <kj/vector.h>

kj::Promise<int> fetch(kj::StringPtr url);

kj::Promise<kj::Array<int>> anyNumber(kj::ArrayPtr<kj::String> urls) {
  auto promises = kj::heapArrayBuilder<kj::Promise<int>>(urls.size());
  for (kj::String &url : urls)
    promises.add(fetch(url));
  return kj::joinPromises(promises.finish());
  // CHECK: [[#@LINE-1]]: unlimited-gather[{{.*}}] 'kj::joinPromises' waits for
  // CHECK: note[bound it with batches of as many promises as may run at once
}
