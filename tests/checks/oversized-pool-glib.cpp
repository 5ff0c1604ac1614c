// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GLib's pools, for which -1 means no bound.
//
// RUN: %tidepool_test %s oversized-pool %t
// FLAGS: -std=c++20 -isystem /usr/include/glib-2.0 -isystem /usr/lib/%multiarch/glib-2.0/include

#include <glib.h>

void each(gpointer data, gpointer more);

void pools() {
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 64 threads
  GThreadPool *pool = g_thread_pool_new(each, NULL, 64, TRUE, NULL);
  // CHECK: [[#@LINE+1]]: oversized-pool[no-bound] a pool gets -1 threads at most
  g_thread_pool_new(each, NULL, -1, FALSE, NULL);
  // CHECK: [[#@LINE+1]]: oversized-pool[oversized] a pool gets 1000 threads
  g_thread_pool_set_max_threads(pool, 1000, NULL);
  g_thread_pool_set_max_threads(pool, 8, NULL);
  g_thread_pool_new(each, NULL, g_get_num_processors(), TRUE, NULL);
  // CHECK: [[#@LINE+1]]: oversized-pool[per-core] a pool gets 10 threads a core
  g_thread_pool_new(each, NULL, 10 * g_get_num_processors(), TRUE, NULL);
}
