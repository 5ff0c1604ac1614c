// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Connections whose descriptors other files may set up.

#ifndef TIDEPOOL_TESTS_CHECKS_INPUTS_LINKS_H
#define TIDEPOOL_TESTS_CHECKS_INPUTS_LINKS_H

struct Watched {
  int fd;
};

class Link {
public:
  long all(char *into, unsigned long size, int patience);
  long allByItsParts(char *into, unsigned long size, int patience);
  long allInALoop(char *into, unsigned long size, int patience);
  long whatHasCome(char *into, unsigned long size, int patience);
  long eachInTime(char *into, unsigned long size, int patience);
  long untilThereIsNoMore(char *into, unsigned long size, int patience);
  long otherDescriptor(char *into, unsigned long size, int patience);
  long forEver(char *into, unsigned long size);

  int socket, other;
  Watched watched;
};

class Patient {
public:
  void begin(int seconds);
  long all(char *into, unsigned long size, int patience);
  int handle;
};

#endif // TIDEPOOL_TESTS_CHECKS_INPUTS_LINKS_H
