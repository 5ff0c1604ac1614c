#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Lints the pinned Debian source packages of tests/realworld/*.json with driver
# and plugin, and compares with the reviewed record. Run by tests/run.sh --all;
# by hand: sh tests/realworld/run.sh [--write] [--time] [PROJECT...]
set -eu
cd "$(dirname "$0")/../.."
# The build tools that the packages need come from Debian, as root.
command -v dpkg-source >/dev/null ||
  apt-get install -y --no-install-recommends dpkg-dev >/dev/null
exec python3 tests/realworld/realworld.py "$@"
