#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Removes the bounds of the pinned Debian sources' code and of our own tests',
# edits both in ways that change nothing, and compares what Tidepool says of it
# with the reviewed record. Run by tests/run.sh --all; by hand:
# sh tests/mutants/run.sh [--write] [--alone] [--package NAME] [--unit PART]
set -eu
cd "$(dirname "$0")/../.."
command -v dpkg-source >/dev/null ||
  apt-get install -y --no-install-recommends dpkg-dev >/dev/null
exec /usr/bin/python3 tests/mutants/mutants.py --fetch --out build/mutants "$@"
