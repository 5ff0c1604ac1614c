#!/bin/sh
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Measures what Tidepool costs next to clang++ -fsyntax-only, and writes
# docs/performance.md's tables and plot; then how long an editor waits, and what
# the size of the vocabulary costs. Run by tests/run.sh --all; by hand:
# sh tests/bench/run.sh [--units N] [--rounds N] [--work FOLDER] [PROJECT...]
cd "$(dirname "$0")/../.." || exit 2
. .ci/setup.sh
setup
command -v dpkg-source >/dev/null || install_packages dpkg-dev
install_packages valgrind
/usr/bin/python3 tests/bench/bench.py --build "$build" --llvm "$llvm" "$@" || exit
install_packages "clangd-$llvm"
/usr/bin/python3 tests/bench/editor.py --build "$build" --llvm "$llvm" --write || exit
exec /usr/bin/python3 tests/bench/vocabulary.py --build "$build" --write
