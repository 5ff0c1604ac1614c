// Every entry of glib.yaml, in C++ and in C.
// REQUIRES: tidepool, glib
// RUN: %tidepool vocab %s --cover glib -- -std=c++20 %glib > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t
// RUN: %tidepool vocab %s --cover glib -- -x c %glib > %t
// RUN: FileCheck %s --implicit-check-not='{{^[0-9]+:}}' < %t

#include <gio/gio.h>
#include <glib.h>

gpointer run(gpointer data);
void each(gpointer data, gpointer more);
void pair(gpointer key, gpointer value, gpointer more);
void task(GTask *one, gpointer source, gpointer data, GCancellable *stop);
gboolean again(gpointer data);
void once(gpointer data);
void changed(GObject *object, gpointer data);

void threads(void) {
  GThread *one = g_thread_new("one", run, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_thread_new: spawn(thread, callable 1, result)
  GThread *two = g_thread_try_new("two", run, NULL, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_thread_try_new: spawn(thread, callable 1, result)
  g_thread_join(one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_thread_join: wait(task, argument 0)
  g_thread_unref(two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_thread_unref: detach(argument 0)
  g_get_num_processors();
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_get_num_processors: cores
  g_usleep(1);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_usleep: blocking(sleep)
}

void pools(GTask *one) {
  GThreadPool *pool = g_thread_pool_new(each, NULL, 8, FALSE, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_thread_pool_new: pool(result, size 2, unlimited -1), handler(argument 0)
  g_thread_pool_new_full(each, NULL, g_free, -1, FALSE, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_thread_pool_new_full: pool(result, size 3, unlimited -1), handler(argument 0)
  g_thread_pool_push(pool, one, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_thread_pool_push: spawn(pooled, argument 0, pool argument 0)
  g_thread_pool_set_max_threads(pool, 4, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_thread_pool_set_max_threads: pool(argument 0, size 1, unlimited -1)
  g_thread_pool_get_max_threads(pool);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_thread_pool_get_max_threads: cores
  g_thread_pool_free(pool, TRUE, FALSE);
  g_thread_pool_free(pool, FALSE, TRUE);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_thread_pool_free: wait(task, argument 0)
  g_task_run_in_thread(one, task);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_task_run_in_thread: spawn(pooled, callable 1, argument 0)
  g_task_run_in_thread_sync(one, task);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_task_run_in_thread_sync: blocking(sync)
}

void waits(GCond *one, GMutex *mutex, GAsyncQueue *queue) {
  g_cond_wait(one, mutex);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_cond_wait: wait(condition, argument 0)
  g_cond_wait_until(one, mutex, 100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_cond_wait_until: wait(condition, argument 0, timed)
  g_async_queue_pop(queue);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_async_queue_pop: wait(condition, argument 0)
  g_async_queue_pop_unlocked(queue);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_async_queue_pop_unlocked: wait(condition, argument 0)
  g_async_queue_try_pop(queue);
  g_async_queue_timeout_pop(queue, 100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_async_queue_timeout_pop: wait(condition, argument 0, timed)
  g_async_queue_timeout_pop_unlocked(queue, 100);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_async_queue_timeout_pop_unlocked: wait(condition, argument 0, timed)
}

void locks(GMutex *one, GRecMutex *two, GRWLock *three) {
  g_mutex_lock(one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_mutex_lock: wait(lock, argument 0), lock(lock, argument 0)
  g_mutex_trylock(one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_mutex_trylock: lock(try, argument 0)
  g_mutex_unlock(one);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_mutex_unlock: lock(unlock, argument 0)
  g_rec_mutex_lock(two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_rec_mutex_lock: wait(lock, argument 0), lock(lock, argument 0)
  g_rec_mutex_trylock(two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_rec_mutex_trylock: lock(try, argument 0)
  g_rec_mutex_unlock(two);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_rec_mutex_unlock: lock(unlock, argument 0)
  g_rw_lock_reader_lock(three);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_rw_lock_reader_lock: wait(lock, argument 0), lock(lock, argument 0)
  g_rw_lock_writer_lock(three);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_rw_lock_writer_lock: wait(lock, argument 0), lock(lock, argument 0)
  g_rw_lock_reader_trylock(three);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_rw_lock_reader_trylock: lock(try, argument 0)
  g_rw_lock_writer_trylock(three);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_rw_lock_writer_trylock: lock(try, argument 0)
  g_rw_lock_reader_unlock(three);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_rw_lock_reader_unlock: lock(unlock, argument 0)
  g_rw_lock_writer_unlock(three);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_rw_lock_writer_unlock: lock(unlock, argument 0)
}

void processes(char **argv, const char *const *words, GCancellable *stop) {
  g_spawn_async(NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_spawn_async: spawn(io, result)
  g_spawn_async_with_pipes(NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL,
                           NULL, NULL, NULL, NULL);
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: g_spawn_async_with_pipes: spawn(io, result)
  g_spawn_async_with_fds(NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, 0,
                         1, 2, NULL);
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: g_spawn_async_with_fds: spawn(io, result)
  g_spawn_command_line_async("true", NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_spawn_command_line_async: spawn(io, result)
  g_spawn_sync(NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL,
               NULL);
  // CHECK: [[#@LINE-2]]:{{[0-9]+}}: g_spawn_sync: blocking(process), io
  g_spawn_command_line_sync("true", NULL, NULL, NULL, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_spawn_command_line_sync: blocking(process), io
  GSubprocess *one =
      g_subprocess_new(G_SUBPROCESS_FLAGS_NONE, NULL, "true", NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_subprocess_new: spawn(io, result)
  g_subprocess_newv(words, G_SUBPROCESS_FLAGS_NONE, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_subprocess_newv: spawn(io, result)
  g_subprocess_wait(one, NULL, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_subprocess_wait: wait(task, argument 0), blocking(process)
  g_subprocess_wait_check(one, NULL, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_subprocess_wait_check: wait(task, argument 0), blocking(process)
  g_subprocess_wait(one, stop, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_subprocess_wait: wait(task, argument 0, timed), blocking(process)
  g_subprocess_wait_check(one, stop, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_subprocess_wait_check: wait(task, argument 0, timed), blocking(process)
  g_subprocess_communicate(one, NULL, NULL, NULL, NULL, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_subprocess_communicate: wait(task, argument 0), blocking(process)
  g_subprocess_communicate(one, NULL, stop, NULL, NULL, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_subprocess_communicate: wait(task, argument 0, timed), blocking(process)
}

void events(GObject *object) {
  g_idle_add(again, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_idle_add: handler(argument 0)
  g_idle_add_once(once, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_idle_add_once: handler(argument 0)
  g_timeout_add(100, again, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_timeout_add: handler(argument 1)
  g_timeout_add_seconds(1, again, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_timeout_add_seconds: handler(argument 1)
  g_timeout_add_once(100, once, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_timeout_add_once: handler(argument 1)
  g_idle_add_full(0, again, NULL, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_idle_add_full: handler(argument 1)
  g_timeout_add_full(0, 100, again, NULL, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_timeout_add_full: handler(argument 2)
  g_signal_connect(object, "notify", G_CALLBACK(changed), NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_signal_connect_data: handler(argument 2)
}

void loops(GList *list, GSList *single, GPtrArray *array, GHashTable *table) {
  g_list_foreach(list, each, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_list_foreach: iterates(callable 1, range 0)
  g_slist_foreach(single, each, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_slist_foreach: iterates(callable 1, range 0)
  g_ptr_array_foreach(array, each, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_ptr_array_foreach: iterates(callable 1, range 0)
  g_hash_table_foreach(table, pair, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_hash_table_foreach: iterates(callable 1, range 0)
}

void outside(GSocket *socket, GSocketListener *listener, GKeyFile *file,
             GSettings *settings, char **environment) {
  g_socket_accept(socket, NULL, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_socket_accept: blocking(net), io(accepts)
  g_socket_listener_accept(listener, NULL, NULL, NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_socket_listener_accept: blocking(net), io(accepts)
  g_getenv("THREADS");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_getenv: config
  g_environ_getenv(environment, "THREADS");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_environ_getenv: config
  g_key_file_get_integer(file, "pool", "threads", NULL);
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_key_file_get_integer: config
  g_settings_get_int(settings, "threads");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_settings_get_int: config
  g_settings_get_uint(settings, "threads");
  // CHECK: [[#@LINE-1]]:{{[0-9]+}}: g_settings_get_uint: config
}
