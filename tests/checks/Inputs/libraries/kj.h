// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <capnp/any.h>
#include <capnp/capability.h>
#include <kj/async-io.h>
#include <kj/async.h>
#include <kj/timer.h>

using Client = capnp::Request<capnp::AnyPointer, capnp::AnyPointer>;
extern kj::WaitScope &scope;
extern kj::Timer &timer;
Client find();
#define CLIENT(NAME) Client NAME = find()
#define CALL(CLIENT) (CLIENT).send().wait(scope)
#define CALL_IN_TIME(CLIENT)                                                   \
  timer.timeoutAfter(5 * kj::SECONDS, (CLIENT).send()).wait(scope)
