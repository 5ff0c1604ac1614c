// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <cppcoro/async_scope.hpp>
#include <cppcoro/task.hpp>

template <typename Function> cppcoro::task<> run(Function function) {
  function();
  co_return;
}
using Scope = cppcoro::async_scope;
#define START_IN(SCOPE, ...) (SCOPE).spawn(run(__VA_ARGS__))
