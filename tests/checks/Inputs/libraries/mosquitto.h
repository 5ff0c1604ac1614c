// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <mosquitto.h>

#define OWN_TASK(NAME)                                                         \
  mosquitto *NAME = mosquitto_new(nullptr, true, nullptr);                     \
  mosquitto_loop_start(NAME)
#define OWN_WAIT(NAME) mosquitto_loop_stop(NAME, false)
