// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <llvm/Support/ThreadPool.h>

#define OWN_TASK(NAME)                                                         \
  llvm::StdThreadPool NAME;                                                    \
  NAME.async([] {})
#define OWN_WAIT(NAME) NAME.wait()
