// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <gio/gio.h>

inline void *work(void *) { return nullptr; }
#define OWN_TASK(NAME) GThread *NAME = g_thread_new("", work, nullptr)
#define OWN_WAIT(NAME) g_thread_join(NAME)
