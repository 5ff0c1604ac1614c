// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// GLib: threads by name, pools with and without a maximum, counts under a
// GMutex, since it has no semaphore.
//
// RUN: %tidepool_test %s unbounded-spawn-in-loop %t
// OPTIONS: Level=strict
// FLAGS: -std=c++20 -isystem /usr/include/glib-2.0 -isystem /usr/lib/%multiarch/glib-2.0/include

#include <gio/gio.h>
#include <glib.h>

gpointer run(gpointer data);
void each(gpointer data, gpointer more);
void task(GTask *one, gpointer source, gpointer data, GCancellable *stop);

// Threads

void threadPerElement(GList *urls) {
  for (GList *url = urls; url; url = url->next)
    g_thread_unref(g_thread_new("fetch", run, url->data));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element that 'url' points to
}

void threadPerPointer(GPtrArray *urls) {
  for (guint i = 0; i < urls->len; ++i)
    g_thread_new("fetch", run, g_ptr_array_index(urls, i));
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
}

void threadPerForeach(GSList *urls) {
  g_slist_foreach(
      urls,
      [](gpointer url, gpointer) { g_thread_try_new("", run, url, NULL); },
      // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element of 'urls'
      NULL);
}

void threadPerItemOfAQueue(GAsyncQueue *queue) {
  while (gpointer item = g_async_queue_pop(queue))
    g_thread_new("item", run, item);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item]
}

void threadPerConnection(GSocket *listener) {
  for (;;) {
    GSocket *client = g_socket_accept(listener, NULL, NULL);
    g_thread_unref(g_thread_new("client", run, client));
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[accepted-connection]
  }
}

void joinedInTheSameTurn(GList *urls) {
  for (; urls; urls = urls->next) {
    GThread *thread = g_thread_new("fetch", run, urls->data);
    g_thread_join(thread);
  }
}

void oneAProcessor(void) {
  GThread *threads[64];
  guint count = MIN(g_get_num_processors(), 64);
  for (guint i = 0; i < count; ++i)
    threads[i] = g_thread_new("worker", run, NULL);
  for (guint i = 0; i < count; ++i)
    g_thread_join(threads[i]);
}

static GMutex Mutex;
static GCond Ended;
static int Active = 0;

gpointer counted(gpointer data) {
  run(data);
  g_mutex_lock(&Mutex);
  --Active;
  g_cond_signal(&Ended);
  g_mutex_unlock(&Mutex);
  return NULL;
}

void waitsForACount(GList *urls) {
  for (; urls; urls = urls->next) {
    g_mutex_lock(&Mutex);
    while (Active >= 16)
      g_cond_wait(&Ended, &Mutex);
    ++Active;
    g_mutex_unlock(&Mutex);
    g_thread_unref(g_thread_new("fetch", counted, urls->data));
  }
}

void countAboveBudget(GList *urls) {
  for (; urls; urls = urls->next) {
    g_mutex_lock(&Mutex);
    while (Active >= 1600)
      g_cond_wait(&Ended, &Mutex);
    ++Active;
    g_mutex_unlock(&Mutex);
    g_thread_unref(g_thread_new("fetch", counted, urls->data));
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[above-budget] the bound lets 1600 run at once
  }
}

// Pools

void pushPerElement(GList *urls) {
  GThreadPool *pool = g_thread_pool_new(each, NULL, 8, FALSE, NULL);
  for (; urls; urls = urls->next)
    g_thread_pool_push(pool, urls->data, NULL);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued once per element that 'urls' points to
  g_thread_pool_free(pool, FALSE, TRUE);
}

void pushOnAnUnlimitedPool(GList *urls) {
  GThreadPool *pool = g_thread_pool_new(each, NULL, -1, FALSE, NULL);
  for (; urls; urls = urls->next)
    g_thread_pool_push(pool, urls->data, NULL);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started once per element that 'urls' points to
}

void pushOnAnExclusivePool(GList *urls) {
  GThreadPool *pool = g_thread_pool_new_full(each, NULL, g_free, 4, TRUE, NULL);
  for (; urls; urls = urls->next)
    g_thread_pool_push(pool, urls->data, NULL);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued
}

struct Fetcher {
  GThreadPool *pool;
  void open() { pool = g_thread_pool_new(each, this, -1, FALSE, NULL); }
  void fetch(GList *urls) {
    for (; urls; urls = urls->next)
      g_thread_pool_push(pool, urls->data, NULL);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started
  }
};

void limitTakenAway(GThreadPool *pool, GList *urls) {
  g_thread_pool_set_max_threads(pool, -1, NULL);
  for (; urls; urls = urls->next)
    g_thread_pool_push(pool, urls->data, NULL);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] a thread is started
}

void pushWithoutEnd(GThreadPool *pool, GAsyncQueue *queue) {
  for (;;)
    g_thread_pool_push(pool, g_async_queue_pop(queue), NULL);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
}

// What a pool runs, once for each item.
static GThreadPool *Pages;
void site(gpointer pages, gpointer) {
  for (GList *page = (GList *)pages; page; page = page->next)
    g_thread_pool_push(Pages, page->data, NULL);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
}
GThreadPool *sites(void) {
  return g_thread_pool_new(site, NULL, 4, FALSE, NULL);
}

void clicked(GObject *, GList *urls) {
  for (; urls; urls = urls->next)
    g_thread_pool_push(Pages, urls->data, NULL);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled-per-request]
}
void connects(GObject *object, GList *urls) {
  g_signal_connect(object, "clicked", G_CALLBACK(clicked), urls);
}

void countedEach(gpointer data, gpointer) { counted(data); }

void pushBelowACount(GThreadPool *pool, GList *urls) {
  for (; urls; urls = urls->next) {
    g_mutex_lock(&Mutex);
    while (Active >= 16)
      g_cond_wait(&Ended, &Mutex);
    ++Active;
    g_mutex_unlock(&Mutex);
    g_thread_pool_push(pool, urls->data, NULL);
  }
}

void poolOfTheTurn(GPtrArray *sites) {
  for (guint i = 0; i < sites->len; ++i) {
    GThreadPool *pool = g_thread_pool_new(each, NULL, 4, FALSE, NULL);
    g_thread_pool_push(pool, g_ptr_array_index(sites, i), NULL);
    g_thread_pool_free(pool, FALSE, TRUE);
  }
}

void taskPerElement(GList *urls) {
  for (; urls; urls = urls->next) {
    GTask *one = g_task_new(NULL, NULL, NULL, NULL);
    g_task_set_task_data(one, urls->data, NULL);
    g_task_run_in_thread(one, task);
    // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[pooled] a pooled task is queued
    g_object_unref(one);
  }
}

// Processes

void processPerElement(GList *files) {
  for (; files; files = files->next)
    g_spawn_command_line_async((const char *)files->data, NULL);
  // CHECK: [[#@LINE-1]]: unbounded-spawn-in-loop[per-item] an operation is started
}

void oneProcessAfterTheOther(GList *files) {
  for (; files; files = files->next) {
    GSubprocess *one = g_subprocess_new(G_SUBPROCESS_FLAGS_NONE, NULL,
                                        (const char *)files->data, NULL);
    g_subprocess_wait(one, NULL, NULL);
  }
}
