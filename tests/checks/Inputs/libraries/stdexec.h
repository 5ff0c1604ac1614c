// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <stdexec/execution.hpp>

using Pool = exec::static_thread_pool;

template <typename Function> exec::task<void> run(Function function) {
  function();
  co_return;
}
using Scope = exec::async_scope;
#define START_IN(SCOPE, ...) (SCOPE).spawn(run(__VA_ARGS__))

inline exec::task<void> own() { co_return; }
#define OWN_TASK(NAME) exec::task<void> NAME = own()
#define OWN_WAIT(NAME) stdexec::sync_wait(std::move(NAME))
