// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <tbb/task_group.h>

#define OWN_TASK(NAME)                                                         \
  tbb::task_group NAME;                                                        \
  NAME.run([] {})
#define OWN_WAIT(NAME) NAME.wait()
