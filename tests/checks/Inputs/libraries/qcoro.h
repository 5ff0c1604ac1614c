// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <qcorotask.h>

using Coroutine = QCoro::Task<>;
#define LET_GO(CALL) (CALL)
