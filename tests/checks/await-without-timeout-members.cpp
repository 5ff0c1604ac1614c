// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Protected members of classes in a header: whoever derives may use them, but
// for a class that only overrides what its bases declare.
//
// RUN: %tidepool_test %s await-without-timeout %t
// FLAGS: -std=c++20 -I %S/Inputs

#include "cameras.h"
#include <sys/socket.h>
#include <sys/time.h>

static char text[64];

LeafCamera::LeafCamera() : fd(socket(AF_INET, SOCK_STREAM, 0)) {}
long LeafCamera::capture() {
  send(fd, "?", 1, 0);
  // CHECK: [[#@LINE+1]]: await-without-timeout[no-deadline]
  return recv(fd, text, sizeof text, 0);
}

PatientCamera::PatientCamera() : fd(socket(AF_INET, SOCK_STREAM, 0)) {
  timeval time = {5, 0};
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
}
long PatientCamera::capture() {
  send(fd, "?", 1, 0);
  return recv(fd, text, sizeof text, 0);
}

BaseCamera::BaseCamera() : fd(socket(AF_INET, SOCK_STREAM, 0)) {}
long BaseCamera::capture() {
  send(fd, "?", 1, 0);
  return recv(fd, text, sizeof text, 0);
}
void BaseCamera::prepare() {}

PartlySeenCamera::PartlySeenCamera() : fd(socket(AF_INET, SOCK_STREAM, 0)) {}
long PartlySeenCamera::capture() {
  send(fd, "?", 1, 0);
  return recv(fd, text, sizeof text, 0);
}

FriendlyCamera::FriendlyCamera() : fd(socket(AF_INET, SOCK_STREAM, 0)) {}
long FriendlyCamera::capture() {
  send(fd, "?", 1, 0);
  return recv(fd, text, sizeof text, 0);
}

OpenCamera::OpenCamera() : fd(socket(AF_INET, SOCK_STREAM, 0)) {}
long OpenCamera::capture() {
  send(fd, "?", 1, 0);
  return recv(fd, text, sizeof text, 0);
}
